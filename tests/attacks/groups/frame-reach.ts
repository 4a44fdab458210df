/** A hostile script in the main thread of the frame, where the broker should be. */
import type { AttackGroup } from '../attack.ts';
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
  'preconnect',
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
  'webrtc',
  'cookie',
  'local-storage',
  'indexed-db',
  'caches',
  'service-worker',
  'broadcast',
  'alert',
  'history',
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
const silence = {
  id: 'frame-silence',
  group,
  attack: 'all of these together',
  expected: 'no request, no connection, no datagram',
};
const page = {
  id: 'frame-page',
  group,
  attack: 'all of these together, as the page sees it',
  expected: 'address, title and history as before; no message beside the port',
};

export const frameReach: AttackGroup = {
  attacks: [...attempts, silence, page],
  async run({ driver, servers }) {
    await driver.open(`${servers.site.home}frames.html`);
    servers.takeHits();
    await driver.evaluate(() => void window.attacks.takeOverheard(), null);
    const before = await driver.evaluate(() => window.attacks.describePage(), null);
    const names = attempts.map(({ id }) => id.replace(/^frame-/, ''));
    const said = await driver.evaluate(([ids, site]) => window.attacks.frames(ids, site), [
      names,
      servers.site,
    ] as const);
    const after = await driver.evaluate(() => window.attacks.describePage(), null);
    const heard = await driver.evaluate(() => window.attacks.takeOverheard(), null);
    const hits = servers.takeHits();
    await driver.open(servers.site.home);
    return [
      ...judgeAttempts(attempts, withPrefix('frame', said), hits),
      judgeSilence(silence.id, hits),
      {
        id: page.id,
        happened: [before === after ? 'unchanged' : `${before} became ${after}`, ...heard].join('; '),
        isFine: before === after && heard.length === 0,
        stallMs: null,
      },
    ];
  },
};
