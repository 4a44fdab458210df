/** What an attack is, and what came of it. */
import type { PageDriver } from './driver.ts';
import type { AttackServers, Hits } from './servers.ts';

export interface Attack {
  /** Unique among all attacks. */
  readonly id: string;
  /** Where it comes from. */
  readonly group: string;
  readonly attack: string;
  readonly expected: string;
}

export interface AttackOutcome {
  readonly id: string;
  readonly happened: string;
  readonly isFine: boolean;
  /** The longest time for which the page could do nothing; null where nobody looked. */
  readonly stallMs: number | null;
}

/** Where attacks are made. */
export interface Stage {
  readonly driver: PageDriver;
  readonly servers: AttackServers;
  /** A file of this machine that nobody in a browser may read. */
  readonly secretFile: string;
  /** What the app's stores held before the first attack, as `readTreasure` tells it. */
  readonly planted: string;
}

/** Attacks of one kind, which are made together. */
export interface AttackGroup {
  readonly attacks: readonly Attack[];
  run(stage: Stage): Promise<readonly AttackOutcome[]>;
}

/** What each attempt says when it got nowhere. */
const gotNowhere = /^(refused|absent|silent): /;

/** Attacks that are named by what they try; their ids are words joined by hyphens. */
export function listAttacks(
  group: string,
  prefix: string,
  expected: string,
  ids: readonly string[],
): Attack[] {
  return ids.map((id) => ({ id: `${prefix}-${id}`, group, attack: id.replaceAll('-', ' '), expected }));
}

/**
 * Outcomes of attempts that must get nowhere: by their own words, and by what the servers heard meanwhile.
 * @param said by id
 */
export function judgeAttempts(
  attacks: readonly Attack[],
  said: Readonly<Record<string, string>>,
  hits: Hits,
  stallMs: number | null = null,
): readonly AttackOutcome[] {
  return attacks.map(({ id }) => {
    const happened = said[id] ?? 'not tried';
    const own = hits.paths.filter((path) => path === `/hit/${id}`);
    const words = own.length === 0 ? happened : `${happened}, and the server was asked for ${own.join(', ')}`;
    return { id, happened: words, isFine: gotNowhere.test(happened) && own.length === 0, stallMs };
  });
}

/** One row for what cannot be told apart: any request, connection or datagram of a whole group. */
export function judgeSilence(id: string, { paths, connections, datagrams }: Hits): AttackOutcome {
  return {
    id,
    happened: `${paths.length} requests, ${connections} connections, ${datagrams} datagrams`,
    isFine: paths.length === 0 && connections === 0 && datagrams === 0,
    stallMs: null,
  };
}

/** With the prefix of their attacks before each name. */
export function withPrefix(
  prefix: string,
  said: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(said).map(([name, words]) => [`${prefix}-${name}`, words]));
}
