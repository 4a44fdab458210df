/** What is wrong with a folder of content, as a sentence for its author, and where. */

export interface ContentProblem {
  /** Path relative to the challenge folder. */
  readonly file: string;
  /** Counted from 1; null where no line is to blame, as when a file is missing. */
  readonly line: number | null;
  /** Whole sentences: what is wrong and what to do. */
  readonly message: string;
  /** An error keeps the challenge out of the catalogue; a warning does not. */
  readonly severity: 'error' | 'warning';
}

export function toError(file: string, line: number | null, message: string): ContentProblem {
  return { file, line, message, severity: 'error' };
}

export function toWarning(file: string, line: number | null, message: string): ContentProblem {
  return { file, line, message, severity: 'warning' };
}

export function isError(problem: ContentProblem): boolean {
  return problem.severity === 'error';
}

/** `folder/file:line: message`; the folder is empty for what lies beside the challenge folders. */
export function formatProblem(folder: string, problem: ContentProblem): string {
  const place = [folder, problem.file].filter((part) => part !== '').join('/');
  const line = problem.line === null ? '' : `:${problem.line}`;
  return `${problem.severity}: ${place}${line}: ${problem.message}`;
}
