import { Icon } from '../../src/ui/Icon.tsx';
import { VisuallyHidden } from '../../src/ui/VisuallyHidden.tsx';
import type { Matrix, MatrixMutant, MatrixTest } from './to-matrix.ts';
import { words } from './words.ts';

/** Tests as rows, wrong solutions as columns. A test that catches nothing says so in words. */
export function TestMatrix({ matrix }: { readonly matrix: Matrix }) {
  const { tests, mutants, isComplete } = matrix;
  const idle = isComplete ? tests.filter((test) => test.catches.length === 0).length : 0;
  return (
    <section aria-labelledby="author-matrix">
      <h2 id="author-matrix">{words.matrixTitle}</h2>
      {tests.length === 0 ? (
        <p className="author__note">{words.noTests}</p>
      ) : (
        <>
          <p className="author__note">{words.matrixIntro}</p>
          {idle > 0 && mutants.length > 0 && <p className="author__note">{words.catchesNoneNote(idle)}</p>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, so the keyboard has to reach it. */}
          <section className="author-matrix" tabIndex={0} aria-label={words.matrixTable}>
            <table className="author-table">
              <thead>
                <tr>
                  <th scope="col">{words.test}</th>
                  <th scope="col">{words.count}</th>
                  {mutants.map((mutant) => (
                    <th key={mutant.name} scope="col" className="num" title={mutant.name}>
                      <span aria-hidden="true">{mutant.number}</span>
                      <VisuallyHidden>{mutant.name}</VisuallyHidden>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {tests.map((test) => (
                  <Row key={`${test.isHidden}${test.name}`} test={test} matrix={matrix} />
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  );
}

function Row({ test, matrix }: { readonly test: MatrixTest; readonly matrix: Matrix }) {
  const { mutants, isComplete } = matrix;
  const isIdle = isComplete && test.catches.length === 0;
  return (
    <tr className={isIdle ? 'author-matrix__idle' : undefined} data-test={test.name}>
      <th scope="row">
        {test.title} {test.isHidden && <span className="author-matrix__hidden">{words.hidden}</span>}
      </th>
      <td className="num author-matrix__count">{countWord(test, isIdle)}</td>
      {mutants.map((mutant) => (
        <td key={mutant.name} className="author-matrix__cell">
          <Cell mutant={mutant} isCaught={test.catches.includes(mutant.name)} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ mutant, isCaught }: { readonly mutant: MatrixMutant; readonly isCaught: boolean }) {
  if (mutant.row === null) return <Icon name="waiting" label={words.cellPending} />;
  if (isCaught) return <Icon name="pass" label={words.cellCaught} />;
  return <VisuallyHidden>{words.cellMissed}</VisuallyHidden>;
}

function countWord(test: MatrixTest, isIdle: boolean): string {
  if (isIdle) return words.catchesNone;
  return test.catches.length === 0 ? words.catchesUnknown : words.catches(test.catches.length);
}
