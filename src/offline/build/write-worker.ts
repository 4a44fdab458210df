/** Bundles the service worker into a site that is being built: `tsx src/offline/build/write-worker.ts SITE`. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleScript } from '../../image/bundle-script.ts';
import { toUnnamedWorker, workerName } from './write-offline.ts';

const site = process.argv[2];
if (site === undefined) throw new Error('Name the folder of the built site.');
const root = fileURLToPath(new URL('../../..', import.meta.url));
const code = await bundleScript(root, 'src/offline/worker/main.ts');
await writeFile(path.join(site, workerName), toUnnamedWorker(code));
