import type { AppPaths } from '../../src/domain/app-paths.ts';
import type { Challenge } from '../../src/domain/challenge.ts';
import { toTrialQuery } from '../../src/domain/trial.ts';
import { words } from './words.ts';

interface PlayLinksProps {
  readonly challenge: Challenge;
  readonly paths: AppPaths;
}

/** The challenge as learners meet it, with one text or another in the editor. */
export function PlayLinks({ challenge, paths }: PlayLinksProps) {
  const page = paths.challenge(challenge.slug);
  const links = [
    { href: page + toTrialQuery('starter'), label: words.play.starter },
    { href: page + toTrialQuery('solution'), label: words.play.solution },
    ...challenge.mutants.map(({ name }) => ({
      href: page + toTrialQuery('mutant', name),
      label: words.play.mutant(name),
    })),
  ];
  return (
    <>
      <p className="author__note">{words.play.intro}</p>
      <ul className="author-play list-plain">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href} target="_blank" rel="noreferrer">
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={page} target="_blank" rel="noreferrer">
          {words.play.own}
        </a>
      </p>
    </>
  );
}
