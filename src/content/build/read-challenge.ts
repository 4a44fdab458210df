/** One challenge folder on disk to a Challenge, or to what its author has to do. */
import { parse as parseToml } from 'smol-toml';
import { tomlName } from '../../domain/challenge-folder.ts';
import { suggest } from '../../domain/closest-word.ts';
import { isError, toError } from '../../domain/content-problem.ts';
import { type ChallengeFolderResult, parseChallengeFolder } from '../../domain/parse-challenge-folder.ts';
import type { LinkedTerm } from './link-terms.ts';
import { collectPictures } from './pictures.ts';
import { type Disk, readFolder } from './read-folder.ts';
import { toTomlProblem } from './read-tracks.ts';
import { renderMarkdown } from './render-markdown.ts';
import { indexTomlLines } from './toml-lines.ts';

export interface FolderResult extends ChallengeFolderResult {
  readonly slug: string;
  readonly lineOf: (path: readonly (string | number)[]) => number | null;
}

/** The glossary's page, from `c/<slug>/`. */
const fromChallengePage = '../../glossary/';

/**
 * Nothing outside `root` is read, and no mistake in the folder throws.
 * @param terms words that lead to the glossary
 */
export async function readChallenge(
  root: string,
  slug: string,
  terms: readonly LinkedTerm[],
  disk?: Disk,
): Promise<FolderResult> {
  const files = await readFolder(root, disk);
  const fail = (...problems: ChallengeFolderResult['problems']): FolderResult => ({
    slug,
    challenge: null,
    problems: [...files.problems, ...problems],
    links: [],
    lineOf: () => null,
  });
  const toml = files.texts.get(tomlName);
  if (toml === undefined) {
    if (files.problems.some((problem) => problem.file === tomlName && isError(problem))) return fail();
    const message = files.folders.has(tomlName)
      ? 'It is a folder; a file is expected here.'
      : `The file is missing. Every challenge folder needs one; copy it from a neighbour.${suggest(tomlName, files.texts.keys())}`;
    return fail(toError(tomlName, null, message));
  }

  let table: unknown;
  try {
    table = parseToml(toml);
  } catch (error) {
    return fail(toTomlProblem(tomlName, error));
  }
  const lineOf = indexTomlLines(toml);
  const pictures = collectPictures(files.texts, files.binaries);
  const result = parseChallengeFolder({
    slug,
    table,
    lineOf,
    texts: files.texts,
    binaries: files.binaries,
    folders: files.folders,
    unreadable: new Set(files.problems.filter(isError).map((problem) => problem.file)),
    renderMarkdown: (text) =>
      renderMarkdown(text, { pictures, glossary: { terms, address: fromChallengePage } }),
  });
  const problems = [...files.problems, ...result.problems];
  return { ...result, slug, lineOf, problems, challenge: problems.some(isError) ? null : result.challenge };
}
