/**
 * What Python's processes need of JavaScript: numbers in, numbers out, over the memory that the processes of a run
 * share. Nothing here waits; waiting is `kernel.processes.waiting`, which lets other threads run meanwhile.
 */
import type { FilePort } from './file-port.ts';
import type { LifePort } from './life-port.ts';
import type { SharePort } from './share-port.ts';

/** The object Python gets. */
export interface ProcessPort {
  readonly files: FilePort;
  readonly shares: SharePort;
  readonly lives: LifePort;
}
