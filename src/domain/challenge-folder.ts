/** Makes a Challenge of a folder's files. Pure: the caller has read the folder and parsed the TOML. */
import { type Fallback, parseFallback } from './capabilities.ts';
import type { Challenge, ChallengeNeed, ContentProblem, Mutant, RunFile, TextFile } from './challenge.ts';
import { type ChallengeFile, parseChallengeFile } from './challenge-schema.ts';

export interface ChallengeFolder {
  readonly slug: string;
  /** The table in challenge.toml, not yet checked. */
  readonly table: unknown;
  /** Finds the line of a key in challenge.toml, counted from 1. */
  readonly lineOf: (path: readonly (string | number)[]) => number | null;
  /** Text files by path relative to the folder. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files under assets/ that are not UTF-8 text, as base64. */
  readonly binaries: ReadonlyMap<string, string>;
  readonly renderMarkdown: (text: string) => string;
}

export interface ChallengeFolderResult {
  readonly challenge: Challenge | null;
  readonly problems: readonly ContentProblem[];
}

const tomlName = 'challenge.toml';

export function parseChallengeFolder(folder: ChallengeFolder): ChallengeFolderResult {
  const parsed = parseChallengeFile(folder.table);
  if (!parsed.ok) {
    const problems = parsed.problems.map((problem) =>
      toError(tomlName, folder.lineOf(problem.path), problem.message),
    );
    return { challenge: null, problems };
  }

  const file = parsed.value;
  const problems: ContentProblem[] = [];
  if (file.slug !== folder.slug) {
    const message = `The slug is "${file.slug}" but the folder is named "${folder.slug}". Make them equal.`;
    problems.push(toError(tomlName, folder.lineOf(['slug']), message));
  }
  if ((file.kind === 'warm-up') !== file.minutes < 20) {
    const message =
      file.kind === 'warm-up'
        ? `A warm-up takes 5 to 15 minutes, but "minutes" is ${file.minutes}. Shorten it or change "kind".`
        : `A challenge takes 20 to 60 minutes, but "minutes" is ${file.minutes}. Correct it, or set kind = "warm-up".`;
    problems.push(toError(tomlName, folder.lineOf(['minutes']), message));
  }

  const reader = createReader(folder, problems);
  const challenge = buildChallenge(folder, file, reader);
  return problems.some((problem) => problem.severity === 'error')
    ? { challenge: null, problems }
    : { challenge, problems };
}

interface Reader {
  text(path: string, because: string): string;
}

function createReader(folder: ChallengeFolder, problems: ContentProblem[]): Reader {
  return {
    text(path, because) {
      const text = folder.texts.get(path);
      if (text === undefined) problems.push(toError(path, null, `The file is missing. ${because}`));
      return text ?? '';
    },
  };
}

function buildChallenge(folder: ChallengeFolder, file: ChallengeFile, reader: Reader): Challenge {
  const markdown = (path: string, because: string) => folder.renderMarkdown(reader.text(path, because));
  const hintPaths = [...folder.texts.keys()].filter((path) => /^hints\/\d+\.md$/.test(path)).sort(byNumber);
  const tests = (paths: readonly string[], key: string): readonly TextFile[] =>
    paths.map((path) => ({ path, text: reader.text(path, `challenge.toml lists it under files.${key}.`) }));

  return {
    slug: file.slug,
    title: file.title,
    summary: file.summary,
    goal: file.goal,
    track: file.track,
    order: file.order,
    difficulty: file.difficulty,
    minutes: file.minutes,
    kind: file.kind,
    version: file.version,
    concepts: file.concepts,
    needs: file.needs,
    prerequisites: file.prerequisites,
    unlocks: file.unlocks,
    assumes: file.assumes,
    packages: file.packages,
    sources: file.sources,
    timeoutSeconds: file.timeout_s,
    memoryMb: file.memory_mb ?? null,
    keepGc: file.keep_gc,
    draft: file.draft,
    seeds: file.seeds,
    processes: file.processes,
    without: toFallbacks(file.without),
    statementHtml:
      folder.renderMarkdown(
        withoutTitle(
          reader.text('statement.md', 'Write the statement: story, what to know, numbered tasks.'),
        ),
      ) + renderNotice(folder),
    hintsHtml: hintPaths.map((path) => markdown(path, 'Write the hint.')),
    explanationHtml: markdown('explanation.md', 'Write what the learner reads after solving.'),
    starter: learnerFiles(folder, file, reader, 'starter'),
    solution: learnerFiles(folder, file, reader, 'solution'),
    visibleTests: tests(file.files.visible, 'visible'),
    hiddenTests: tests(file.files.hidden, 'hidden'),
    assets: readAssets(folder),
    mutants: file.mutants.map((mutant) => readMutant(folder, file, mutant, reader)),
  };
}

function toFallbacks(without: ChallengeFile['without']): Challenge['without'] {
  const fallbacks: Partial<Record<ChallengeNeed, Fallback>> = {};
  for (const [need, text] of Object.entries(without)) {
    const fallback = parseFallback(text);
    if (fallback !== null) fallbacks[need as ChallengeNeed] = fallback;
  }
  return fallbacks;
}

/** The page shows the title itself, so a statement that begins with it does not repeat it. */
function withoutTitle(markdown: string): string {
  return markdown.replace(/^\s*# .*\n/, '');
}

/** Where a challenge came from and under which licence: always on its page, but out of the way. */
function renderNotice(folder: ChallengeFolder): string {
  const notice = folder.texts.get('NOTICE.md');
  if (notice === undefined) return '';
  const text = folder.renderMarkdown(withoutTitle(notice));
  return `<details class="notice"><summary>Source and licence</summary>${text}</details>`;
}

/** `hints/10.md` comes after `hints/9.md`. */
function byNumber(a: string, b: string): number {
  return Number.parseInt(a.slice('hints/'.length), 10) - Number.parseInt(b.slice('hints/'.length), 10);
}

/** One file has the short form `starter.py`; several mirror their paths under `starter/`. */
function learnerFiles(
  folder: ChallengeFolder,
  file: ChallengeFile,
  reader: Reader,
  kind: 'starter' | 'solution',
): readonly TextFile[] {
  const [only, ...others] = file.files.editor;
  const short = `${kind}.py`;
  if (only !== undefined && others.length === 0 && folder.texts.has(short)) {
    return [{ path: only, text: reader.text(short, '') }];
  }
  return file.files.editor.map((path) => ({
    path,
    text: reader.text(`${kind}/${path}`, `It is the ${kind} of ${path}; with one file, ${short} will do.`),
  }));
}

function readMutant(
  folder: ChallengeFolder,
  file: ChallengeFile,
  mutant: ChallengeFile['mutants'][number],
  reader: Reader,
): Mutant {
  const name = mutant.file.replace(/^mutants\//, '').replace(/\.py$/, '');
  const [only] = file.files.editor;
  const nested = file.files.editor.filter((path) => folder.texts.has(`${mutant.file}/${path}`));
  const files =
    nested.length > 0
      ? nested.map((path) => ({ path, text: reader.text(`${mutant.file}/${path}`, '') }))
      : [{ path: only ?? '', text: reader.text(mutant.file, 'challenge.toml lists it as a mutant.') }];
  return { name, why: mutant.why, kills: mutant.kills, files };
}

/** Assets lie next to solution.py, so `assets/shop.py` becomes `shop.py`. */
function readAssets(folder: ChallengeFolder): readonly RunFile[] {
  const prefix = 'assets/';
  const texts = [...folder.texts]
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, text]) => ({ path: path.slice(prefix.length), text }));
  const binaries = [...folder.binaries].map(([path, base64]) => ({
    path: path.slice(prefix.length),
    base64,
  }));
  return [...texts, ...binaries];
}

function toError(file: string, line: number | null, message: string): ContentProblem {
  return { file, line, message, severity: 'error' };
}
