/** Interpreters that go on with another one's memory: like one from the packs in everything but what is its own. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GateSession, openGate } from './gate-session.ts';
import { goodSolution, sampleProgram, sampleRequest } from './sample-request.ts';
import { bootBeside } from './snapshots/boot-beside.ts';

const identity = readFileSync(new URL('./snapshots/identity.py', import.meta.url), 'utf8');

const strangeLinks = '{"hiwireKeys":[{"serialized":{"name":"elsewhere"}}],"immortalKeys":[]}';

interface Identity {
  readonly common: Readonly<Record<string, unknown>>;
  readonly own: Readonly<Record<string, unknown>>;
}

let gate: GateSession;

/** Who the next interpreter is, and the steps of the boot of the one after it. */
async function ask(processes: number): Promise<Identity & { readonly steps: readonly string[] }> {
  const { events } = await gate.runProgram(sampleProgram(identity, processes));
  const printed = events.flatMap((event) => (event.type === 'printed' ? event.text : [])).join('');
  return { ...(JSON.parse(printed) as Identity), steps: await boot(processes) };
}

async function boot(processes: number): Promise<readonly string[]> {
  return gate.page.evaluate(async (count) => {
    await window.gate.prepare([], count);
    return window.gate.takeSteps();
  }, processes);
}

describe.each([
  ['with shared memory', true, 0],
  ['without shared memory', false, 0],
  ['that may have children', true, 1],
] as const)('interpreters %s', (_name, isIsolated, processes) => {
  beforeAll(async () => {
    gate = await openGate(isIsolated);
  });

  afterAll(() => gate?.close());

  test('only the first boots from the packs, and nobody can tell', async () => {
    expect(await boot(processes)).toContain('warm-up');
    const [first, second, third] = [await ask(processes), await ask(processes), await ask(processes)];
    for (const { steps } of [first, second]) {
      expect(steps).toContain('start-python');
      expect(steps).not.toContain('warm-up');
    }
    expect(second.common).toEqual(first.common);
    expect(third.common).toEqual(first.common);
    for (const [name, value] of Object.entries(first.own)) {
      const values = [value, second.own[name], third.own[name]];
      expect(new Set(values), name).toHaveLength(3);
    }
  });
});

describe('a memory that does not fit', () => {
  beforeAll(async () => {
    gate = await openGate(true);
  });

  afterAll(() => gate?.close());

  test.each([
    ['of another engine', { functions: 1 }],
    ['with objects that nobody has', { links: strangeLinks }],
    ['with bytes missing', { spans: new Uint32Array([0, 8]) }],
  ])('%s is refused, and the interpreter boots from its packs', async (_name, damage) => {
    const said = await gate.page.evaluate(bootBeside, { damage });
    expect(said).toEqual([
      ['snapshot-made', 'ready'],
      ['snapshot-refused', 'ready'],
    ]);
  });

  test('runs go on as before', async () => {
    expect(await gate.verdict(sampleRequest(goodSolution))).toMatchObject({ kind: 'passed' });
  });
});
