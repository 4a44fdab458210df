/** Sets the stage: the servers, the pages with the app's own policy, and a browser that has opened the first one. */

import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentSecurityPolicy } from '../../src/content/build/render-page.ts';
import { bundleScript } from '../../src/image/bundle-script.ts';
import { parseManifest } from '../../src/image/manifest.ts';
import type { Stage } from './attack.ts';
import { buildTrapSite } from './content/trap-site.ts';
import { type PageDriver, withNames } from './driver.ts';
import { readHostile } from './requests.ts';
import { readServed, type Served, startAttackServers, typeOf } from './servers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The app as `npm run build` makes it. */
const builtSite = path.join(root, 'dist');

export interface OpenStage extends Stage {
  close(): Promise<void>;
}

export async function openStage(openDriver: () => Promise<PageDriver>): Promise<OpenStage> {
  const image = process.env.INTERLEAVE_IMAGE ?? path.join(root, '.cache/image');
  const [script, worker, frame, manifestText] = await Promise.all([
    bundleScript(root, 'tests/attacks/page/main.ts'),
    readHostile('worker.mjs'),
    readHostile('frame.mjs'),
    readFile(path.join(image, 'manifest.json'), 'utf8'),
  ]);
  const manifest = parseManifest(manifestText);
  const javascript = (body: string): Served => ({ type: 'text/javascript; charset=utf-8', body });
  const pages = new Map<string, Served>([
    ['/', toPage(contentSecurityPolicy(manifest.frame.sha256))],
    ['/frames.html', toPage(contentSecurityPolicy(sha256(frame)))],
    ['/bare.html', toPage(null)],
    ['/attacks.js', javascript(script)],
    ['/hostile-worker.js', javascript(worker)],
    ['/hostile-frame.js', javascript(frame)],
  ]);
  let site: ReadonlyMap<string, string> = new Map();
  const servers = await startAttackServers(async (pathname) => {
    const name = /^\/interpreter\/([a-z0-9.-]+)$/.exec(pathname)?.[1];
    if (name !== undefined) return readServed(path.join(image, name));
    return pages.get(pathname) ?? (pathname.startsWith('/site/') ? answerSite(site, pathname) : null);
  });
  site = await buildTrapSite(builtSite, servers.site.stranger);
  const scratch = await mkdtemp(path.join(tmpdir(), 'attacks-'));
  const secretFile = path.join(scratch, 'secret.txt');
  await writeFile(secretFile, 'nobody may read this');
  const driver = withNames(await openDriver());
  await driver.open(servers.site.home);
  await driver.evaluate(() => window.attacks.plantTreasure(), null);
  // What an engine keeps beyond the page that planted it: WebKitGTK forgets what this one put into a cache.
  await driver.open(servers.site.home);
  return {
    driver,
    servers,
    secretFile,
    planted: await driver.evaluate(() => window.attacks.readTreasure(), null),
    close: async () => {
      await driver.close();
      await servers.close();
      await rm(scratch, { recursive: true });
    },
  };
}

/** The built site at `/site/`, with pages and data of the hostile folder over it. */
async function answerSite(content: ReadonlyMap<string, string>, pathname: string): Promise<Served | null> {
  const inside = decodeURIComponent(pathname.slice('/site/'.length));
  const name = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
  const text = content.get(name);
  if (text !== undefined) return { type: typeOf(name), body: text };
  const file = path.join(builtSite, name);
  const served = file.startsWith(`${builtSite}${path.sep}`) ? await readServed(file) : null;
  return served ?? { type: typeOf('404.html'), body: content.get('404.html') ?? '' };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function toPage(policy: string | null): Served {
  const meta =
    policy === null
      ? ''
      : `<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll('"', '&quot;')}">`;
  const body =
    `<!doctype html><html lang="en"><meta charset="utf-8">${meta}<link rel="icon" href="data:,">` +
    '<title>Attacks</title><body><script src="/attacks.js"></script></body></html>';
  return { type: 'text/html; charset=utf-8', body };
}
