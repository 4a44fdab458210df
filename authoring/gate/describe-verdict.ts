/** A verdict as the second half of a sentence for authors. */
import type { Failure } from '../../src/domain/report.ts';
import type { Verdict } from '../../src/domain/verdict.ts';

const most = 4;

/** @returns what happened, ending with a full stop: "these are red: …." */
export function describeVerdict(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'passed':
      return 'every test passed.';
    case 'failed': {
      const red = verdict.report.tests.filter((test) => test.failure !== null);
      const words = red.slice(0, most).map((test) => `${test.id} (${firstLine(test.failure)})`);
      const rest = red.length > most ? `; and ${red.length - most} more` : '';
      return red.length === 0 ? 'some tests never ended.' : `these are red: ${words.join('; ')}${rest}.`;
    }
    case 'broken-code': {
      const errors = verdict.report.collectionErrors.map((error) => {
        const place = error.line === null ? error.file : `${error.file}:${error.line}`;
        return `${place}: ${stripStop(error.message.split('\n')[0] ?? '')}`;
      });
      return `it cannot be imported: ${errors.join('; ')}.`;
    }
    case 'timed-out':
      return `it took longer than ${verdict.limitSeconds} s (last started: ${verdict.lastStarted ?? 'nothing'}).`;
    case 'out-of-memory':
      return `it ran out of memory (last started: ${verdict.lastStarted ?? 'nothing'}).`;
    case 'cancelled':
      return 'it was stopped.';
    case 'crashed':
      return `it ended Python (${verdict.cause}): ${stripStop(verdict.raw.split('\n')[0] ?? '') || 'no reason given'}.`;
  }
}

/** Test functions that were red, without file and parameters, each once. */
export function listRedTests(verdict: Verdict): readonly string[] {
  if (verdict.kind !== 'failed') return [];
  const red = verdict.report.tests.filter(
    (test) => test.outcome === 'failed' || test.outcome === 'error' || test.outcome === 'xpassed',
  );
  return [...new Set(red.map((test) => test.id.replace(/\[.*$/s, '').replace(/^.*::/s, '')))];
}

function firstLine(failure: Failure | null): string {
  if (failure === null) return '';
  const line = failure.message.split('\n')[0]?.trim() ?? '';
  return stripStop(line === '' ? failure.type : line).slice(0, 200);
}

function stripStop(text: string): string {
  return text.trim().replace(/\.$/, '');
}
