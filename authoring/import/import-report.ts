/** What an import did, folder by folder, and how it is told. */
import { formatNotes, type ImportNote } from './import-note.ts';

export interface ImportReport {
  /** Slugs of the folders that were written. */
  readonly imported: readonly string[];
  /** Folders that were not, each with the sentence why. */
  readonly refused: readonly { readonly slug: string; readonly why: string }[];
  readonly notes: readonly ImportNote[];
  /** Sentences on the paths given and on the shelf. */
  readonly remarks: readonly string[];
}

export function formatReport(report: ImportReport, into: string): readonly string[] {
  const { imported, refused, notes, remarks } = report;
  const count = (n: number) => `${n} ${n === 1 ? 'challenge' : 'challenges'}`;
  return [
    ...remarks,
    `Imported ${count(imported.length)} into ${into}.`,
    ...(refused.length === 0
      ? []
      : ['', `Not imported, ${refused.length}:`, ...refused.map(({ slug, why }) => `  ${slug}: ${why}`)]),
    ...(notes.length === 0
      ? []
      : ['', 'Not taken over as it was:', ...formatNotes(notes).map((line) => `  ${line}.`)]),
  ];
}
