/** Parses what comes out of the frame. The page trusts none of it. */
import * as v from 'valibot';
import type { FrameEvent } from '../protocol.ts';

const capabilities = v.object({ sharedMemory: v.boolean(), stackSwitching: v.boolean() });

const outcome = v.variant('kind', [
  v.object({ kind: v.literal('reported'), report: v.string(), isHeapExhausted: v.boolean() }),
  v.object({ kind: v.literal('died'), message: v.string(), isHeapExhausted: v.boolean() }),
]);

const FrameEventSchema: v.GenericSchema<unknown, FrameEvent> = v.variant('type', [
  v.object({ type: v.literal('installed'), capabilities }),
  v.object({ type: v.literal('install-failed'), message: v.string() }),
  v.object({ type: v.literal('pong'), ping: v.number() }),
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
