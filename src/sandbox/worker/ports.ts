/** Everything this worker gives to Python, made before Python starts and known by name. */
import type { BootMessage, ProcessMessage } from '../protocol.ts';
import { createHands, type Hands } from './hands.ts';
import { createPreemption, type Preemption, type SignalCell } from './preemption.ts';
import { installPrivateStacks, type PrivateStacks } from './private-stacks.ts';
import { createProcessKit, type ProcessKit } from './processes.ts';
import { createThreadPort, type ThreadPort } from './threads.ts';
import type { TypingPort } from './typing.ts';
import { createWaiter, type WaitMs } from './waiting.ts';

const socketFileType = 0o140_000;
const permissionBits = 0o7_777;

/** Threads: the port and its stacks, or why there are none. */
type ThreadKit =
  | {
      readonly kind: 'threads';
      readonly port: ThreadPort;
      readonly stacks: PrivateStacks;
      /** Rejects when the interpreter dies in a thread. */
      readonly death: Promise<never>;
    }
  | { readonly kind: 'none'; readonly problem: string };

export interface Ports {
  readonly hands: Hands;
  readonly wait: WaitMs;
  readonly checkInterrupt: () => void;
  readonly markSocketFile: (path: string) => void;
  readonly typing: TypingPort;
  readonly threads: ThreadKit;
  readonly processes: ProcessKit | null;
  /** Python's interrupt buffer. */
  readonly signals: SignalCell;
}

/** What is needed of Emscripten's module. */
interface Module {
  readonly FS: { lookupPath(path: string): { node: { mode: number } } };
  readonly HEAP32: Int32Array;
}

export interface PortParts {
  readonly boot: BootMessage;
  readonly tell: (message: ProcessMessage) => void;
  readonly typing: TypingPort;
  readonly checkInterrupt: () => void;
}

/** `candidate`: Pyodide's module, not started yet. */
export function createPorts(candidate: unknown, { boot, tell, typing, checkInterrupt }: PortParts): Ports {
  const module = candidate as Module;
  const hands = createHands();
  const preemption = createPreemption(boot.control);
  const { processes, control } = boot;
  const kit = processes && control ? createProcessKit(processes, control, () => module.HEAP32, tell) : null;
  const threads = createThreadKit(candidate, boot.snapshot?.stacks ?? [], preemption);

  if (threads.kind === 'threads') hands.add('threads', threads.port);
  if (kit) {
    hands.add('processes', kit.port);
    for (const [name, group] of Object.entries(kit.port)) hands.add(`processes.${name}`, group);
  }
  return {
    hands,
    wait: hands.add('wait', createWaiter(control, kit?.bell)),
    checkInterrupt: hands.add('checkInterrupt', checkInterrupt),
    markSocketFile: hands.add('markSocketFile', (path: string) => markSocketFile(module, path)),
    typing: hands.add('typing', typing),
    threads,
    processes: kit,
    signals: kit?.watch(preemption.cell) ?? preemption.cell,
  };
}

function createThreadKit(candidate: unknown, free: readonly number[], preemption: Preemption): ThreadKit {
  if (!('Suspending' in WebAssembly)) return { kind: 'none', problem: 'this browser cannot switch stacks' };
  try {
    let onDeath: (error: unknown) => void = () => {};
    const death = new Promise<never>((_, reject) => {
      onDeath = reject;
    });
    death.catch(() => {});
    const stacks = installPrivateStacks(candidate, free);
    preemption.setDistanceWith(stacks.setDistance);
    return { kind: 'threads', port: createThreadPort(stacks, preemption, onDeath), stacks, death };
  } catch (error) {
    return { kind: 'none', problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Files in memory cannot be made as sockets; what `stat` says of them can be changed. */
function markSocketFile({ FS }: Module, path: string): void {
  const { node } = FS.lookupPath(path);
  node.mode = socketFileType | (node.mode & permissionBits);
}
