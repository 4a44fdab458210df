/** Hands the learner's code over as a file: one file as itself, several as one text with their names. */
import type { TextFile } from '../../domain/challenge.ts';

export function downloadDraft(slug: string, files: readonly TextFile[]): void {
  const [only] = files;
  const isSingle = files.length === 1 && only !== undefined;
  const text = isSingle ? only.text : files.map((file) => `# ${file.path}\n${file.text}`).join('\n\n');
  const url = URL.createObjectURL(new Blob([text], { type: 'text/x-python' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = isSingle ? `${slug}-${only.path.split('/').at(-1)}` : `${slug}.py`;
  link.click();
  // The download has its own handle on the data once the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
