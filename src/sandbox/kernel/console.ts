/** What children print, on its way to the process that runs the tests. Writing never waits; too much is counted. */
import { cell } from './layout.ts';
import { type Pipes, wouldBlock } from './pipes.ts';
import type { SharedMemory } from './shared-memory.ts';

const capacity = 1_048_576;
const headerBytes = 5;
/** So that a piece is written whole or not at all. */
const pieceBytes = 4_000;

export class Console {
  readonly #memory: SharedMemory;
  readonly #pipes: Pipes;

  constructor(memory: SharedMemory, pipes: Pipes) {
    this.#memory = memory;
    this.#pipes = pipes;
  }

  /** Called once, by the frame. */
  create(): void {
    const offset = this.#pipes.create(capacity);
    this.#pipes.open(offset, 'readers');
    this.#pipes.open(offset, 'writers');
    this.#memory.store(cell.console, offset);
  }

  /** `stream`: 1 or 2. */
  write(stream: number, bytes: Uint8Array): void {
    const offset = this.#memory.load(cell.console);
    for (let start = 0; start < bytes.length; start += pieceBytes) {
      const piece = bytes.subarray(start, start + pieceBytes);
      const framed = new Uint8Array(headerBytes + piece.length);
      framed[0] = stream;
      new DataView(framed.buffer).setUint32(1, piece.length);
      framed.set(piece, headerBytes);
      if (this.#pipes.write(offset, framed) === wouldBlock) {
        Atomics.add(this.#memory.cells, cell.consoleDropped, piece.length);
      }
    }
  }

  /** Everything written since, as pieces of one byte stream, four bytes length and the text. Null for nothing. */
  take(): Uint8Array | null {
    return this.#pipes.read(this.#memory.load(cell.console), capacity);
  }

  takeDropped(): number {
    return Atomics.exchange(this.#memory.cells, cell.consoleDropped, 0);
  }
}
