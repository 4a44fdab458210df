/** The author's tool itself, on folders outside the project's own challenges, in real Chromium. */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKinds } from '../../authoring/new/challenge-kinds.ts';
import { runTool } from '../../authoring/run-tool.ts';

const fixtures = path.join(import.meta.dirname, 'fixtures');
let scratch: string;
let dir: string;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'tool-'));
  dir = path.join(scratch, 'challenges');
  await cp(path.join(fixtures, 'tool'), dir, { recursive: true });
});

afterAll(() => rm(scratch, { recursive: true, force: true }));

async function call(...args: readonly string[]) {
  const lines: string[] = [];
  const code = await runTool(args, (line) => lines.push(line));
  return { code, text: lines.join('\n') };
}

async function readJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(path.join(scratch, name), 'utf8'));
}

describe('check', () => {
  test('a sound challenge passes, with the mistakes that no test notices', async () => {
    const json = path.join(scratch, 'sound.json');
    const { code, text } = await call('check', 'tiny-sum', '--dir', dir, '--suggest', '--json', json);
    expect(text).toContain('ok     tiny-sum');
    expect(code).toBe(0);
    expect(await readJson('sound.json')).toMatchObject({
      challenges: [
        {
          slug: 'tiny-sum',
          solution: { passed: true, tests: 3 },
          starter: { passed: false },
          mutants: [
            { name: 'adds_all', killedBy: ['test_negative_numbers_do_not_count'] },
            { name: 'counts', killedBy: expect.arrayContaining(['test_numbers_are_added']) },
          ],
          problems: [],
          seconds: expect.any(Number),
          suggestions: {
            survivors: expect.arrayContaining([
              { file: 'solution.py', line: 5, before: 'number > 0', after: 'number >= 0' },
            ]),
          },
        },
      ],
    });
  });

  test('what has passed as it is now is left out of --changed', async () => {
    const { code, text } = await call(
      'check',
      '--changed',
      '--dir',
      dir,
      '--json',
      path.join(scratch, 'c.json'),
    );
    // The other folder has never passed.
    expect(code).toBe(1);
    expect(text).not.toContain('tiny-sum');
    const [result] = (
      (await readJson('c.json')) as { challenges: { problems: string[]; warnings: string[] }[] }
    ).challenges;
    const problems = result?.problems.join('\n') ?? '';
    expect(problems).toContain('The statement has no numbered tasks');
    expect(problems).toContain('Alone, tests/test_faults.py::test_after_the_first fails');
    expect(result?.warnings.join()).toContain('gc.isenabled() is False and was True');
    expect(problems).toContain('tests/test_faults.py:16 takes "secret" from solution');
    expect(problems).toContain('The mutant twin survives');
    expect(problems).toContain('The mutant crashes must fail a test, but it cannot be imported');
  });

  test('a slug that is not there is a sentence', async () => {
    const { code, text } = await call('check', 'tiny-sun', '--dir', dir);
    expect(code).toBe(2);
    expect(text).toContain('There is no challenge "tiny-sun"');
  });

  test('the folder given is read and never written', async () => {
    const inside = async (folder: string) => (await readdir(folder, { recursive: true })).sort();
    expect(await inside(dir)).toEqual(await inside(path.join(fixtures, 'tool')));
  });
});

describe('try', () => {
  const answers = path.join(fixtures, 'answers');

  test('one answer gets the verdict and the report a learner would get', async () => {
    const json = path.join(scratch, 'try.json');
    const wrong = path.join(answers, 'wrong.py');
    const { code, text } = await call('try', 'tiny-sum', '--with', wrong, '--dir', dir, '--json', json);
    expect(code).toBe(1);
    expect(text).toMatch(/failed\s+negative numbers do not count/);
    expect(await readJson('try.json')).toMatchObject({
      slug: 'tiny-sum',
      verdict: 'failed',
      exit: 'finished',
      tests: [{ outcome: 'passed' }, { outcome: 'failed' }, { outcome: 'passed' }],
    });
  });

  test('many answers get one line each', async () => {
    const { code, text } = await call('try', 'tiny-sum', '--with-each', `${answers}/*.py`, '--dir', dir);
    expect(code).toBe(1);
    const lines = text.split('\n');
    expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(['broken-code', 'passed', 'failed', '1']);
    expect(lines.at(-1)).toBe('1 of 3 passed.');
  });
});

describe('new', () => {
  test.each(newKinds.map(({ name }) => name))(
    '%s: what it writes lacks tests and mutants, and nothing else',
    async (kind) => {
      const folder = path.join(scratch, `new-${kind}`);
      expect((await call('new', 'my-first', '--kind', kind, '--dir', folder)).code).toBe(0);
      const json = path.join(scratch, `${kind}.json`);
      await call('check', 'my-first', '--dir', folder, '--json', json);
      const { challenges } = v.parse(CheckedSchema, JSON.parse(await readFile(json, 'utf8')));
      const [checked] = challenges;
      expect(checked).toMatchObject({ solution: { passed: true }, starter: { passed: false } });
      expect(checked?.mutants.every(({ killedBy }) => killedBy.length > 0)).toBe(true);
      const others = checked?.problems.filter(
        (problem) => !/^There (is|are) \d+ (test function|mutant)/.test(problem),
      );
      expect(others).toEqual([]);
    },
  );
});

const CheckedSchema = v.object({
  challenges: v.array(
    v.object({
      solution: v.object({ passed: v.boolean() }),
      starter: v.object({ passed: v.boolean() }),
      mutants: v.array(v.object({ killedBy: v.array(v.string()) })),
      problems: v.array(v.string()),
    }),
  ),
});
