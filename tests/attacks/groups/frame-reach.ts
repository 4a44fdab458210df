/** A hostile script in the main thread of the frame, where the broker should be. */
import type { Attack, AttackGroup } from '../attack.ts';
import { judgeAttempts, judgeSilence, listAttacks, withPrefix } from '../attack.ts';

const group = 'the frame’s main thread';
const attempts = listAttacks(group, 'frame', 'refused, or nothing comes of it', [
  'parent-document',
  'parent-storage',
  'parent-function',
  'top-navigation',
  'top-navigation-to-script',
  'top-fragment',
  'own-navigation-stranger',
  'own-navigation-home',
  'own-navigation-data',
  'own-navigation-script',
  'meta-refresh',
  'popup',
  'link-click',
  'download-click',
  'form',
  'image',
  'style-sheet',
  'prefetch',
  'speculation',
  'script-stranger',
  'script-home',
  'script-text',
  'handler-attribute',
  'eval',
  'frame-stranger',
  'frame-home',
  'object',
  'media',
  'fetch',
  'websocket',
  'beacon',
  'cookie',
  'local-storage',
  'indexed-db',
  'caches',
  'service-worker',
  'broadcast',
  'alert',
  'fullscreen',
  'geolocation',
  'camera',
  'clipboard',
  'credentials',
  'notification',
  'storage-access',
  'second-handshake',
  'take-focus',
]);
/** What an engine asks no policy about. Nobody has the means: the frame's main thread evaluates nothing. */
const unasked = listAttacks(
  group,
  'frame',
  'at most a connection or a datagram without content of the page, as docs/kernel.md says; no request',
  ['preconnect', 'webrtc'],
);
/** Firefox lets a frame walk the tab's history. It comes last, alone: the page may be gone after it. */
const leaving = listAttacks(
  group,
  'frame',
  'nothing, or the tab goes back to an earlier page, as docs/kernel.md says; no request',
  ['history'],
);
/** Longer than an attack takes to tell what came of it. */
const patienceMs = 15_000;
const silence = {
  id: 'frame-silence',
  group,
  attack: 'all of these together, but for the two above',
  expected: 'no request, no connection, no datagram',
};
const page = {
  id: 'frame-page',
  group,
  attack: 'all of these together, as the page sees it',
  expected: 'address and title as before; no message beside the port',
};

export const frameReach: AttackGroup = {
  attacks: [...attempts, ...unasked, silence, page, ...leaving],
  async run({ driver, servers }) {
    await servers.moveDatagrams();
    await driver.open(`${servers.site.home}frames.html`);
    servers.takeHits();
    await driver.evaluate(() => void window.attacks.takeOverheard(), null);
    const before = await driver.evaluate(() => window.attacks.describePage(), null);
    const tryAll = (attacks: readonly Attack[]) =>
      driver.evaluate(([ids, site]) => window.attacks.frames(ids, site), [
        attacks.map(({ id }) => id.replace(/^frame-/, '')),
        servers.site,
      ] as const);
    const said = await tryAll(attempts);
    const hits = servers.takeHits();
    const saidUnasked = await tryAll(unasked);
    const unaskedHits = servers.takeHits();
    const after = await driver.evaluate(() => window.attacks.describePage(), null);
    const heard = await driver.evaluate(() => window.attacks.takeOverheard(), null);
    const saidLeaving = await Promise.race([tryAll(leaving).catch(() => gone), afterPatience()]);
    const leavingHits = servers.takeHits();
    await driver.open(servers.site.home);
    return [
      ...judgeAttempts(attempts, withPrefix('frame', said), hits),
      ...judgeAttempts(unasked, withPrefix('frame', saidUnasked), unaskedHits).map((row) => ({
        ...row,
        happened: `${row.happened}; ${unaskedHits.connections} connections, ${unaskedHits.datagrams} datagrams from both`,
      })),
      judgeSilence(silence.id, hits),
      {
        id: page.id,
        happened: [before === after ? 'unchanged' : `${before} became ${after}`, ...heard].join('; '),
        isFine: before === after && heard.length === 0,
        stallMs: null,
      },
      ...judgeAttempts(leaving, withPrefix('frame', saidLeaving), leavingHits),
    ];
  },
};

const gone = { history: 'silent: the tab went back to an earlier page' };

/** A page that was left answers nothing any more. */
function afterPatience(): Promise<typeof gone> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(gone), patienceMs);
  });
}
