/** Small run requests for the browser suite. */
import type { ProgramRequest } from '../../src/domain/program-request.ts';
import type { RunRequest } from '../../src/domain/run-request.ts';

const tests = `
from solution import double

def test_two():
    assert double(2) == 4

def test_zero():
    assert double(0) == 0
`;

/** One learner's file and one test file; `changes` replace what the case is about. */
export function sampleRequest(
  solution: string,
  changes: {
    readonly tests?: string;
    readonly seconds?: number;
    readonly packages?: readonly string[];
    readonly processes?: number;
  } = {},
): RunRequest {
  return {
    slug: 'sample',
    mode: 'visible',
    files: [
      { path: 'solution.py', text: solution },
      { path: 'tests/test_sample.py', text: changes.tests ?? tests },
    ],
    editable: ['solution.py'],
    starter: [{ path: 'solution.py', text: 'def double(x):\n    raise NotImplementedError\n' }],
    testFiles: ['tests/test_sample.py'],
    only: [],
    packages: changes.packages ?? [],
    clock: 'real',
    keepGc: false,
    processes: changes.processes ?? 0,
    limits: { seconds: changes.seconds ?? 60, outputCharacters: 20_000 },
  };
}

export const goodSolution = 'def double(x):\n    return 2 * x\n';

/** One learner's file, run as a program. */
export function sampleProgram(source: string, processes = 0): ProgramRequest {
  return {
    slug: 'sample',
    mode: 'visible',
    files: [{ path: 'solution.py', text: source }],
    editable: ['solution.py'],
    starter: [],
    testFiles: [],
    only: [],
    packages: [],
    clock: 'real',
    keepGc: false,
    processes,
    program: 'solution.py',
    limits: { outputCharacters: 20_000 },
  };
}
