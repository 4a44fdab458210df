/** One line that the learner typed, on its way through shared memory to an interpreter that is blocked. */

/** 0: nothing; 1 and more: so many bytes of text and one; less: the input has ended. */
const stateCell = 2;
const textOffset = 64;
const ended = -1;

/** Bytes that the control memory of an interpreter has to have. */
export const controlBytes = 128 * 1024;
/** A longer line is cut. */
const lineBytes = controlBytes - textOffset;

/** Puts a line, with its line end added, where the interpreter finds it. The one before must have been taken. */
export function putLine(control: SharedArrayBuffer, line: string | null): void {
  const state = new Int32Array(control);
  if (line === null) {
    Atomics.store(state, stateCell, ended);
    return;
  }
  // Into memory of our own first: not every engine encodes into shared memory.
  const room = new Uint8Array(lineBytes);
  const { written } = new TextEncoder().encodeInto(line, room.subarray(0, lineBytes - 1));
  room[written] = 10;
  new Uint8Array(control).set(room.subarray(0, written + 1), textOffset);
  Atomics.store(state, stateCell, written + 2);
}

/** The line with its line end, '' at the end of the input, undefined when there is none yet. */
export function takeLine(control: SharedArrayBuffer): string | undefined {
  const state = Atomics.exchange(new Int32Array(control), stateCell, 0);
  if (state === 0) return undefined;
  if (state < 0) return '';
  return new TextDecoder().decode(new Uint8Array(control).slice(textOffset, textOffset + state - 1));
}
