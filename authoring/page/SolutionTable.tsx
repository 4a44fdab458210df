import type { ReactNode } from 'react';
import { Disclosure } from '../../src/ui/Disclosure.tsx';
import { StateLabel } from '../../src/ui/StateLabel.tsx';
import type { GatePart, GateRow } from '../gate/gate-run.ts';
import { pendingLook, toNamesLook, toSolutionLook, toStarterLook } from './row-look.ts';
import type { StateLook } from './state-look.ts';
import { findRow, reportOf } from './to-matrix.ts';
import { words } from './words.ts';

/** Only for challenges with threads, processes or a fallback. */
const furtherParts = [
  'seeds',
  'one-process',
  'all-processes',
  'without',
] as const satisfies readonly GatePart[];
type FurtherPart = (typeof furtherParts)[number];
const isFurther = (part: GatePart) => (furtherParts as readonly GatePart[]).includes(part);

const wholeParts = ['solution', 'again', 'shuffled'] as const satisfies readonly GatePart[];

/** What the solution and the starter do, with the messages of the tests that are red. */
export function SolutionTable({ rows }: { readonly rows: readonly GateRow[] }) {
  const starter = findRow(rows, 'starter');
  const names = findRow(rows, 'names');
  return (
    <section aria-labelledby="author-solution">
      <h2 id="author-solution">{words.solutionTitle}</h2>
      <table className="author-table author-runs" aria-labelledby="author-solution">
        <tbody>
          {wholeParts.map((part) => {
            const row = findRow(rows, part);
            return (
              <Line
                key={part}
                title={words.parts[part]}
                look={row === null ? pendingLook : toSolutionLook(row)}
                row={row}
              />
            );
          })}
          <AloneLine rows={rows.filter((row) => row.part === 'alone')} />
          {rows
            .filter((row) => isFurther(row.part))
            .map((row) => (
              <Line
                key={`${row.part} ${row.name}`}
                title={words.partOf(words.parts[row.part as FurtherPart], row.name)}
                look={toSolutionLook(row)}
                row={row}
              />
            ))}
          <Line
            title={words.parts.starter}
            look={starter === null ? pendingLook : toStarterLook(starter)}
            row={starter}
          />
          <Line
            title={words.parts.names}
            look={names === null ? pendingLook : toNamesLook(names)}
            row={null}
          />
        </tbody>
      </table>
    </section>
  );
}

function AloneLine({ rows }: { readonly rows: readonly GateRow[] }) {
  const red = rows.filter((row) => row.verdict.kind !== 'passed');
  const word = words.aloneOf(rows.length - red.length, rows.length);
  const look: StateLook =
    rows.length === 0
      ? pendingLook
      : red.length === 0
        ? { tone: 'pass', icon: 'pass', word }
        : { tone: 'fail', icon: 'fail', word };
  return (
    <Line title={words.parts.alone} look={look} row={null}>
      {red.map((row) => (
        <RedTests key={row.name} row={row} />
      ))}
    </Line>
  );
}

interface LineProps {
  readonly title: string;
  readonly look: StateLook;
  readonly row: GateRow | null;
  readonly children?: ReactNode;
}

function Line({ title, look, row, children }: LineProps) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>
        <StateLabel {...look} />
        {row !== null && <RedTests row={row} />}
        {children}
      </td>
      <td className="num author-table__number">
        {row !== null && row.seconds !== null ? words.facts.seconds(row.seconds) : ''}
      </td>
    </tr>
  );
}

/** The messages of the red tests, folded: a starter has many, and they are as they should be. */
function RedTests({ row }: { readonly row: GateRow }) {
  const report = reportOf(row);
  const failures = (report?.tests ?? []).flatMap(({ id, failure }) =>
    failure === null ? [] : [{ id, failure }],
  );
  const errors = report?.collectionErrors ?? [];
  if (failures.length + errors.length === 0) return null;
  return (
    <Disclosure
      summary={words.details(failures.length + errors.length)}
      isOpenAtFirst={row.problems.length > 0}
    >
      <dl className="author-red">
        {errors.map((error) => (
          <div key={`${error.file}${error.line}${error.message}`}>
            <dt>
              <code>{error.line === null ? error.file : words.line(error.file, error.line)}</code>
            </dt>
            <dd>
              <pre>{error.message}</pre>
            </dd>
          </div>
        ))}
        {failures.map(({ id, failure }) => (
          <div key={id}>
            <dt>
              <code>{id}</code>
            </dt>
            <dd>
              <pre>{failure.message === '' ? failure.type : failure.message}</pre>
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
