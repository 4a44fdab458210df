/** Names of the tests in a file before anything has run, in plain words. For display only: the judge decides. */
import type { TextFile } from '../../domain/challenge.ts';

export function listTestNames(files: readonly TextFile[]): readonly string[] {
  return files.flatMap((file) =>
    [...file.text.matchAll(/^[ \t]*(?:async[ \t]+)?def[ \t]+test_?(\w+)[ \t]*\(/gm)].map((match) =>
      (match[1] ?? '').replaceAll('_', ' ').trim(),
    ),
  );
}
