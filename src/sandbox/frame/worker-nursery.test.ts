import { expect, test } from 'vitest';
import { WorkerNursery } from './worker-nursery.ts';

function createEngine() {
  const started: { url: string; isTerminated: boolean; worker: Worker }[] = [];
  return {
    started,
    startWorker: (url: string) => {
      const entry = { url, isTerminated: false, worker: null as unknown as Worker };
      entry.worker = {
        postMessage: () => undefined,
        terminate: () => {
          entry.isTerminated = true;
        },
      } as unknown as Worker;
      started.push(entry);
      return entry.worker;
    },
  };
}

const failure = (message: string) => ({ message, preventDefault: () => undefined }) as unknown as ErrorEvent;

test('a worker that was started beforehand is taken once', () => {
  const engine = createEngine();
  const nursery = new WorkerNursery(engine);
  nursery.prepare('blob:a');
  nursery.prepare('blob:a');
  expect(engine.started).toHaveLength(1);
  nursery.take('blob:a');
  expect(engine.started).toHaveLength(1);
  nursery.take('blob:a');
  expect(engine.started).toHaveLength(2);
});

test('one with another script is of no use, and ended', () => {
  const engine = createEngine();
  const nursery = new WorkerNursery(engine);
  nursery.prepare('blob:a');
  nursery.take('blob:b');
  expect(engine.started.map(({ url, isTerminated }) => [url, isTerminated])).toEqual([
    ['blob:a', true],
    ['blob:b', false],
  ]);
});

test('who takes it hears that it had failed before', async () => {
  const engine = createEngine();
  const nursery = new WorkerNursery(engine);
  nursery.prepare('blob:a');
  engine.started[0]?.worker.onerror?.call(engine.started[0].worker, failure('refused'));
  const said: string[] = [];
  nursery.take('blob:a').listen({ onMessage: () => undefined, onError: (message) => said.push(message) });
  expect(said).toEqual([]);
  await Promise.resolve();
  expect(said).toEqual(['refused']);
});

test('an engine that refuses is met by who takes', () => {
  const nursery = new WorkerNursery({
    startWorker: () => {
      throw new Error('no workers');
    },
  });
  expect(() => nursery.prepare('blob:a')).not.toThrow();
  expect(() => nursery.take('blob:a')).toThrow('no workers');
});
