/** A file that runs as a program: what it prints, what it is told, how it ends. With shared memory and without. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProgramResult } from '../../authoring/gate-page/gate-run.ts';
import { type GateSession, openGate } from './gate-session.ts';
import { sampleProgram } from './sample-request.ts';

const textOf = ({ events }: ProgramResult, stream: 'stdout' | 'stderr' = 'stdout') =>
  events.flatMap((event) => (event.type === 'printed' && event.stream === stream ? event.text : [])).join('');

let gate: GateSession;

describe.each([
  ['with shared memory', true],
  ['without shared memory', false],
] as const)('a program %s', (_name, isIsolated) => {
  beforeAll(async () => {
    gate = await openGate(isIsolated);
  });

  afterAll(() => gate?.close());

  test('asks for lines, and waits for each', async () => {
    const source = [
      'import sys',
      'name = input("Who? ")',
      'print("Hello", name)',
      'print(repr(sys.stdin.readline()))',
      'print([line for line in sys.stdin])',
    ].join('\n');
    const result = await gate.runProgram(sampleProgram(source), ['Grüße 👋', '', 'a', 'b', null]);
    expect(textOf(result)).toBe("Who? Hello Grüße 👋\n'\\n'\n['a\\n', 'b\\n']\n");
    expect(result).toMatchObject({ ending: { kind: 'exited', report: { exitCode: 0 } }, asked: 5 });
  });

  test('other threads go on while one waits for a line', async () => {
    const source = [
      'import threading, time',
      'seen = []',
      'done = threading.Event()',
      'def count():',
      '    while not done.is_set():',
      '        seen.append(1)',
      '        time.sleep(0.001)',
      'thread = threading.Thread(target=count)',
      'thread.start()',
      'line = input()',
      'before = len(seen)',
      'done.set()',
      'thread.join()',
      'print(line, before > 0)',
    ].join('\n');
    const result = await gate.runProgram(sampleProgram(source), ['go']);
    expect(textOf(result)).toBe('go True\n');
  });

  test('a line gets through to one thread while another one computes', async () => {
    const source = [
      'import threading',
      'done = threading.Event()',
      'def spin():',
      '    while not done.is_set():',
      '        pass',
      'thread = threading.Thread(target=spin)',
      'thread.start()',
      'print(input())',
      'done.set()',
      'thread.join()',
    ].join('\n');
    expect(textOf(await gate.runProgram(sampleProgram(source), ['through']))).toBe('through\n');
  });

  test('is stopped while it waits for a line', async () => {
    const result = await gate.runProgram(sampleProgram('print("before")\ninput()\n'), []);
    expect(result.ending).toEqual({ kind: 'cancelled' });
    expect(textOf(result)).toBe('before\n');
  });

  test('is stopped in an endless loop', async () => {
    const result = await gate.stopProgramAt(sampleProgram('print("on")\nwhile True:\n    pass\n'), 'on');
    expect(result.ending).toEqual({ kind: 'cancelled' });
  });
});

describe('a program', () => {
  beforeAll(async () => {
    gate = await openGate(true);
  });

  afterAll(() => gate?.close());

  test('is __main__, prints as it goes, and ends with 0', async () => {
    const result = await gate.runProgram(
      sampleProgram('import sys\nprint(__name__, __file__, sys.argv)\nprint("bad", file=sys.stderr)\n'),
    );
    const path = '/home/pyodide/challenge/solution.py';
    expect(textOf(result)).toBe(`__main__ ${path} ['${path}']\n`);
    expect(textOf(result, 'stderr')).toBe('bad\n');
    expect(result.ending).toMatchObject({ kind: 'exited', report: { exitCode: 0, error: null } });
  });

  test('hears the end of the input as EOFError', async () => {
    const result = await gate.runProgram(sampleProgram('input()\n'), [null]);
    expect(result.ending).toMatchObject({
      report: { exitCode: 1, error: { type: 'EOFError', message: 'EOF when reading a line' } },
    });
  });

  test('prints without end: what is too much is dropped, and Stop works', async () => {
    const source = 'n = 0\nwhile True:\n    n += 1\n    print(n)\n';
    const result = await gate.stopProgramAt(sampleProgram(source), '3000\n');
    expect(result.ending).toEqual({ kind: 'cancelled' });
    expect(textOf(result).length).toBeLessThanOrEqual(20_000);
  });

  test('says how much was dropped', async () => {
    const result = await gate.runProgram(sampleProgram('print("x" * 30_000)\n'));
    expect(textOf(result)).toBe('x'.repeat(20_000));
    expect(result.ending).toMatchObject({ report: { droppedCharacters: 10_001 } });
  });

  test('an exception is a traceback, an exit code and a line', async () => {
    const source = 'def f():\n    return 1 / 0\n\nf()\n';
    const result = await gate.runProgram(sampleProgram(source));
    expect(result.ending).toMatchObject({
      kind: 'exited',
      report: {
        exitCode: 1,
        error: {
          type: 'ZeroDivisionError',
          frames: [
            { file: 'solution.py', line: 4, origin: 'learner' },
            { file: 'solution.py', line: 2, function: 'f' },
          ],
        },
      },
    });
    expect(textOf(result, 'stderr')).toBe(
      [
        'Traceback (most recent call last):',
        '  File "/home/pyodide/challenge/solution.py", line 4, in <module>',
        '    f()',
        '    ~^^',
        '  File "/home/pyodide/challenge/solution.py", line 2, in f',
        '    return 1 / 0',
        '           ~~^~~',
        'ZeroDivisionError: division by zero',
        '',
      ].join('\n'),
    );
  });

  test('code that cannot be read names its line', async () => {
    const { ending } = await gate.runProgram(sampleProgram('print(1)\nif True\n'));
    expect(ending).toMatchObject({
      report: { exitCode: 1, error: { type: 'SyntaxError', frames: [{ file: 'solution.py', line: 2 }] } },
    });
  });

  test.each([
    ['sys.exit(7)', 7, ''],
    ['sys.exit("no")', 1, 'no\n'],
  ])('%s ends it with %i', async (call, exitCode, said) => {
    const result = await gate.runProgram(sampleProgram(`import sys\n${call}\n`));
    expect(result.ending).toMatchObject({ kind: 'exited', report: { exitCode, error: null } });
    expect(textOf(result, 'stderr')).toBe(said);
  });

  test('os._exit ends it at once', async () => {
    const { ending } = await gate.runProgram(sampleProgram('import os\nos._exit(3)\n'));
    expect(ending).toEqual({ kind: 'exited-at-once', exitCode: 3 });
  });

  test('waits for its threads and calls its exit functions', async () => {
    const source = [
      'import atexit, threading, time',
      'atexit.register(print, "bye")',
      'threading.Thread(target=lambda: (time.sleep(0.05), print("thread"))).start()',
      'print("main")',
    ].join('\n');
    expect(textOf(await gate.runProgram(sampleProgram(source)))).toBe('main\nthread\nbye\n');
  });

  test('recursion that ends the engine’s stack is tried again and ends as RecursionError', async () => {
    const source = 'deep = []\nfor _ in range(200_000):\n    deep = [deep]\nrepr(deep)\n';
    const { ending } = await gate.runProgram(sampleProgram(source));
    expect(ending).toMatchObject({
      kind: 'exited',
      report: { exitCode: 1, error: { type: 'RecursionError', frames: [{ line: 4 }] } },
    });
  });
});

describe('a program of several processes', () => {
  beforeAll(async () => {
    gate = await openGate(true);
  });

  afterAll(() => gate?.close());

  const program = (lines: readonly string[]) => sampleProgram(lines.join('\n'), 2);

  test('starts them as a run of the tests does, and what they print is the program’s', async () => {
    const source = [
      'import multiprocessing, os',
      'def work(number):',
      '    print(f"{number} in a child", flush=True)',
      '    return number * number, os.getpid()',
      'if __name__ == "__main__":',
      '    with multiprocessing.Pool(2) as pool:',
      '        squares = pool.map(work, [1, 2, 3])',
      '    print([square for square, _ in squares], os.getpid() in {pid for _, pid in squares})',
    ];
    const result = await gate.runProgram(program(source));
    expect(result.ending).toMatchObject({ kind: 'exited', report: { exitCode: 0 } });
    const lines = textOf(result).trim().split('\n');
    expect(lines.slice(0, 3).sort()).toEqual(['1 in a child', '2 in a child', '3 in a child']);
    expect(lines[3]).toBe('[1, 4, 9] False');
  });

  test('without its guard, says what is missing', async () => {
    const source = [
      'import multiprocessing',
      'def work():',
      '    pass',
      'child = multiprocessing.Process(target=work)',
      'child.start()',
      'child.join()',
      'print(child.exitcode)',
    ];
    const result = await gate.runProgram(program(source));
    expect(textOf(result)).toBe('1\n');
    expect(textOf(result, 'stderr')).toContain("if __name__ == '__main__':");
  });

  test('is stopped with its children', async () => {
    const source = [
      'import multiprocessing, time',
      'def work():',
      '    while True:',
      '        pass',
      'if __name__ == "__main__":',
      '    child = multiprocessing.Process(target=work)',
      '    child.start()',
      '    print("started", flush=True)',
      '    child.join()',
    ];
    const result = await gate.stopProgramAt(program(source), 'started');
    expect(result.ending.kind).toBe('cancelled');
    // The next one is not disturbed.
    const next = await gate.runProgram(program(['print("next")']));
    expect(textOf(next)).toBe('next\n');
  });
});
