/** Two hundred seeds of a racy program, each fifty times: the same seed, the same trace. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GateSession, openGate } from '../browser/gate-session.ts';
import { sampleRequest } from '../browser/sample-request.ts';

const tests = readFileSync(fileURLToPath(new URL('./two_hundred_seeds.py', import.meta.url)), 'utf8');
let gate: GateSession;

beforeAll(async () => {
  gate = await openGate(true);
});

afterAll(() => gate?.close());

test('200 seeds, 50 times each, in two interpreters', async () => {
  const printed: string[] = [];
  for (let interpreter = 0; interpreter < 2; interpreter += 1) {
    const verdict = await gate.verdict(sampleRequest('', { tests, seconds: 1_800 }));
    expect(verdict).toMatchObject({ kind: 'passed' });
    if (verdict.kind === 'passed') printed.push(verdict.report.tests[0]?.stdout.text ?? '');
  }
  expect(printed[0]).toContain('200 seeds');
  expect(printed[1]).toBe(printed[0]);
});
