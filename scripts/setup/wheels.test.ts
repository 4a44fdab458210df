import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SetupFailure } from './failure.mjs';
import { createProgress } from './progress.mjs';
import { makeOfflineProject, writeProgram } from './scratch-project.ts';
import { ensureNativePackages, ensureWheels, parseRequirements } from './wheels.mjs';

const nowhere = { PATH: '/nowhere' };

test('fetches the wheels, builds the one that has none, and does neither a second time', async () => {
  const { root, env } = makeOfflineProject(6);
  const lines: string[] = [];
  const progress = createProgress({ write: (text: string) => lines.push(text) });

  expect(await ensureWheels({ root, env, progress })).toBe('done');
  expect(readdirSync(path.join(root, '.cache/wheels')).sort()).toEqual([
    ...Array.from({ length: 6 }, (_, at) => `demo${at}-1.0-py3-none-any.whl`),
    'fromsource-1.0-py3-none-any.whl',
  ]);
  expect(lines.join('')).toContain('6 of 6: demo5 1.0');

  // Without any program on the PATH it can only succeed by doing nothing.
  expect(await ensureWheels({ root, env: nowhere })).toBe('fresh');
});

test('fetches again when a wheel has vanished or the list has changed', async () => {
  const { root, env } = makeOfflineProject(1);
  await ensureWheels({ root, env });
  rmSync(path.join(root, '.cache/wheels/demo0-1.0-py3-none-any.whl'));
  expect(await ensureWheels({ root, env })).toBe('done');

  const list = path.join(root, 'python/requirements.txt');
  writeFileSync(list, `# changed\n${readFileSync(list, 'utf8')}`);
  expect(await ensureWheels({ root, env })).toBe('done');
});

test('goes on after it was killed in the middle', async () => {
  const { root, env } = makeOfflineProject(6);
  // Its Python works for the first batch and never comes back from the second.
  const bin = writeProgram(
    root,
    'python3',
    `case "$*" in *" download "*) [ -e "${root}/second" ] && { echo hangs; exec sleep 600; }; touch "${root}/second";; esac\nexec ${JSON.stringify(realPython(env))} "$@"`,
  );
  const script = `
    import { createProgress } from ${JSON.stringify(path.resolve('scripts/setup/progress.mjs'))};
    import { ensureWheels } from ${JSON.stringify(path.resolve('scripts/setup/wheels.mjs'))};
    await ensureWheels({ root: ${JSON.stringify(root)}, progress: createProgress() });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...env, PATH: `${bin}:${env.PATH}` },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  await seen(child.stdout, '5 of 6');
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await once(child, 'close');

  expect(existsSync(path.join(root, '.cache/wheels'))).toBe(false);
  expect(existsSync(path.join(root, '.cache/stamps/wheels.json'))).toBe(false);
  expect(await ensureWheels({ root, env })).toBe('done');
  expect(readdirSync(path.join(root, '.cache/wheels'))).toHaveLength(7);
  expect(existsSync(path.join(root, '.cache/wheels.incoming'))).toBe(false);
});

test('refuses a wheel that does not match its hash, and says which', async () => {
  const { root, env } = makeOfflineProject(1);
  const list = path.join(root, 'python/requirements.txt');
  writeFileSync(list, readFileSync(list, 'utf8').replace(/sha256:..../, 'sha256:0000'));

  const failure = await failureOf(ensureWheels({ root, env }));
  expect(failure.problem).toBe(
    'A downloaded Python package (demo0==1.0) does not match its sha256 in python/requirements.txt.',
  );
  expect(existsSync(path.join(root, '.cache/wheels'))).toBe(false);
});

test('says so when there is no network', async () => {
  const { root, env } = makeOfflineProject(1);
  const { PIP_NO_INDEX: _, PIP_FIND_LINKS: __, ...rest } = env;
  const offline = {
    ...rest,
    PIP_CONFIG_FILE: '/dev/null',
    PIP_INDEX_URL: 'http://127.0.0.1:9/simple',
    PIP_RETRIES: '1',
  };

  const failure = await failureOf(ensureWheels({ root, env: offline }));
  expect(failure.problem).toBe(
    'There is no network, or the package index does not answer, so the Python packages cannot be fetched.',
  );
  expect(failure.remedy).toBe('Connect and run `npm start` again; it goes on where it stopped.');
});

test('unpacks the same wheels for the Python of this machine', async () => {
  const { root, env } = makeOfflineProject(1);
  const folder = await ensureNativePackages({ root, env });
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['demo0', 'fromsource']));
});

test('reads requirements with continued lines and comments', () => {
  expect(
    parseRequirements('# words\na==1 \\\n    --hash=sha256:00 # why\n\nb==2 \\\r\n  --hash=sha256:11\r\n'),
  ).toEqual(['a==1 --hash=sha256:00', 'b==2 --hash=sha256:11']);
});

async function failureOf(attempt: Promise<unknown>): Promise<SetupFailure> {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SetupFailure);
  return error as SetupFailure;
}

function realPython(env: NodeJS.ProcessEnv): string {
  const found = (env.PATH ?? '').split(':').map((folder) => path.join(folder, 'python3'));
  const python = found.find((file) => existsSync(file));
  if (python === undefined) throw new Error('These tests need a python3 on the PATH.');
  return python;
}

async function seen(stream: NodeJS.ReadableStream, text: string): Promise<void> {
  let all = '';
  for await (const chunk of stream) {
    all += String(chunk);
    if (all.includes(text)) return;
  }
  throw new Error(`"${text}" was never said, only: ${all}`);
}
