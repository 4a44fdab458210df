/** Reads what the judge says about a run of tests: events for the page, and how it ended. */
import { parseRunEvent, type Report, type RunEvent, type TestResult } from '../../domain/report.ts';
import type { RunRequest } from '../../domain/run-request.ts';
import type { RunEnding } from '../../domain/verdict.ts';
import { checkReport, isRequestedEvent } from './check-report.ts';
import type { RunReading } from './supervise-run.ts';

const rawCharacters = 20_000;

export function readTests(request: RunRequest, onEvent: (event: RunEvent) => void): RunReading<RunEnding> {
  const partial: TestResult[] = [];
  let running: string | null = null;

  function outOfMemory(report: Report | null): RunEnding {
    const culprit = report?.tests.find((test) => test.failure?.type.endsWith('MemoryError'));
    return {
      kind: 'out-of-memory',
      lastStarted: culprit?.id ?? running,
      partial: report?.tests ?? partial,
    };
  }

  const reading: RunReading<RunEnding> = {
    hear: (text) => {
      const parsed = parseRunEvent(text);
      if (!parsed.ok || !isRequestedEvent(parsed.value, request)) return;
      const event = parsed.value;
      if (event.type === 'started') running = event.id;
      if (event.type === 'finished') {
        running = null;
        partial.push(event.test);
      }
      onEvent(event);
    },
    reported: (text, isHeapExhausted) => {
      const checked = checkReport(text, request);
      if (!checked.ok) {
        return reading.crashed('unreadable-report', `${checked.problem}\n\n${text}`.slice(0, rawCharacters));
      }
      const report = checked.value;
      return isHeapExhausted && failedForMemory(report) ? outOfMemory(report) : { kind: 'reported', report };
    },
    stopped: (reason, text) => {
      const checked = text === null ? null : checkReport(text, request);
      const report = checked?.ok ? checked.value : null;
      const ended = report?.tests ?? partial;
      if (reason === 'cancelled') return { kind: 'cancelled', partial: ended };
      const limitSeconds = request.limits.seconds;
      return { kind: 'timed-out', limitSeconds, report, lastStarted: running, partial: ended };
    },
    outOfMemory: () => outOfMemory(null),
    crashed: (cause, raw) => ({ kind: 'crashed', cause, raw, lastStarted: running, partial }),
  };
  return reading;
}

/** The heap was full, and that is what made a test or the collection fail. */
function failedForMemory(report: Report): boolean {
  return (
    report.exit === 'internal-error' ||
    report.tests.some((test) => test.failure?.type.endsWith('MemoryError')) ||
    report.collectionErrors.some((error) => error.type.endsWith('MemoryError'))
  );
}
