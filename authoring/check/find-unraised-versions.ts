/** Challenges whose starter or tests differ from what is published while `version` does not: drafts would not notice. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse as parseToml } from 'smol-toml';
import type { Challenge, TextFile } from '../../src/domain/challenge.ts';

const run = promisify(execFile);
const publishedBranches = ['origin/main', 'origin/master', 'main', 'master'];

/**
 * Compares with git: with where the branch left `main`, or on `main` itself with its last commit. Without git, in a
 * shallow clone without that commit, or for a challenge that is new, there is nothing to compare.
 * @returns a sentence for each challenge that needs one, by slug
 */
export async function findUnraisedVersions(
  root: string,
  challenges: readonly Challenge[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const published = await findPublished(root);
  if (published === null) return found;
  for (const challenge of challenges) {
    const changed = await listChanged(root, published, challenge);
    if (changed.length === 0) continue;
    const message = `${changed.join(', ')} changed since the published version ${challenge.version}. Raise "version" in challenge.toml, so that learners with a draft are told.`;
    found.set(challenge.slug, message);
  }
  return found;
}

async function findPublished(root: string): Promise<string | null> {
  for (const branch of publishedBranches) {
    const commit = await git(root, ['merge-base', 'HEAD', branch]);
    if (commit !== null) return commit.trim();
  }
  return (await git(root, ['rev-parse', 'HEAD']))?.trim() ?? null;
}

async function listChanged(root: string, commit: string, challenge: Challenge): Promise<readonly string[]> {
  const folder = path.join(root, challenge.slug);
  const show = (file: string) => git(folder, ['show', `${commit}:./${file}`]);
  const toml = await show('challenge.toml');
  if (toml === null || versionOf(toml) !== challenge.version) return [];

  const isShort = challenge.starter.length === 1 && (await show('starter.py')) !== null;
  const changed: string[] = [];
  const compare = async (name: string, { text }: TextFile) => {
    const before = await show(name);
    if (before?.replaceAll('\r\n', '\n') !== text) changed.push(name);
  };
  for (const file of challenge.starter) await compare(isShort ? 'starter.py' : `starter/${file.path}`, file);
  for (const file of [...challenge.visibleTests, ...challenge.hiddenTests]) await compare(file.path, file);
  return changed;
}

function versionOf(toml: string): number | null {
  try {
    const { version = 1 } = parseToml(toml);
    return Number(version);
  } catch {
    return null;
  }
}

/** @returns what git says; null when it says no, or is not there */
async function git(folder: string, args: readonly string[]): Promise<string | null> {
  try {
    const { stdout } = await run('git', ['-C', folder, ...args], { maxBuffer: 10_000_000 });
    return stdout;
  } catch {
    return null;
  }
}
