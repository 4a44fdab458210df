/** Run requests of the attacks. */
import { readFile } from 'node:fs/promises';
import type { RunFile } from '../../src/domain/challenge.ts';
import type { RunRequest } from '../../src/domain/run-request.ts';
import { sampleRequest } from '../browser/sample-request.ts';
import type { Site } from './servers.ts';

export type HostileMode = string;

/** What the hostile script is told to do, in the place where files are. */
export function hostileRequest(
  mode: HostileMode,
  site: Site,
  processes: number,
  seconds: number,
): RunRequest {
  const request = sampleRequest('', { seconds, processes });
  return { ...request, files: [{ path: 'site.json', text: JSON.stringify({ mode, ...site }) }] };
}

/** A learner's file beside the site's addresses. */
export function pythonRequest(
  solution: string,
  site: Site,
  changes: Parameters<typeof sampleRequest>[1] & { readonly files?: readonly RunFile[] } = {},
): RunRequest {
  const request = sampleRequest(solution, changes);
  const files = [
    { path: 'site.json', text: JSON.stringify(site) },
    ...(changes.files ?? []),
    ...request.files,
  ];
  return { ...request, files };
}

export function readHostile(name: string): Promise<string> {
  return readFile(new URL(`hostile/${name}`, import.meta.url), 'utf8');
}
