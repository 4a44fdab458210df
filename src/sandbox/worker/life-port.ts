/** Processes and what they print, as Python sees them. Nothing here waits. */
import { cell, handleKind } from '../kernel/layout.ts';
import { type PortSelf, type PythonBytes, withBytes } from './port-self.ts';

/** What the frame is asked for. */
export interface ProcessWishes {
  spawn(pid: number): void;
  signal(pid: number, signal: number): void;
  exit(pid: number): void;
}

export class LifePort {
  readonly #self: PortSelf;
  readonly #wishes: ProcessWishes;

  constructor(self: PortSelf, wishes: ProcessWishes) {
    this.#self = self;
    this.#wishes = wishes;
  }

  pid(): number {
    return this.#self.pid;
  }

  limit(): number {
    return this.#self.kernel.memory.load(cell.limit);
  }

  alive(): number {
    return this.#self.kernel.memory.load(cell.alive);
  }

  createProcess(): number {
    return this.#self.kernel.processes.create(this.#self.pid);
  }

  /** Nobody will start it: it has ended before it began. */
  discardProcess(pid: number): void {
    const { descriptors, processes } = this.#self.kernel;
    descriptors.closeAll(pid);
    processes.end(pid, 1);
    processes.reap(pid);
  }

  launch(pid: number, source: PythonBytes): void {
    this.#self.copies.exchange();
    withBytes(source, (bytes) => this.#self.kernel.processes.give(pid, 'start', bytes));
    this.#wishes.spawn(pid);
  }

  /** What the parent gave. */
  takeStart(): Uint8Array {
    return this.#self.kernel.processes.take(this.#self.pid, 'start');
  }

  watch(pid: number): number {
    return this.#self.open((pid << 4) | handleKind.process);
  }

  parent(pid: number): number {
    return this.#self.kernel.processes.parent(pid);
  }

  isAlive(pid: number): boolean {
    return this.#self.kernel.processes.isAlive(pid);
  }

  isKnown(pid: number): boolean {
    return this.#self.kernel.processes.isKnown(pid);
  }

  /** Pids of children that nobody has waited for, as text. */
  children(): string {
    return this.#self.kernel.processes.childrenOf(this.#self.pid).join(' ');
  }

  hasEnded(pid: number): boolean {
    return this.#self.kernel.processes.hasEnded(pid);
  }

  armProcess(pid: number): void {
    this.#self.kernel.memory.arm(this.#self.kernel.processes.waiters(pid));
  }

  exitCode(pid: number): number {
    return this.#self.kernel.processes.exitCode(pid);
  }

  /** What the process left, once. */
  reap(pid: number): Uint8Array {
    this.#self.copies.exchange();
    this.#self.kernel.processes.reap(pid);
    return this.#self.kernel.processes.take(pid, 'result');
  }

  kill(pid: number, signal: number): void {
    if (!this.#self.kernel.processes.signal(pid, signal)) this.#wishes.signal(pid, signal);
  }

  handleSignals(signals: number): void {
    this.#self.kernel.processes.handle(this.#self.pid, signals);
  }

  takeSignals(): number {
    return this.#self.kernel.processes.takeSignals(this.#self.pid);
  }

  /** The process's last word. */
  end(exitCode: number, result: PythonBytes): void {
    const { descriptors, names, processes } = this.#self.kernel;
    const { pid } = this.#self;
    this.#self.copies.exchange();
    try {
      withBytes(result, (bytes) => bytes.length > 0 && processes.give(pid, 'result', bytes));
    } finally {
      names.removeOf(pid);
      descriptors.closeAll(pid);
      processes.end(pid, exitCode);
      this.#wishes.exit(pid);
    }
  }

  print(stream: number, source: PythonBytes): void {
    withBytes(source, (bytes) => this.#self.kernel.console.write(stream, bytes));
  }

  takePrinted(): Uint8Array | undefined {
    return this.#self.kernel.console.take() ?? undefined;
  }

  takeDropped(): number {
    return this.#self.kernel.console.takeDropped();
  }
}
