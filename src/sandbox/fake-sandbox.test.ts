/** The double behaves like the real thing where screens can tell. */
import { expect, test } from 'vitest';
import { createFakeSandbox } from './fake-sandbox.ts';
import { sampleReport, sampleRequest } from './host/testing/samples.ts';

const handlers = () => ({ signal: new AbortController().signal, onEvent: () => {} });

test('a driven run ends as the test says, and one at a time', async () => {
  const sandbox = createFakeSandbox();
  const ending = sandbox.run(sampleRequest, handlers());
  expect(await sandbox.run(sampleRequest, handlers())).toEqual({ kind: 'cancelled', partial: [] });
  sandbox.currentRun()?.end({ kind: 'reported', report: sampleReport([]) });
  expect(await ending).toMatchObject({ kind: 'reported' });
  expect(sandbox.currentRun()).toBeNull();
});

test('Stop ends a driven run as cancelled', async () => {
  const sandbox = createFakeSandbox();
  const abort = new AbortController();
  const ending = sandbox.run(sampleRequest, { signal: abort.signal, onEvent: () => {} });
  abort.abort();
  expect(await ending).toEqual({ kind: 'cancelled', partial: [] });
});
