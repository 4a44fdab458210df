import './CatalogRest.css';
import type { BrokenChallenge } from '../../domain/challenge.ts';
import type { ContentProblem } from '../../domain/content-problem.ts';
import { StateLabel } from '../../ui/StateLabel.tsx';
import { words } from './words.ts';

/** For authors: folders that could not become challenges, each with what to do. */
export function BrokenFolders({ broken }: { readonly broken: readonly BrokenChallenge[] }) {
  return (
    <section className="catalog-rest" aria-labelledby="broken">
      <h2 id="broken">{words.brokenTitle}</h2>
      <p>{words.brokenIntro}</p>
      <ul className="catalog-rest__rows list-plain">
        {broken.map(({ slug, problems }) => (
          <li key={slug}>
            <h3>
              <code>{slug === '' ? words.besideFolders : slug}</code>
            </h3>
            <div>
              {problems.map((problem) => (
                <Problem key={`${problem.file}:${problem.line}:${problem.message}`} problem={problem} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Problem({ problem }: { readonly problem: ContentProblem }) {
  const isError = problem.severity === 'error';
  return (
    <div className="catalog-rest__problem">
      <StateLabel
        tone={isError ? 'fail' : 'warn'}
        icon={isError ? 'error' : 'warning'}
        word={isError ? words.error : words.warning}
      />
      <p>{problem.message}</p>
      {problem.file !== '' && <code>{words.problemPlace(problem.file, problem.line)}</code>}
    </div>
  );
}
