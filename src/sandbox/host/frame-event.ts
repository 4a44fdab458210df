/** Parses what comes out of the frame. The page trusts none of it. */
import * as v from 'valibot';
import type { SnapshotKind } from '../memory-snapshot.ts';
import type { FrameEvent } from '../protocol.ts';

const capabilities = v.object({ sharedMemory: v.boolean(), stackSwitching: v.boolean() });

const outcome = v.variant('kind', [
  v.object({ kind: v.literal('reported'), report: v.string(), isHeapExhausted: v.boolean() }),
  v.object({ kind: v.literal('died'), message: v.string(), isHeapExhausted: v.boolean() }),
]);

const kind: v.GenericSchema<unknown, SnapshotKind> = v.object({
  packs: v.array(v.string()),
  role: v.picklist(['alone', 'main', 'child']),
});

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Also for what was kept in the browser, which may be of any age. */
export const MemorySnapshotSchema = v.object({
  heapBytes: count,
  spans: v.instance(Uint32Array),
  bytes: v.instance(ArrayBuffer),
  links: v.string(),
  stacks: v.array(count),
  threadProblem: v.nullable(v.string()),
  functions: count,
});

const FrameEventSchema: v.GenericSchema<unknown, FrameEvent> = v.variant('type', [
  v.object({ type: v.literal('installed'), capabilities }),
  v.object({ type: v.literal('install-failed'), message: v.string() }),
  v.object({ type: v.literal('pong'), ping: v.number() }),
  v.object({ type: v.literal('snapshot-made'), kind, snapshot: MemorySnapshotSchema }),
  v.object({ type: v.literal('snapshot-refused'), kind }),
  v.object({
    type: v.literal('interpreter-stepped'),
    interpreter: v.number(),
    step: v.picklist(['start-python', 'load-packages', 'warm-up']),
  }),
  v.object({
    type: v.literal('interpreter-ready'),
    interpreter: v.number(),
    stackSwitching: v.boolean(),
  }),
  v.object({
    type: v.literal('interpreter-lost'),
    interpreter: v.number(),
    isRefused: v.boolean(),
    message: v.string(),
  }),
  v.object({ type: v.literal('run-started'), interpreter: v.number(), run: v.string() }),
  v.object({
    type: v.literal('run-progressed'),
    interpreter: v.number(),
    run: v.string(),
    events: v.array(v.string()),
    dropped: v.number(),
  }),
  v.object({ type: v.literal('run-ended'), interpreter: v.number(), run: v.string(), outcome }),
]);

/** Null for anything that is not an event of the protocol. */
export function parseFrameEvent(data: unknown): FrameEvent | null {
  const result = v.safeParse(FrameEventSchema, data);
  return result.success ? result.output : null;
}
