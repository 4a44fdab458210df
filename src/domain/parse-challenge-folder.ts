/** Makes a Challenge of a folder's files. Pure: the caller has read the folder and parsed the TOML. */

import type { Challenge, ChallengeNeed, Mutant, RunFile, TextFile } from './challenge.ts';
import { type ChallengeFolder, tomlName } from './challenge-folder.ts';
import { type ChallengeFile, parseChallengeFile } from './challenge-schema.ts';
import { suggest } from './closest-word.ts';
import { type ContentProblem, isError, toError } from './content-problem.ts';
import { type Fallback, parseFallback } from './fallback.ts';
import { findFolderProblems } from './folder-rules.ts';
import type { ChallengeLink } from './rendered-markdown.ts';
import { readTranslations } from './translated-texts.ts';

export interface ChallengeFolderResult {
  readonly challenge: Challenge | null;
  readonly problems: readonly ContentProblem[];
  /** Links to other challenges, with the file that holds them. */
  readonly links: readonly (ChallengeLink & { readonly file: string })[];
}

export function parseChallengeFolder(folder: ChallengeFolder): ChallengeFolderResult {
  const parsed = parseChallengeFile(folder.table);
  if (!parsed.ok) {
    const problems = parsed.problems.map((problem) =>
      toError(tomlName, folder.lineOf(problem.path), problem.message),
    );
    return { challenge: null, problems, links: [] };
  }
  const reader = new FolderReader(folder, parsed.value.draft);
  const challenge = buildChallenge(folder, parsed.value, reader);
  const problems = [...reader.problems, ...findFolderProblems(folder, parsed.value)];
  return { challenge: problems.some(isError) ? null : challenge, problems, links: reader.links };
}

/** Takes files out of the folder and notes what is missing. */
class FolderReader {
  readonly problems: ContentProblem[] = [];
  readonly links: (ChallengeLink & { readonly file: string })[] = [];
  readonly #folder: ChallengeFolder;
  readonly #isDraft: boolean;

  constructor(folder: ChallengeFolder, isDraft: boolean) {
    this.#folder = folder;
    this.#isDraft = isDraft;
  }

  /** @param missing where to complain and what to say when the file is not there */
  text(
    path: string,
    missing: { readonly file?: string; readonly line?: number | null; readonly message: string },
  ) {
    const text = this.#folder.texts.get(path);
    if (text !== undefined) return text;
    if (this.#folder.folders.has(path)) {
      this.problems.push(toError(path, null, 'It is a folder; a file is expected here.'));
    } else if (!this.#folder.unreadable.has(path)) {
      const hint = suggest(path, this.#folder.texts.keys());
      this.problems.push(toError(missing.file ?? path, missing.line ?? null, missing.message + hint));
    }
    return '';
  }

  markdown(path: string, message: string, prepare = (text: string) => text): string {
    const rendered = this.#folder.renderMarkdown(prepare(this.text(path, { message })));
    for (const problem of rendered.problems) {
      // What was written for another site links and draws as that site does; the draft is of use all the same.
      const severity = this.#isDraft ? 'warning' : problem.severity;
      this.problems.push({ ...problem, file: path, severity });
    }
    this.links.push(...rendered.challengeLinks.map((link) => ({ ...link, file: path })));
    return rendered.html;
  }
}

function buildChallenge(folder: ChallengeFolder, file: ChallengeFile, reader: FolderReader): Challenge {
  const tests = (key: 'visible' | 'hidden'): readonly TextFile[] =>
    file.files[key].map((path, index) => ({
      path,
      text: reader.text(path, {
        file: tomlName,
        line: folder.lineOf(['files', key, index]),
        message: `files.${key} lists ${path}, but there is no such file. Write it or correct the name.`,
      }),
    }));
  const solution = learnerFiles(folder, file, reader, 'solution');
  const hintPaths = listHints(folder, file);

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
      reader.markdown('statement.md', missingStatement, withoutTitle) + renderNotice(folder, reader),
    hintsHtml: hintPaths.map((path, index) => reader.markdown(path, missingHint(index + 1))),
    explanationHtml: reader.markdown(
      'explanation.md',
      'The file is missing. Write what the learner reads after solving.',
    ),
    translations: readTranslations(folder.texts.keys(), hintPaths.length, (path) =>
      reader.markdown(path, '', withoutTitle),
    ),
    starter: learnerFiles(folder, file, reader, 'starter'),
    solution,
    visibleTests: tests('visible'),
    hiddenTests: tests('hidden'),
    assets: readAssets(folder),
    shownAssets: file.files.shown,
    mutants: file.mutants.map((mutant, index) =>
      readMutant(folder, mutant, solution, reader, folder.lineOf(['mutants', index, 'file'])),
    ),
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

const missingStatement = 'The file is missing. Write the statement: story, what to know, numbered tasks.';

function missingHint(number: number): string {
  return `The file is missing. Write hint ${number}: the three lead from where to look, to what to use, to almost the line.`;
}

/** What is there, and the three that have to be; a warm-up and a draft may do with fewer. */
function listHints(folder: ChallengeFolder, file: ChallengeFile): readonly string[] {
  const numbers = [...folder.texts.keys()].flatMap((path) => /^hints\/(\d+)\.md$/.exec(path)?.[1] ?? []);
  const last = Math.max(file.kind === 'warm-up' || file.draft ? 0 : 3, ...numbers.map(Number));
  // A stray hints/9000.md is a mistake in one name, not nine thousand missing hints.
  const count = Math.min(last, 40);
  return Array.from({ length: count }, (_, index) => `hints/${index + 1}.md`);
}

/** The page shows the title itself. Blank lines stay in its place, so that lines keep their numbers. */
function withoutTitle(markdown: string): string {
  return markdown.replace(/^(\s*)# .*/, '$1');
}

/** Where a challenge came from and under which licence: always on its page, but out of the way. */
function renderNotice(folder: ChallengeFolder, reader: FolderReader): string {
  if (!folder.texts.has('NOTICE.md')) return '';
  const text = reader.markdown('NOTICE.md', '', withoutTitle);
  return `<details class="notice"><summary>Source and licence</summary>${text}</details>`;
}

/** One file has the short form `starter.py`; several mirror their paths under `starter/`. */
function learnerFiles(
  folder: ChallengeFolder,
  file: ChallengeFile,
  reader: FolderReader,
  kind: 'starter' | 'solution',
): readonly TextFile[] {
  const [only, ...others] = file.files.editor;
  const short = `${kind}.py`;
  const isLong = file.files.editor.some((path) => folder.texts.has(`${kind}/${path}`));
  if (only !== undefined && others.length === 0 && !isLong) {
    const message = `The file is missing. Write the ${kind} of ${only}.`;
    return [{ path: only, text: reader.text(short, { message }) }];
  }
  return file.files.editor.map((path) => {
    const message = `The file is missing. It is the ${kind} of ${path}, which files.editor lists.`;
    return { path, text: reader.text(`${kind}/${path}`, { message }) };
  });
}

/** What a mutant's folder does not hold is as in the solution, so that a mutant shows its one mistake. */
function readMutant(
  folder: ChallengeFolder,
  mutant: ChallengeFile['mutants'][number],
  solution: readonly TextFile[],
  reader: FolderReader,
  line: number | null,
): Mutant {
  const name = mutant.file.replace(/^mutants\//, '').replace(/\.py$/, '');
  const { why, kills } = mutant;
  if (solution.some(({ path }) => folder.texts.has(`${mutant.file}/${path}`))) {
    const files = solution.map(({ path, text }) => ({
      path,
      text: folder.texts.get(`${mutant.file}/${path}`) ?? text,
    }));
    return { name, why, kills, files };
  }
  const message = `mutants lists ${mutant.file}, but there is no such file. Write it or correct the name.`;
  const text = reader.text(mutant.file, { file: tomlName, line, message });
  const [first, ...others] = solution;
  return { name, why, kills, files: [{ path: first?.path ?? '', text }, ...others] };
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
