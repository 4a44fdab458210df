/** One installed frame: hands out interpreters, passes each its own events, and notices when the frame is gone. */

import type { EngineCapabilities } from '../../domain/capabilities.ts';
import type { TextFile } from '../../domain/challenge.ts';
import type { ProgramRequest } from '../../domain/program-request.ts';
import type { RunRequest } from '../../domain/run-request.ts';
import type { MemorySnapshot, SnapshotKind } from '../memory-snapshot.ts';
import type { FrameCommand, FrameEvent, InterpreterEvent, Pack } from '../protocol.ts';
import { type Clock, repeat } from './clock.ts';
import { parseFrameEvent } from './frame-event.ts';
import type { FrameLink } from './frame-link.ts';
import { toKindText } from './snapshot-store.ts';

export type InstallCommand = Extract<FrameCommand, { type: 'install' }>;

/** What an interpreter's keeper hears. */
export type InterpreterNews = InterpreterEvent | { readonly type: 'frame-lost' };

/** Hears of the memories that the frame's interpreters make, while none of them has met a learner's code. */
export interface SnapshotKeeper {
  made(kind: SnapshotKind, snapshot: MemorySnapshot): void;
  refused(kind: SnapshotKind): void;
}

export interface Interpreter {
  /** Only the last listener hears. */
  listen(onNews: (news: InterpreterNews) => void): void;
  /** Test files that its run is likely to bring. */
  rehearse(files: readonly TextFile[]): void;
  run(run: string, request: RunRequest | ProgramRequest): void;
  /** A line for the standard input of what runs; null ends the input. */
  answer(line: string | null): void;
  interrupt(): void;
  kill(): void;
}

const pingMs = 1_000;
/** So many pings in a row without an answer mean that the frame is gone. Counted, so that a laptop may sleep. */
const missedPings = 6;
/** Longest time for compiling; a slow phone takes seconds. */
const installMs = 90_000;

export class FrameSession {
  readonly #link: FrameLink;
  readonly #clock: Clock;
  readonly #interpreters = new Map<number, (news: InterpreterNews) => void>();
  readonly #packs = new Set<string>();
  readonly #snapshots = new Set<string>();
  readonly #given = new Set<string>();
  readonly #onLost: () => void;
  #settleInstall: ((event: FrameEvent) => void) | null = null;
  #nextInterpreter = 1;
  #watchers = 0;
  #stopPinging: () => void = () => {};
  #ping = 0;
  #pong = 0;
  #isClosed = false;
  /** From the first run on. A memory that is kept for the next visit is made before. */
  #hasRun = false;
  #keeper: SnapshotKeeper | null = null;
  capabilities: EngineCapabilities = { sharedMemory: false, stackSwitching: false };

  constructor(link: FrameLink, clock: Clock, onLost: () => void) {
    this.#link = link;
    this.#clock = clock;
    this.#onLost = onLost;
    link.listen((data) => {
      const event = parseFrameEvent(data);
      if (event && !this.#isClosed) this.#hear(event);
    });
  }

  /** Gives the frame its bytes (they move away) and waits until it has compiled them. */
  install(command: InstallCommand): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancelTimer = this.#clock.after(installMs, () => {
        reject(new Error('Python’s program could not be compiled within 90 seconds.'));
      });
      this.#settleInstall = (event) => {
        cancelTimer();
        if (event.type === 'installed') {
          this.capabilities = event.capabilities;
          resolve();
        } else if (event.type === 'install-failed') {
          reject(new Error(`Python’s program could not be compiled: ${event.message}`));
        }
      };
      this.#link.post(command, [command.worker, command.wasm]);
    });
  }

  keepSnapshots(keeper: SnapshotKeeper): void {
    this.#keeper = keeper;
  }

  /** Whether the frame has been given one of that kind, or has made one. */
  hasSnapshot(kind: SnapshotKind): boolean {
    return this.#snapshots.has(toKindText(kind));
  }

  /** The bytes move away. */
  addSnapshot(kind: SnapshotKind, snapshot: MemorySnapshot): void {
    const { bytes } = snapshot;
    this.#snapshots.add(toKindText(kind));
    this.#given.add(toKindText(kind));
    this.#link.post({ type: 'add-snapshot', kind, snapshot }, bytes instanceof ArrayBuffer ? [bytes] : []);
  }

  hasPack(name: string): boolean {
    return this.#packs.has(name);
  }

  addPack(pack: Pack): void {
    this.#packs.add(pack.name);
    this.#link.post({ type: 'add-pack', pack }, [pack.bytes]);
  }

  /** `processes`: how many children its run may have at once. */
  spawn(packs: readonly string[], processes = 0): Interpreter {
    const interpreter = this.#nextInterpreter;
    this.#nextInterpreter += 1;
    this.#interpreters.set(interpreter, () => {});
    this.#link.post({ type: 'spawn', interpreter, packs, processes });
    return {
      listen: (onNews) => {
        if (this.#interpreters.has(interpreter)) this.#interpreters.set(interpreter, onNews);
      },
      rehearse: (files) => this.#link.post({ type: 'rehearse', interpreter, files }),
      run: (run, request) => {
        this.#hasRun = true;
        this.#link.post({ type: 'run', interpreter, run, request });
      },
      answer: (line) => this.#link.post({ type: 'answer', interpreter, line }),
      interrupt: () => this.#link.post({ type: 'interrupt', interpreter }),
      kill: () => {
        this.#interpreters.delete(interpreter);
        if (!this.#isClosed) this.#link.post({ type: 'kill', interpreter });
      },
    };
  }

  /** Pings the frame until the returned function is called. */
  watch(): () => void {
    this.#watchers += 1;
    if (this.#watchers === 1) this.#startPinging();
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      this.#watchers -= 1;
      if (this.#watchers === 0) this.#stopPinging();
    };
  }

  /** Every interpreter's keeper hears that the frame is lost. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#stopPinging();
    this.#link.close();
    const keepers = [...this.#interpreters.values()];
    this.#interpreters.clear();
    for (const tell of keepers) tell({ type: 'frame-lost' });
  }

  #startPinging(): void {
    this.#pong = this.#ping;
    this.#stopPinging = repeat(this.#clock, pingMs, () => {
      if (this.#ping - this.#pong >= missedPings) this.#lose();
      else {
        this.#ping += 1;
        this.#link.post({ type: 'ping', ping: this.#ping });
      }
    });
  }

  #lose(): void {
    this.close();
    this.#onLost();
  }

  #hear(event: FrameEvent): void {
    switch (event.type) {
      case 'pong':
        this.#pong = Math.max(this.#pong, Math.min(event.ping, this.#ping));
        return;
      case 'installed':
      case 'install-failed':
        this.#settleInstall?.(event);
        this.#settleInstall = null;
        return;
      case 'snapshot-made':
        if (this.#hasRun) return;
        this.#snapshots.add(toKindText(event.kind));
        this.#keeper?.made(event.kind, event.snapshot);
        return;
      case 'snapshot-refused':
        // Once for each that was given: a frame that repeats itself is not to wear the storage out.
        if (this.#given.delete(toKindText(event.kind))) this.#keeper?.refused(event.kind);
        return;
      default:
        this.#interpreters.get(event.interpreter)?.(event);
    }
  }
}
