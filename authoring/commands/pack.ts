/** `challenge pack`: a static site with chosen challenges, to put on any host. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createProgress } from '../../scripts/setup/progress.mjs';
import { projectRoot } from '../../scripts/setup/root.mjs';
import { ensureSite } from '../../scripts/setup/site.mjs';
import { packSite } from '../pack/pack-site.ts';
import { type Say, UsageError } from './command.ts';

/** @returns 0 when the site was written, 1 when not */
export async function pack(args: readonly string[], say: Say): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { challenges: { type: 'string' }, tracks: { type: 'string' }, out: { type: 'string' } },
  });
  if (values.out === undefined) throw new UsageError('Say with --out DIR where the site goes.');
  const own = path.join(projectRoot, 'challenges');
  const out = path.resolve(values.out);
  try {
    await ensureSite({ progress: createProgress() });
    const packed = await packSite({
      app: path.join(projectRoot, 'dist'),
      challenges: values.challenges === undefined ? own : path.resolve(values.challenges),
      ownChallenges: own,
      tracks: values.tracks?.split(',').map((slug) => slug.trim()) ?? null,
      out,
    });
    const challenges = packed.challenges === 1 ? '1 challenge' : `${packed.challenges} challenges`;
    const shelves = packed.tracks === 1 ? '1 shelf' : `${packed.tracks} shelves`;
    say(`${challenges} on ${shelves} in ${out}. Any static host can serve it.`);
    return 0;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
