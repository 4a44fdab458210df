/** Everything the processes of one run share, as one worker or the frame sees it. */
import { Console } from './console.ts';
import { Descriptors } from './descriptors.ts';
import { cell } from './layout.ts';
import { Names } from './names.ts';
import { Pipes } from './pipes.ts';
import { Processes } from './processes.ts';
import { Segments } from './segments.ts';
import { Semaphores } from './semaphores.ts';
import { SharedMemory, type Worker } from './shared-memory.ts';

export interface Kernel {
  readonly memory: SharedMemory;
  readonly pipes: Pipes;
  readonly semaphores: Semaphores;
  readonly segments: Segments;
  readonly names: Names;
  readonly processes: Processes;
  readonly descriptors: Descriptors;
  readonly console: Console;
}

export function openKernel(buffer: SharedArrayBuffer, worker: Worker): Kernel {
  const memory = new SharedMemory(buffer, worker);
  const pipes = new Pipes(memory);
  const segments = new Segments(memory);
  const processes = new Processes(memory);
  return {
    memory,
    pipes,
    segments,
    processes,
    semaphores: new Semaphores(memory),
    names: new Names(memory),
    descriptors: new Descriptors(memory, processes, pipes, segments),
    console: new Console(memory, pipes),
  };
}

/** Called once for a run, by the frame: `limit` children at once, and the first process, which runs the tests. */
export function foundKernel(kernel: Kernel, limit: number): number {
  kernel.memory.store(cell.limit, limit);
  kernel.console.create();
  const pid = kernel.processes.create(0);
  kernel.processes.begin(pid);
  return pid;
}
