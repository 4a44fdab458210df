import type { AppPaths } from '../../src/domain/app-paths.ts';
import { toTrialQuery } from '../../src/domain/trial.ts';
import { InlineCode } from '../../src/ui/InlineCode.tsx';
import { StateLabel } from '../../src/ui/StateLabel.tsx';
import { pendingLook, toMutantLook } from './row-look.ts';
import type { Matrix, MatrixMutant } from './to-matrix.ts';
import { words } from './words.ts';

interface MutantTableProps {
  readonly slug: string;
  readonly matrix: Matrix;
  readonly paths: AppPaths;
}

/** Each wrong solution: why it is wrong, which tests notice, and the way to play with it. */
export function MutantTable({ slug, matrix, paths }: MutantTableProps) {
  return (
    <section aria-labelledby="author-mutants">
      <h2 id="author-mutants">{words.mutantsTitle}</h2>
      {matrix.mutants.length === 0 ? (
        <p className="author__note">{words.noMutants}</p>
      ) : (
        <ol className="author-mutants list-plain">
          {matrix.mutants.map((mutant) => (
            <Mutant key={mutant.name} slug={slug} mutant={mutant} paths={paths} />
          ))}
        </ol>
      )}
    </section>
  );
}

interface MutantProps {
  readonly slug: string;
  readonly mutant: MatrixMutant;
  readonly paths: AppPaths;
}

function Mutant({ slug, mutant, paths }: MutantProps) {
  const { name, why, number, row } = mutant;
  return (
    <li data-mutant={name}>
      <span className="author-mutants__number num">{number}</span>
      <div className="author-mutants__text">
        <h3>
          <code>{name}</code>
        </h3>
        <p>
          <InlineCode text={why} />
        </p>
        {row?.problems.map((problem) => (
          <p key={problem} className="author-mutants__problem">
            {problem}
          </p>
        ))}
      </div>
      <div className="author-mutants__state">
        <StateLabel {...(row === null ? pendingLook : toMutantLook(row))} />
        {row !== null && row.red.length > 0 && (
          <ul className="author-mutants__tests list-plain">
            {row.red.map((test) => (
              <li key={test}>
                <code>{test}</code>
              </li>
            ))}
          </ul>
        )}
      </div>
      <a
        className="author-mutants__play"
        href={paths.challenge(slug) + toTrialQuery('mutant', name)}
        target="_blank"
        rel="noreferrer"
        aria-label={words.playName(name)}
      >
        {words.playIt}
      </a>
    </li>
  );
}
