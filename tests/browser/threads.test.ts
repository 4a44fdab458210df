/** Threads in a real browser with a real interpreter. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GateSession, openGate } from './gate-session.ts';
import { sampleRequest } from './sample-request.ts';

describe.each([
  ['with isolation headers', true],
  ['without isolation headers', false],
] as const)('threads %s', (_name, isIsolated) => {
  let gate: GateSession;

  beforeAll(async () => {
    gate = await openGate(isIsolated);
  });

  afterAll(() => gate?.close());

  async function passes(tests: string): Promise<void> {
    const verdict = await gate.verdict(sampleRequest('', { tests }));
    expect(verdict).toMatchObject({ kind: 'passed' });
  }

  test('start, run and join', async () => {
    await passes(`
import threading

def test_thread():
    seen = []
    thread = threading.Thread(target=lambda: seen.append(threading.current_thread().name))
    thread.start()
    thread.join()
    assert seen == [thread.name]
`);
  });
});
