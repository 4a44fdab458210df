/** Checks a report against the request it answers: it may speak of the requested test files and nothing else. */
import { type Parsed, parseReport, type Report, type RunEvent } from '../../domain/report.ts';
import type { RunRequest } from '../../domain/run-request.ts';

/** Parses the judge's JSON and refuses tests that were not asked for. */
export function checkReport(text: string, request: RunRequest): Parsed<Report> {
  const parsed = parseReport(text);
  if (!parsed.ok) return parsed;
  const { planned, tests } = parsed.value;

  const stranger = [...planned, ...tests].find((test) => !isRequested(test.id, request));
  if (stranger)
    return { ok: false, problem: `The report speaks of a test that was not asked for: ${stranger.id}` };
  const plannedIds = new Set(planned.map((test) => test.id));
  const unplanned = tests.find((test) => !plannedIds.has(test.id));
  if (unplanned)
    return { ok: false, problem: `The report has a result for an unplanned test: ${unplanned.id}` };
  return parsed;
}

/** True for an event about nothing but requested tests. */
export function isRequestedEvent(event: RunEvent, request: RunRequest): boolean {
  switch (event.type) {
    case 'planned':
      return event.tests.every((test) => isRequested(test.id, request));
    case 'started':
      return isRequested(event.id, request);
    case 'finished':
      return isRequested(event.test.id, request);
    default:
      return true;
  }
}

function isRequested(id: string, request: RunRequest): boolean {
  return request.testFiles.some((file) => id === file || id.startsWith(`${file}::`));
}
