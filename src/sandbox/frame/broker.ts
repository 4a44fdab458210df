/** The trusted half of the frame: keeps the image's parts, starts and kills interpreters, passes words on. */
import { assertNever } from '../../domain/assert-never.ts';
import { copySnapshot, type MemorySnapshot, type SnapshotKind } from '../memory-snapshot.ts';
import { type FrameCommand, type FrameEvent, type Pack, stdlibName } from '../protocol.ts';
import type { Engine } from './engine.ts';
import { ProcessGroup } from './process-group.ts';
import { SnapshotShelf } from './snapshot-shelf.ts';
import { startWorkerLink, type WorkerLink, type WorkerParts } from './worker-link.ts';
import { WorkerNursery } from './worker-nursery.ts';

type Install = Extract<FrameCommand, { type: 'install' }>;

/** Returns the function that carries out the page's commands. */
export function createBroker(
  engine: Engine,
  post: (event: FrameEvent, transfer?: readonly Transferable[]) => void,
): (command: FrameCommand) => void {
  const packs = new Map<string, Pack>();
  const interpreters = new Map<number, WorkerLink>();
  const shelf = new SnapshotShelf({
    made: (kind, snapshot) => {
      if (isSnapshotWanted) hand(kind, snapshot);
    },
    refused: (kind) => post({ type: 'snapshot-refused', kind }),
  });
  const nursery = new WorkerNursery(engine);
  let core: Omit<WorkerParts, 'packs' | 'stdlib'> | null = null;
  let isSnapshotWanted = false;

  async function install(command: Install): Promise<void> {
    try {
      ({ isSnapshotWanted } = command);
      const url = engine.createUrl(command.worker, command.workerUrl);
      // Reads its script while the program compiles.
      nursery.prepare(url);
      core = {
        nursery,
        url,
        module: await engine.compile(command.wasm),
        lockInfo: command.lockInfo,
        heapLimitBytes: command.heapLimitBytes,
        hashSeed: command.hashSeed,
        shelf,
      };
      post({
        type: 'installed',
        capabilities: {
          sharedMemory: engine.hasSharedMemory,
          stackSwitching: engine.hasStackSwitching,
        },
      });
    } catch (error) {
      post({ type: 'install-failed', message: String(error) });
    }
  }

  function hand(kind: SnapshotKind, made: MemorySnapshot): void {
    const snapshot = copySnapshot(made, false);
    post({ type: 'snapshot-made', kind, snapshot }, [snapshot.bytes as ArrayBuffer]);
  }

  function start(id: number, parts: WorkerParts, processes: number): WorkerLink {
    const isParallel = processes > 0 && engine.hasSharedMemory && engine.hasStackSwitching;
    if (!isParallel) return startWorkerLink(id, parts, engine, post);
    return new ProcessGroup(engine, parts, processes).startMain(id, post);
  }

  function spawn(id: number, names: readonly string[], processes: number): void {
    const wanted = names.flatMap((name) => packs.get(name) ?? []);
    try {
      const stdlib = packs.get(stdlibName)?.bytes;
      if (!core || !stdlib || wanted.length !== names.length)
        throw new Error('The image is not complete yet.');
      interpreters.set(id, start(id, { ...core, stdlib, packs: wanted }, processes));
    } catch (error) {
      post({ type: 'interpreter-lost', interpreter: id, isRefused: true, message: String(error) });
    }
  }

  return (command) => {
    switch (command.type) {
      case 'install':
        void install(command);
        return;
      case 'add-pack':
        packs.set(command.pack.name, command.pack);
        return;
      case 'add-snapshot':
        shelf.give(
          command.kind,
          engine.hasSharedMemory ? copySnapshot(command.snapshot, true) : command.snapshot,
        );
        return;
      case 'spawn':
        spawn(command.interpreter, command.packs, command.processes);
        return;
      case 'run':
        interpreters
          .get(command.interpreter)
          ?.run({ type: 'run', run: command.run, request: command.request });
        return;
      case 'rehearse':
        interpreters.get(command.interpreter)?.rehearse(command.files);
        return;
      case 'answer':
        interpreters.get(command.interpreter)?.answer(command.line);
        return;
      case 'interrupt':
        interpreters.get(command.interpreter)?.interrupt();
        return;
      case 'kill':
        interpreters.get(command.interpreter)?.kill();
        interpreters.delete(command.interpreter);
        return;
      case 'ping':
        post({ type: 'pong', ping: command.ping });
        return;
      default:
        assertNever(command);
    }
  };
}
