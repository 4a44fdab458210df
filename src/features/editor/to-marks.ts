/** What a run has to say about lines of the learner's files. Pure. */
import { assertNever } from '../../domain/assert-never.ts';
import type { CollectionError, Failure, Report, TestResult } from '../../domain/report.ts';
import { isFailing, type RunState } from '../../domain/run-state.ts';
import type { EditorMark } from './editor-port.ts';
import { words } from './words.ts';

/** @param openId the test whose message is shown below its line */
export function toMarks(run: RunState, openId: string | null): readonly EditorMark[] {
  if (run.kind !== 'ended') return [];
  const { verdict } = run;
  switch (verdict.kind) {
    case 'failed':
      return fromTests(run.tests.filter(isFailing), openId);
    case 'broken-code':
      return fromCollection(verdict.report);
    case 'timed-out':
      return verdict.where === null
        ? []
        : [
            {
              path: verdict.where.file,
              line: verdict.where.line,
              column: null,
              endColumn: null,
              tone: 'warn',
              title: words.stillHere(verdict.limitSeconds),
              text: '',
              hasMessage: true,
            },
          ];
    case 'passed':
    case 'out-of-memory':
    case 'cancelled':
    case 'crashed':
      return [];
    default:
      return assertNever(verdict);
  }
}

/** One mark per line: the open test's, or that of the first test that ends there. */
function fromTests(failing: readonly TestResult[], openId: string | null): readonly EditorMark[] {
  const marks = new Map<string, EditorMark>();
  for (const test of failing) {
    const frame = test.failure?.frames.findLast((item) => item.origin === 'learner');
    if (!frame || test.failure === null) continue;
    const key = `${frame.file}:${frame.line}`;
    const isOpen = test.id === openId;
    if (marks.has(key) && !isOpen) continue;
    marks.set(key, {
      path: frame.file,
      line: frame.line,
      column: frame.column,
      endColumn: frame.endLine === null || frame.endLine === frame.line ? frame.endColumn : null,
      tone: 'fail',
      title: toTitle(test.failure),
      text: words.inTest(test.name),
      hasMessage: isOpen,
    });
  }
  return [...marks.values()];
}

function fromCollection(report: Report): readonly EditorMark[] {
  return report.collectionErrors.slice(0, 1).flatMap((error) => {
    const place = toPlace(error);
    if (place === null) return [];
    return [
      {
        ...place,
        tone: 'fail' as const,
        title: `${error.type}:`,
        text: firstLine(error.message),
        hasMessage: true,
      },
    ];
  });
}

function toPlace(error: CollectionError) {
  if (error.line !== null) {
    const isOneLine = error.endLine === null || error.endLine === error.line;
    const endColumn = isOneLine ? error.endColumn : null;
    return { path: error.file, line: error.line, column: error.column, endColumn };
  }
  const frame = error.frames.findLast((item) => item.origin === 'learner');
  if (frame === undefined) return null;
  return { path: frame.file, line: frame.line, column: frame.column, endColumn: frame.endColumn };
}

/** Longest value that still fits into a title, in characters. */
const longestValue = 30;

function toTitle({ assertion, type, message }: Failure): string {
  const expected = assertion?.expected ?? null;
  const actual = assertion?.actual ?? null;
  const fits = (value: string) => value.length <= longestValue && !value.includes('\n');
  if (expected !== null && actual !== null && fits(expected) && fits(actual)) {
    return words.insteadOf(actual, expected);
  }
  const first = firstLine(message);
  return first === '' ? `${type}.` : `${type}: ${first}`;
}

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
