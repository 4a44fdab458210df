/** A challenge folder that an import has made, and how it reaches the disk: whole, or not at all. */
import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'smol-toml';
import type { ImportNote } from './import-note.ts';
import { decodeText } from './source-files.ts';

export interface DraftFolder {
  readonly slug: string;
  /** By path relative to the challenge folder. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly notes: readonly ImportNote[];
}

/** What an import knows of a challenge; everything else keeps its default. */
export interface DraftFields {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly goal: string;
  readonly track: string;
  readonly order: number;
  readonly difficulty: number;
  readonly minutes: number;
  readonly concepts: readonly string[];
  readonly prerequisites: readonly string[];
  readonly assumes: readonly string[];
  readonly packages: readonly string[];
  readonly needs: readonly string[];
  readonly timeoutSeconds: number;
  readonly sources: readonly string[];
  readonly editor: readonly string[];
  readonly visible: readonly string[];
  /** Given to the learner as they are; what is text can be read beside the code. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}

/** First words of every NOTICE.md that an import writes; `--replace` looks for them. */
export const noticeHead = '# Source and licence';
/** Names that a challenge folder uses itself, so that no test file can lie there. */
const reserved =
  /^(challenge\.toml|statement.*\.md|explanation.*\.md|NOTICE\.md|(starter|solution)(\.py)?|hints|mutants|assets)$/;

export function isReservedName(file: string): boolean {
  return reserved.test(file.split('/')[0] ?? '');
}

export function writeChallengeToml(fields: DraftFields): string {
  const { needs } = fields;
  const shown = [...fields.assets].filter(([, bytes]) => isText(bytes)).map(([file]) => file);
  return [
    '# Made by an import. `draft` lets the gate only warn about hints, mutants and numbers of tests;',
    '# take it away once they are written.',
    stringify({
      schema: 1,
      version: 1,
      slug: fields.slug,
      draft: true,
      title: fields.title,
      track: fields.track,
      order: fields.order,
      difficulty: fields.difficulty,
      minutes: fields.minutes,
      summary: fields.summary,
      goal: fields.goal,
      concepts: [...fields.concepts],
      prerequisites: [...fields.prerequisites],
      assumes: [...fields.assumes],
      packages: [...fields.packages],
      needs: [...needs],
      ...(needs.includes('processes') ? { processes: 2 } : {}),
      timeout_s: fields.timeoutSeconds,
      sources: [...fields.sources],
      files: {
        editor: [...fields.editor],
        visible: [...fields.visible],
        ...(shown.length === 0 ? {} : { shown }),
      },
    }),
  ].join('\n');
}

function isText(bytes: Uint8Array): boolean {
  return decodeText(bytes)?.includes('\0') === false;
}

/**
 * Writes the folder beside its place and renames it.
 * @param replace whether a folder that an import made may be replaced
 * @returns null, or a sentence that says why nothing was written
 */
export async function writeDraftFolder(
  into: string,
  folder: DraftFolder,
  replace: boolean,
): Promise<string | null> {
  const place = path.join(into, folder.slug);
  if ((await lstat(place).catch(() => null)) !== null) {
    if (!replace) return 'There is a folder of this name already. Remove it, or say --replace.';
    const notice = await readFile(path.join(place, 'NOTICE.md'), 'utf8').catch(() => '');
    if (!notice.startsWith(noticeHead)) {
      return 'There is a folder of this name that no import made, so it is not replaced. Rename one of them.';
    }
  }

  const part = path.join(into, `.${folder.slug}.part`);
  await rm(part, { recursive: true, force: true });
  for (const [name, content] of folder.files) {
    await mkdir(path.dirname(path.join(part, name)), { recursive: true });
    await writeFile(path.join(part, name), content);
  }
  await rm(place, { recursive: true, force: true });
  await rename(part, place);
  return null;
}
