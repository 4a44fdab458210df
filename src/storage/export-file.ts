/** The one file that holds everything of a learner: written by export, read by import. */
import * as v from 'valibot';
import type { Draft, Snapshot } from '../domain/draft.ts';
import type { Attempt, ChallengeProgress } from '../domain/progress.ts';
import { AttemptSchema, DraftSchema, ProgressSchema, SnapshotSchema } from './record-schemas.ts';

const format = 'interleave-export';
const schema = 1;
const maxCharacters = 100_000_000;
/** An export nests half as deep. Text that nests a million times would exhaust the memory of whoever parses it. */
const maxDepth = 16;
/** More than anybody has worked on; a list of them could not be shown. */
const maxDrafts = 10_000;

export interface ExportFile {
  readonly exportedAt: number;
  readonly drafts: readonly Draft[];
  readonly snapshots: readonly Snapshot[];
  readonly attempts: readonly Attempt[];
  readonly progress: readonly ChallengeProgress[];
}

export type ReadExport =
  | { readonly ok: true; readonly file: ExportFile; readonly problems: readonly string[] }
  | { readonly ok: false; readonly message: string };

const EnvelopeSchema = v.object({
  format: v.literal(format),
  schema: v.number(),
  exportedAt: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
  drafts: v.array(v.unknown()),
  snapshots: v.array(v.unknown()),
  attempts: v.array(v.unknown()),
  progress: v.array(v.unknown()),
});

export function writeExport(file: ExportFile): string {
  return JSON.stringify({ format, schema, ...file }, null, 1);
}

/** Reads what may be anything. Records that do not fit are counted in `problems`; the rest is usable. */
export function readExport(text: string): ReadExport {
  if (text.length > maxCharacters) {
    return refuse('This file is too large to be an export of Interleave. Choose the file you saved here.');
  }
  const notWhole = 'This file is not a whole export: it breaks off or was changed. Nothing was imported.';
  if (isDeeperThan(text, maxDepth)) return refuse(notWhole);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refuse(notWhole);
  }
  const envelope = v.safeParse(EnvelopeSchema, raw);
  if (!envelope.success) {
    return refuse('This file is not an export of Interleave. Nothing was imported.');
  }
  if (envelope.output.schema > schema) {
    return refuse(
      'This file was saved by a newer version of Interleave. Reload this page, then import it again.',
    );
  }
  if (envelope.output.drafts.length > maxDrafts) {
    return refuse(
      'This file holds more drafts than there can be, so it was not made by Interleave. Nothing was imported.',
    );
  }

  const problems: string[] = [];
  const read = <T>(
    name: string,
    shape: v.GenericSchema<unknown, T>,
    values: readonly unknown[],
  ): readonly T[] => {
    const good = values.flatMap((value) => {
      const result = v.safeParse(shape, value);
      return result.success ? [result.output] : [];
    });
    const bad = values.length - good.length;
    if (bad > 0) problems.push(`${bad} of ${values.length} ${name} cannot be read and will be left out.`);
    return good;
  };
  const { exportedAt, drafts, snapshots, attempts, progress } = envelope.output;
  return {
    ok: true,
    problems,
    file: {
      exportedAt,
      drafts: read('drafts', DraftSchema, drafts),
      snapshots: read('saved copies', SnapshotSchema, snapshots),
      attempts: read('attempts', AttemptSchema, attempts),
      progress: read('progress entries', ProgressSchema, progress),
    },
  };
}

const codes = { quote: 0x22, backslash: 0x5c, open: [0x5b, 0x7b], close: [0x5d, 0x7d] } as const;

/** Counts brackets outside strings, without building anything. */
function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === codes.backslash) at += 1;
      else if (code === codes.quote) isInString = false;
    } else if (code === codes.quote) isInString = true;
    else if (code === codes.open[0] || code === codes.open[1]) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === codes.close[0] || code === codes.close[1]) depth -= 1;
  }
  return false;
}

function refuse(message: string): ReadExport {
  return { ok: false, message };
}
