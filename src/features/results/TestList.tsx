/** The tests of a run, in their own order, filling in as they end. */
import './tests.css';
import { useMemo } from 'react';
import type { TestResult } from '../../domain/report.ts';
import type { EndedRun, RunningRun } from '../../domain/run-state.ts';
import type { GoToLine } from './go-to-line.ts';
import type { OnReplay } from './on-replay.ts';
import { type RowState, TestRow } from './TestRow.tsx';

interface TestListProps {
  readonly run: RunningRun | EndedRun;
  readonly openId: string | null;
  readonly jumps: number;
  readonly onToggle: (id: string) => void;
  readonly onGoToLine: GoToLine;
  readonly onReplay: OnReplay | null;
}

export function TestList({ run, openId, jumps, onToggle, onGoToLine, onReplay }: TestListProps) {
  const rows = useMemo(() => toRows(run), [run]);
  const fresh = useMemo(
    () =>
      new Set(
        run.kind === 'ended' && run.change !== null
          ? [...run.change.newlyPassing, ...run.change.newlyFailing]
          : [],
      ),
    [run],
  );
  return (
    <ul className="tests">
      {rows.map((row) => (
        <TestRow
          key={row.id}
          id={row.id}
          name={row.name}
          result={row.result}
          isOpen={row.id === openId}
          jump={row.id === openId ? jumps : 0}
          isNew={fresh.has(row.id)}
          onToggle={onToggle}
          onGoToLine={onGoToLine}
          onReplay={onReplay}
        />
      ))}
    </ul>
  );
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly result: TestResult | RowState;
}

function toRows(run: RunningRun | EndedRun): readonly Row[] {
  const results = new Map(run.tests.map((test) => [test.id, test]));
  const lastStarted = run.kind === 'ended' && 'lastStarted' in run.verdict ? run.verdict.lastStarted : null;
  const pending = (id: string): RowState => {
    if (run.kind === 'ended') return id === lastStarted ? 'stopped' : 'not-run';
    return id === run.currentId ? 'running' : 'waiting';
  };
  const planned = run.planned.map((test) => ({
    id: test.id,
    name: test.name,
    result: results.get(test.id) ?? pending(test.id),
  }));
  const known = new Set(planned.map((row) => row.id));
  const extra = run.tests
    .filter((test) => !known.has(test.id))
    .map((test) => ({ id: test.id, name: test.name, result: test }));
  return [...planned, ...extra];
}
