/** What a run depends on, as text: two runs with the same text need not both be made. */
import type { Challenge } from '../../src/domain/challenge.ts';
import { buildRunRequest, type RunRequest } from '../../src/domain/run-request.ts';

/** Everything that a run can tell apart. Of the starter it knows only whether it is the text that runs. */
export function toRunText(request: RunRequest): string {
  const { starter, ...rest } = request;
  const texts = new Map(request.files.map((file) => [file.path, 'text' in file ? file.text : null]));
  const isStarter = starter.every((file) => texts.get(file.path) === file.text);
  return JSON.stringify({ ...rest, isStarter });
}

/** The same without the choice and the order of tests: which texts meet which tests under which limits. */
export function toFilesText(request: RunRequest): string {
  return toRunText({ ...request, only: [] });
}

/** Every text that the gate of this challenge lets meet its tests. */
export function listFilesTexts(challenge: Challenge): ReadonlySet<string> {
  const texts = [challenge.solution, challenge.starter, ...challenge.mutants.map((mutant) => mutant.files)];
  return new Set(texts.map((files) => toFilesText(buildRunRequest(challenge, files, 'all'))));
}
