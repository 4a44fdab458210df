/** Sample data for the host's tests. */

import type { Report, TestResult } from '../../../domain/report.ts';
import type { RunRequest } from '../../../domain/run-request.ts';
import type { ImageManifest } from '../../../image/manifest.ts';

const file = (name: string) => ({ path: `${name}-0.bin`, bytes: 4, wireBytes: 4 });
const group = (name: string, distributions: readonly string[]) => ({
  ...file(name),
  distributions: distributions.map((distribution) => ({ name: distribution, version: '1' })),
});

export const sampleManifest: ImageManifest = {
  schema: 1,
  id: '0123456789abcdef',
  pyodide: '314.0.7',
  python: '3.14.2',
  lockInfo: { abi_version: '2026_0', arch: 'wasm32', platform: 'emscripten_5_0_3', python: '3.14.2' },
  frame: { boot: 'void 0', sha256: 'AAAA' },
  files: {
    wasm: file('wasm'),
    worker: file('worker'),
    stdlib: file('stdlib'),
    site: file('site'),
    interleave: file('interleave'),
  },
  packages: {
    flask: group('flask', ['Flask', 'Werkzeug']),
    sqlalchemy: group('sqlalchemy', ['SQLAlchemy']),
    dramatiq: group('dramatiq', ['dramatiq']),
    'pytest-asyncio': group('pytest-asyncio', ['pytest_asyncio']),
    anyio: group('anyio', ['anyio']),
  },
};

export const sampleRequest: RunRequest = {
  slug: 'sample',
  mode: 'visible',
  files: [],
  editable: ['solution.py'],
  starter: [],
  testFiles: ['tests/test_a.py'],
  only: [],
  packages: [],
  clock: 'real',
  keepGc: false,
  limits: { seconds: 10, outputCharacters: 1000 },
};

const nothing = { text: '', total: 0, dropped: 0 };

export function sampleResult(id: string, failureType: string | null = null): TestResult {
  return {
    id,
    name: id,
    file: 'tests/test_a.py',
    line: 1,
    outcome: failureType ? 'failed' : 'passed',
    seconds: 0,
    failure: failureType
      ? {
          type: failureType,
          message: '',
          when: 'call',
          assertion: null,
          frames: [],
          foldedFrames: 0,
          schedule: null,
          traceback: '',
        }
      : null,
    skipReason: '',
    stdout: nothing,
    stderr: nothing,
    log: nothing,
    warnings: [],
  };
}

export function sampleReport(tests: readonly TestResult[], changes: Partial<Report> = {}): Report {
  return {
    schema: 1,
    python: '3.14.2',
    pytest: '9.2.0',
    exit: 'finished',
    exitMessage: '',
    seconds: 0,
    planned: tests.map(({ id, name, file: path, line }) => ({ id, name, file: path, line })),
    tests: [...tests],
    collectionErrors: [],
    interruptedAt: [],
    starterUnchanged: false,
    stdout: nothing,
    stderr: nothing,
    warnings: [],
    ...changes,
  };
}
