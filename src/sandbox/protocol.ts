/**
 * The words spoken between page and frame, and between frame and interpreter: types, and one number.
 * Every message about an interpreter carries its id, every message about a run carries the run's id,
 * so that a late answer is known for what it is and dropped.
 */

import type { EngineCapabilities } from '../domain/capabilities.ts';
import type { TextFile } from '../domain/challenge.ts';
import type { ProgramRequest } from '../domain/program-request.ts';
import type { RunRequest } from '../domain/run-request.ts';
import type { MemorySnapshot, SnapshotKind } from './memory-snapshot.ts';

/** What Pyodide checks its lock file's `info` against. */
export interface LockInfo {
  readonly abi_version: string;
  readonly arch: string;
  readonly platform: string;
  readonly python: string;
}

/** A zip of compiled modules, and the path in the interpreter's file system it was compiled for. */
export interface Pack {
  readonly name: string;
  readonly mountPath: string;
  readonly bytes: ArrayBuffer;
}

/** How workers are started: `data` only where an engine refuses `blob` (WebKit under COEP). */
export type WorkerUrlKind = 'blob' | 'data';

export type InterpreterStep = 'start-python' | 'load-packages' | 'warm-up';

/** How a run left the interpreter: with a report, or by the death of the interpreter. */
export type RunOutcome =
  | {
      readonly kind: 'reported';
      /** The judge's JSON. */
      readonly report: string;
      /** True when the heap reached its limit at some time. */
      readonly isHeapExhausted: boolean;
    }
  | {
      readonly kind: 'died';
      /** The engine's own words. */
      readonly message: string;
      readonly isHeapExhausted: boolean;
    };

/** What the pack with the standard library is called. */
export const stdlibName = 'stdlib';

// Page to frame

export type FrameCommand =
  | {
      readonly type: 'install';
      readonly worker: ArrayBuffer;
      readonly wasm: ArrayBuffer;
      readonly lockInfo: LockInfo;
      readonly workerUrl: WorkerUrlKind;
      /** An interpreter's heap never grows beyond this. */
      readonly heapLimitBytes: number;
      /** What Python's hashes of texts begin with: a memory has it for good, so it is the same for all. */
      readonly hashSeed: number;
      /** Whether the page wants a copy of each memory that is made, for its next visit. */
      readonly isSnapshotWanted: boolean;
    }
  /** The standard library is one of them, and every interpreter gets it. */
  | { readonly type: 'add-pack'; readonly pack: Pack }
  /** A memory from an earlier visit. Its bytes are not shared yet. */
  | { readonly type: 'add-snapshot'; readonly kind: SnapshotKind; readonly snapshot: MemorySnapshot }
  | {
      readonly type: 'spawn';
      readonly interpreter: number;
      readonly packs: readonly string[];
      /** How many children its run may have at once; their interpreters boot with it. */
      readonly processes: number;
    }
  /** Test files that the interpreter's run is likely to bring, to be compiled beforehand. */
  | { readonly type: 'rehearse'; readonly interpreter: number; readonly files: readonly TextFile[] }
  | {
      readonly type: 'run';
      readonly interpreter: number;
      readonly run: string;
      readonly request: RunRequest | ProgramRequest;
    }
  /** A line for the standard input of what runs, without its line end; null ends the input. */
  | { readonly type: 'answer'; readonly interpreter: number; readonly line: string | null }
  | { readonly type: 'interrupt'; readonly interpreter: number }
  | { readonly type: 'kill'; readonly interpreter: number }
  | { readonly type: 'ping'; readonly ping: number };

// Frame to page

export type FrameEvent =
  | { readonly type: 'installed'; readonly capabilities: EngineCapabilities }
  | { readonly type: 'install-failed'; readonly message: string }
  | { readonly type: 'pong'; readonly ping: number }
  /** Made before any code of a learner's ran in its interpreter; the bytes are not shared. */
  | { readonly type: 'snapshot-made'; readonly kind: SnapshotKind; readonly snapshot: MemorySnapshot }
  | { readonly type: 'snapshot-refused'; readonly kind: SnapshotKind }
  | InterpreterEvent;

export type InterpreterEvent =
  | {
      readonly type: 'interpreter-stepped';
      readonly interpreter: number;
      readonly step: InterpreterStep;
    }
  | {
      readonly type: 'interpreter-ready';
      readonly interpreter: number;
      /** Whether it has threads: its stacks were switched, not only promised. */
      readonly stackSwitching: boolean;
    }
  | {
      readonly type: 'interpreter-lost';
      readonly interpreter: number;
      /** True when the worker never said a word: the engine refused to start it. */
      readonly isRefused: boolean;
      readonly message: string;
    }
  | { readonly type: 'run-started'; readonly interpreter: number; readonly run: string }
  | {
      readonly type: 'run-progressed';
      readonly interpreter: number;
      readonly run: string;
      /** The judge's events as JSON, in order. */
      readonly events: readonly string[];
      /** How many events were too many or too long, so far. */
      readonly dropped: number;
    }
  | {
      readonly type: 'run-ended';
      readonly interpreter: number;
      readonly run: string;
      readonly outcome: RunOutcome;
    };

/**
 * A run tells so many events and no more: its interpreter stops there, and the frame ends one that does not. What comes
 * after them is in the report.
 */
export const mostEvents = 20_000;

// Frame to interpreter. `boot` comes over the worker's default channel, the rest over the private port.

export interface BootMessage {
  readonly type: 'boot';
  readonly interpreter: number;
  readonly port: MessagePort;
  readonly module: WebAssembly.Module;
  readonly stdlib: ArrayBuffer;
  readonly packs: readonly Pack[];
  readonly lockInfo: LockInfo;
  readonly heapLimitBytes: number;
  readonly hashSeed: number;
  /** Byte 0 is Python's interrupt flag, cell 1 what waiting sleeps on; then a typed line (`typed-line.ts`). Null without isolation. */
  readonly control: SharedArrayBuffer | null;
  /** Null where the run has one process only. */
  readonly processes: ProcessBoot | null;
  /** The memory to go on with; null to boot from the packs. */
  readonly snapshot: MemorySnapshot | null;
  /** Whether the interpreter's own memory, once it is ready, is of use to the next ones. */
  readonly isSnapshotWanted: boolean;
}

/** What an interpreter needs to be one of several processes. */
export interface ProcessBoot {
  readonly memory: SharedArrayBuffer;
  /** Different for every worker of the run, from 1. */
  readonly serial: number;
  readonly bell: number;
  /** The pid of the process that runs the tests; null for a child, which gets its own when it starts. */
  readonly mainPid: number | null;
}

export interface RehearseMessage {
  readonly type: 'rehearse';
  readonly files: readonly TextFile[];
}

export interface RunMessage {
  readonly type: 'run';
  readonly run: string;
  readonly request: RunRequest | ProgramRequest;
}

/** Only where there is no shared memory, which is the quicker way. */
export interface AnswerMessage {
  readonly type: 'answer';
  readonly line: string | null;
}

export interface StartProcessMessage {
  readonly type: 'start-process';
  readonly pid: number;
}

// Interpreter to frame

export type WorkerMessage =
  | { readonly type: 'stepped'; readonly interpreter: number; readonly step: InterpreterStep }
  | { readonly type: 'ready'; readonly interpreter: number; readonly stackSwitching: boolean }
  /** Before `ready`: the frame takes none from a worker that may have met a learner's code. */
  | { readonly type: 'snapshot-made'; readonly snapshot: MemorySnapshot }
  /** The memory that came with `boot` is of no use; the interpreter boots from its packs. */
  | { readonly type: 'snapshot-refused' }
  | { readonly type: 'boot-failed'; readonly interpreter: number; readonly message: string }
  | { readonly type: 'started'; readonly run: string }
  | { readonly type: 'progressed'; readonly run: string; readonly event: string }
  | { readonly type: 'ended'; readonly run: string; readonly outcome: RunOutcome }
  | ProcessMessage;

/** From any process of a run. */
export type ProcessMessage =
  | { readonly type: 'process-wanted'; readonly pid: number }
  | { readonly type: 'process-signalled'; readonly pid: number; readonly signal: number }
  | { readonly type: 'process-ended'; readonly pid: number }
  /** The interpreter cannot go on. */
  | { readonly type: 'process-died'; readonly pid: number; readonly message: string };
