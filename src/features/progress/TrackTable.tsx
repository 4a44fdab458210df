import './TrackTable.css';
import type { AppPaths } from '../../domain/app-paths.ts';
import type { ProgressBySlug, Shelf } from '../../domain/catalog-shelves.ts';
import { sumActiveSeconds } from '../../domain/practice.ts';
import { toProgressState } from '../../domain/progress.ts';
import { Braid } from '../../ui/Braid.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { words } from './words.ts';

interface TrackTableProps {
  readonly shelves: readonly Shelf[];
  readonly progress: ProgressBySlug;
  readonly paths: AppPaths;
}

/** A longer braid would not fit its column: the numbers say it. */
const longestBraid = 18;

export function TrackTable({ shelves, progress, paths }: TrackTableProps) {
  return (
    <table className="track-table">
      <caption>
        <VisuallyHidden>{words.tracksCaption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          {[words.track, words.braid, words.solved, words.time].map((heading) => (
            <th key={heading} scope="col">
              <VisuallyHidden>{heading}</VisuallyHidden>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shelves.map(({ track, entries }) => {
          const own = entries.map((entry) => progress.get(entry.slug));
          const states = own.map(toProgressState);
          const solved = states.filter((state) => state === 'solved').length;
          return (
            <tr key={track.slug}>
              <th scope="row">
                <a href={`${paths.home()}#${track.slug}`}>{track.title}</a>
              </th>
              <td className="track-table__braid">
                {entries.length <= longestBraid && <Braid states={states} tile="styled" />}
              </td>
              <td className="num">{words.of(solved, entries.length)}</td>
              <td className="num track-table__time">
                {words.minutes(sumActiveSeconds(own.filter((item) => item !== undefined)))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
