/** The memory of a finished interpreter, as another one of the same build can go on with it. Pure: no Pyodide in here. */

/** What interpreters have in common that can go on with the same memory. */
export interface SnapshotKind {
  /** Names of the packs, in the order of the path. */
  readonly packs: readonly string[];
  readonly role: 'alone' | 'main' | 'child';
}

/** What one worker hands to the next, through the frame. */
export interface MemorySnapshot {
  /** Bytes of the whole memory. */
  readonly heapBytes: number;
  /** Where the parts that hold anything begin and how long they are, in turns; bytes. */
  readonly spans: Uint32Array;
  /** Those parts, one after the other. Shared with all workers where there is shared memory. */
  readonly bytes: ArrayBuffer | SharedArrayBuffer;
  /** The JavaScript objects that Python holds on to, as JSON: Pyodide's words for its own, our names for ours. */
  readonly links: string;
  /** Lowest addresses of the stacks that lie in the memory and are free. */
  readonly stacks: readonly number[];
  /** Why the interpreter has no threads; null where it has them. */
  readonly threadProblem: string | null;
  /** How many functions the engine's table had: another number would mean another build, or another engine. */
  readonly functions: number;
}

/** The engine gives memory in pages of this size when it is first written to. */
const pageBytes = 4_096;
/** So many empty pages are not worth a span of their own. */
const shortestGap = 2;

/** Copies what is not zero: half of an interpreter's memory is, and another one's is so already. */
export function packMemory(heap: Uint8Array, isShared: boolean): Pick<MemorySnapshot, 'spans' | 'bytes'> {
  const spans = findSpans(heap);
  let total = 0;
  for (let at = 1; at < spans.length; at += 2) total += spans[at] ?? 0;
  const bytes = isShared ? new SharedArrayBuffer(total) : new ArrayBuffer(total);
  const target = new Uint8Array(bytes);
  let offset = 0;
  forEachSpan(spans, (start, length) => {
    target.set(heap.subarray(start, start + length), offset);
    offset += length;
  });
  return { spans, bytes };
}

/**
 * Makes `heap` equal to the memory that was packed.
 * @throws RangeError when the two do not fit together
 */
export function unpackMemory({ heapBytes, spans, bytes }: MemorySnapshot, heap: Uint8Array): void {
  if (heap.length !== heapBytes)
    throw new RangeError(`The memory has ${heap.length} bytes, not ${heapBytes}.`);
  const source = new Uint8Array(bytes);
  let offset = 0;
  let end = 0;
  forEachSpan(spans, (start, length) => {
    clear(heap, end, start);
    heap.set(source.subarray(offset, offset + length), start);
    offset += length;
    end = start + length;
  });
  clear(heap, end, heapBytes);
  if (offset !== source.length) throw new RangeError('The parts of the memory do not add up.');
}

/** The same with bytes of the other kind: a page and its frame share none, the frame and its workers do. */
export function copySnapshot(snapshot: MemorySnapshot, isShared: boolean): MemorySnapshot {
  const { byteLength } = snapshot.bytes;
  const bytes = isShared ? new SharedArrayBuffer(byteLength) : new ArrayBuffer(byteLength);
  new Uint8Array(bytes).set(new Uint8Array(snapshot.bytes));
  return { ...snapshot, bytes };
}

function findSpans(heap: Uint8Array): Uint32Array {
  const words = new BigUint64Array(heap.buffer, heap.byteOffset, heap.length >> 3);
  const pages = Math.ceil(heap.length / pageBytes);
  const found: number[] = [];
  let first = -1;
  let last = -1;
  const close = () => {
    if (first < 0) return;
    found.push(first * pageBytes, Math.min((last + 1) * pageBytes, heap.length) - first * pageBytes);
  };
  for (let page = 0; page < pages; page += 1) {
    if (!holdsAnything(words, (page * pageBytes) >> 3, ((page + 1) * pageBytes) >> 3)) continue;
    if (first >= 0 && page - last <= shortestGap) {
      last = page;
      continue;
    }
    close();
    first = last = page;
  }
  close();
  return Uint32Array.from(found);
}

function forEachSpan(spans: Uint32Array, use: (start: number, length: number) => void): void {
  for (let at = 0; at + 1 < spans.length; at += 2) use(spans[at] ?? 0, spans[at + 1] ?? 0);
}

/** Looks first: to read untouched memory costs nothing, to write to it makes the system find room for it. */
function clear(heap: Uint8Array, start: number, end: number): void {
  const words = new BigUint64Array(heap.buffer, heap.byteOffset, heap.length >> 3);
  if (end > start && holdsAnything(words, start >> 3, end >> 3)) heap.fill(0, start, end);
}

function holdsAnything(words: BigUint64Array, from: number, to: number): boolean {
  const end = Math.min(to, words.length);
  for (let at = from; at < end; at += 1) if (words[at] !== 0n) return true;
  return false;
}
