/** JavaScript of an attacker's own in the interpreter's worker: as if Python had found its way out. */
import type { AttackGroup } from '../attack.ts';
import { judgeAttempts, judgeSilence, listAttacks, withPrefix } from '../attack.ts';
import { hostileRequest } from '../requests.ts';

const group = 'JavaScript in the worker';
const attempts = listAttacks(group, 'js', 'refused or absent; nothing reaches a server or the app', [
  'fetch-home',
  'fetch-stranger',
  'fetch-no-cors',
  'fetch-post',
  'fetch-later',
  'xhr-sync',
  'xhr-async',
  'websocket',
  'websocket-stream',
  'event-source',
  'webtransport',
  'webrtc',
  'send-beacon',
  'font-face',
  'wasm-streaming',
  'image-bitmap',
  'import-scripts-stranger',
  'import-scripts-home',
  'import-scripts-blob',
  'import-scripts-data',
  'import-stranger',
  'import-data',
  'import-blob',
  'eval',
  'function-constructor',
  'async-function-constructor',
  'timeout-text',
  'worker-stranger',
  'worker-home',
  'nested-blob-worker',
  'nested-worker-storage',
  'nested-worker-eval',
  'shared-worker',
  'service-worker',
  'indexed-db',
  'indexed-db-list',
  'cache-storage',
  'local-storage',
  'session-storage',
  'cookie-store',
  'private-file-system',
  'storage-buckets',
  'storage-persist',
  'web-locks',
  'broadcast-channel',
  'notification',
  'permissions',
  'usb',
  'serial',
  'hid',
  'gpu',
  'wake-lock',
  'clipboard',
  'location-href',
  'location-replace',
  'open-window',
  'parent-window',
  'document',
  'default-channel',
]);
const silence = {
  id: 'js-silence',
  group,
  attack: 'all of these together',
  expected: 'no request, no connection, no datagram',
};
const overheard = {
  id: 'js-overheard',
  group,
  attack:
    'words to the app beside the port: channels of its name, window messages, the worker’s default channel',
  expected: 'the app hears nothing',
};
/** So many network attacks succeed at least where nothing is in their way, or they prove nothing. */
const worthTrying = 12;
const control = {
  id: 'js-control',
  group,
  attack: 'the same script in a worker without a sandbox',
  expected: `reaches the servers in at least ${worthTrying} ways, so that the rows above mean something`,
};

export const workerReach: AttackGroup = {
  attacks: [...attempts, silence, overheard, control],
  async run({ driver, servers }) {
    servers.takeHits();
    await driver.evaluate(() => void window.attacks.takeOverheard(), null);
    const request = hostileRequest('reach', servers.site, 0, 60);
    const { ending, stallMs } = await driver.evaluate((asked) => window.attacks.hostile(asked), request);
    const output = ending.kind === 'reported' ? (ending.report.tests[0]?.stdout.text ?? '{}') : '{}';
    const hits = servers.takeHits();
    const heard = await driver.evaluate(() => window.attacks.takeOverheard(), null);

    await driver.open(`${servers.site.home}bare.html`);
    const bare = await driver.evaluate((site) => window.attacks.bare(site), servers.site);
    const bareHits = new Set(servers.takeHits().paths);
    await driver.open(servers.site.home);
    return [
      ...judgeAttempts(attempts, withPrefix('js', JSON.parse(output)), hits, stallMs),
      judgeSilence(silence.id, hits),
      {
        id: overheard.id,
        happened: heard.join('; ') || 'nothing heard',
        isFine: heard.length === 0,
        stallMs: null,
      },
      {
        id: control.id,
        happened: `${bareHits.size} ways; ${Object.values(bare).filter((words) => words.startsWith('reached')).length} attempts succeeded`,
        isFine: bareHits.size >= worthTrying,
        stallMs: null,
      },
    ];
  },
};
