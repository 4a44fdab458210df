import './CatalogRest.css';
import type { Track } from '../../domain/challenge.ts';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { words } from './words.ts';

/** Tracks that are designed but have no challenge to open yet. */
export function ComingTracks({ tracks }: { readonly tracks: readonly Track[] }) {
  return (
    <section className="catalog-rest" aria-labelledby="coming">
      <h2 id="coming">{words.comingTitle}</h2>
      <ul className="catalog-rest__rows list-plain">
        {tracks.map((track) => (
          <li key={track.slug}>
            <h3>{track.title}</h3>
            <p className="catalog-rest__text">
              <InlineCode text={track.summary} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
