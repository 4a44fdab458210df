/** Markup or script that has got into a page of the app all the same. */
import type { AttackGroup } from '../attack.ts';
import { judgeAttempts, judgeSilence, listAttacks, withPrefix } from '../attack.ts';

const group = 'a page with the app’s policy';
const attempts = listAttacks(group, 'wall', 'refused; no script runs, nothing reaches a server', [
  'inner-html',
  'adjacent-html',
  'contextual-fragment',
  'parsed-document',
  'document-write',
  'script-text',
  'script-stranger',
  'script-data',
  'script-blob',
  'module-stranger',
  'handler-attribute',
  'script-link',
  'script-frame',
  'frame-document',
  'frame-stranger',
  'eval',
  'function-constructor',
  'timeout-text',
  'worker-text-address',
  'service-worker-address',
  'new-policy',
  'default-policy',
  'fetch-stranger',
  'beacon-stranger',
  'image-stranger',
  'style-stranger',
  'background-stranger',
  'object-stranger',
  'form-stranger',
  'base-stranger',
]);
const silence = {
  id: 'wall-silence',
  group,
  attack: 'all of these together',
  expected: 'no request, no connection, no datagram',
};

export const walls: AttackGroup = {
  attacks: [...attempts, silence],
  async run({ driver, servers }) {
    servers.takeHits();
    const said = await driver.evaluate((site) => window.attacks.walls(site), servers.site);
    const hits = servers.takeHits();
    // What the attempts have left on the page is none of the next group's business.
    await driver.open(servers.site.home);
    return [...judgeAttempts(attempts, withPrefix('wall', said), hits), judgeSilence(silence.id, hits)];
  },
};
