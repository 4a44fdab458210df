/**
 * What Python's processes need of JavaScript: numbers in, numbers out, over the memory that the processes of a run
 * share. Nothing here waits; waiting is `kernel.processes.waiting`, which lets other threads run meanwhile.
 */
import { Copies } from '../kernel/copies.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { cell, descriptorCount, handleKind, kindOf, offsetOf } from '../kernel/layout.ts';

/** A Python object that has bytes, as Pyodide hands it to JavaScript. */
interface PythonBytes {
  getBuffer(type: 'u8'): { readonly data: Uint8Array; release(): void };
}

/** What the frame is asked for. */
export interface ProcessWishes {
  spawn(pid: number): void;
  signal(pid: number, signal: number): void;
  exit(pid: number): void;
}

const noSuchDescriptor = -3;
const tooManyOpen = -4;

export class ProcessPort {
  readonly #kernel: Kernel;
  readonly #copies: Copies;
  readonly #wishes: ProcessWishes;
  pid: number;

  /** `heap`: the interpreter's memory, as it is at the moment. */
  constructor(kernel: Kernel, heap: () => Int32Array, wishes: ProcessWishes) {
    this.#kernel = kernel;
    this.#copies = new Copies(kernel.memory, heap);
    this.#wishes = wishes;
    this.pid = 0;
  }

  // Descriptors. Two of them come as one number, the second in the lower bits.

  pipe(): number {
    const offset = this.#kernel.pipes.create();
    return this.#openBoth(offset | handleKind.read, offset | handleKind.write);
  }

  duplex(): number {
    const [first, second] = this.#kernel.pipes.createPair();
    return this.#openBoth(first | handleKind.duplex, second | handleKind.duplex);
  }

  #openBoth(first: number, second: number): number {
    const one = this.#open(first);
    const two = this.#open(second);
    if (one >= 0 && two >= 0) return one * descriptorCount + two;
    this.close(one);
    this.close(two);
    return tooManyOpen;
  }

  #open(handle: number, isCounted = false): number {
    const descriptor = this.#kernel.descriptors.open(this.pid, handle, isCounted);
    return descriptor < 0 ? tooManyOpen : descriptor;
  }

  handle(descriptor: number): number {
    return this.#kernel.descriptors.handle(this.pid, descriptor);
  }

  duplicate(descriptor: number): number {
    const handle = this.handle(descriptor);
    return handle === 0 ? noSuchDescriptor : this.#open(handle);
  }

  close(descriptor: number): boolean {
    return this.#kernel.descriptors.close(this.pid, descriptor);
  }

  /** The handle, which stays open until someone adopts it: descriptors that travel in messages. */
  send(descriptor: number): number {
    const handle = this.handle(descriptor);
    if (handle !== 0) this.#kernel.descriptors.hold(handle);
    return handle;
  }

  adopt(handle: number): number {
    return this.#open(handle, true);
  }

  /** Opens the same in a process that has not begun; returns its descriptor there. */
  giveTo(pid: number, descriptor: number): number {
    const handle = this.handle(descriptor);
    return handle === 0 ? noSuchDescriptor : this.#kernel.descriptors.open(pid, handle);
  }

  /** Bytes; undefined where reading would have to wait; a negative number for an error. */
  read(descriptor: number, limit: number): Uint8Array | number | undefined {
    const handle = this.handle(descriptor);
    const kind = kindOf(handle);
    if (kind !== handleKind.read && kind !== handleKind.duplex) return noSuchDescriptor;
    const bytes = this.#kernel.pipes.read(offsetOf(handle), limit);
    if (bytes === null) return undefined;
    this.#copies.exchange();
    return bytes;
  }

  /** How many bytes from `start` on were written, or a negative number. */
  write(descriptor: number, source: PythonBytes, start: number): number {
    const pipe = this.#writtenPipe(descriptor);
    if (pipe === 0) return noSuchDescriptor;
    this.#copies.exchange();
    const buffer = source.getBuffer('u8');
    try {
      return this.#kernel.pipes.write(pipe, buffer.data.subarray(start));
    } finally {
      buffer.release();
    }
  }

  #writtenPipe(descriptor: number): number {
    const handle = this.handle(descriptor);
    if (kindOf(handle) === handleKind.write) return offsetOf(handle);
    return kindOf(handle) === handleKind.duplex ? this.#kernel.pipes.partner(offsetOf(handle)) : 0;
  }

  /** Whether reading would not wait; for a process: whether it has ended. */
  isReadable(descriptor: number): boolean {
    const handle = this.handle(descriptor);
    if (kindOf(handle) === handleKind.process) return this.#kernel.processes.hasEnded(handle >> 4);
    return handle === 0 || this.#kernel.pipes.isReadable(offsetOf(handle));
  }

  armRead(descriptor: number): void {
    const handle = this.handle(descriptor);
    if (kindOf(handle) === handleKind.process) this.armProcess(handle >> 4);
    else this.#kernel.memory.arm(this.#kernel.pipes.waiters(offsetOf(handle)));
  }

  armWrite(descriptor: number): void {
    this.#kernel.memory.arm(this.#kernel.pipes.waiters(this.#writtenPipe(descriptor)));
  }

  /** Changes whenever something that was armed may have changed. */
  heard(): number {
    return this.#kernel.memory.heard();
  }

  // Semaphores

  createSemaphore(value: number, most: number): number {
    return this.#kernel.semaphores.create(value, most);
  }

  acquire(semaphore: number): boolean {
    const isTaken = this.#kernel.semaphores.tryAcquire(semaphore);
    if (isTaken) this.#copies.exchange();
    return isTaken;
  }

  release(semaphore: number): boolean {
    this.#copies.exchange();
    return this.#kernel.semaphores.release(semaphore);
  }

  semaphoreValue(semaphore: number): number {
    return this.#kernel.semaphores.value(semaphore);
  }

  armSemaphore(semaphore: number): void {
    this.#kernel.memory.arm(this.#kernel.semaphores.waiters(semaphore));
  }

  // Shared bytes

  /** A descriptor of the segment with that name (made if need be), or 0 where it is missing or in the way. */
  openSegment(name: string, mayCreate: boolean, mustCreate: boolean): number {
    const { names, segments } = this.#kernel;
    const found = names.find(name);
    if (found !== 0) return mustCreate ? -1 : this.#open(found);
    if (!mayCreate) return -2;
    const handle = segments.create(true) | handleKind.segment;
    return names.add(name, handle) ? this.#open(handle) : this.openSegment(name, mayCreate, mustCreate);
  }

  unlinkSegment(name: string): boolean {
    const handle = this.#kernel.names.remove(name);
    if (handle !== 0) this.#kernel.segments.unlink(offsetOf(handle));
    return handle !== 0;
  }

  createSegment(): number {
    return this.#open(this.#kernel.segments.create(false) | handleKind.segment);
  }

  resizeSegment(descriptor: number, bytes: number): boolean {
    return this.#kernel.segments.resize(offsetOf(this.handle(descriptor)), bytes);
  }

  segmentSize(descriptor: number): number {
    return this.#kernel.segments.size(offsetOf(this.handle(descriptor)));
  }

  isSegment(descriptor: number): boolean {
    return kindOf(this.handle(descriptor)) === handleKind.segment;
  }

  /** From now on `target` is this process's copy of the segment. Returns where it lies. */
  addCopy(descriptor: number, target: PythonBytes): number {
    const buffer = target.getBuffer('u8');
    try {
      const pointer = buffer.data.byteOffset;
      const data = this.#kernel.segments.data(offsetOf(this.handle(descriptor)));
      this.#copies.add(pointer, data, buffer.data.byteLength);
      return pointer;
    } finally {
      buffer.release();
    }
  }

  removeCopy(pointer: number): void {
    this.#copies.remove(pointer);
  }

  setWhole(pointer: number, bytes: number, isWhole: boolean): void {
    this.#copies.setWhole(pointer, bytes, isWhole);
  }

  exchange(): void {
    this.#copies.exchange();
  }

  exchangeNowAndThen(): void {
    this.#copies.exchangeNowAndThen();
  }

  // Names of addresses

  listen(address: string, descriptor: number): boolean {
    return this.#kernel.names.add(`listen:${address}`, this.handle(descriptor));
  }

  stopListening(address: string): void {
    this.#kernel.names.remove(`listen:${address}`);
  }

  /** A descriptor to the pipe of whoever listens, or a negative number. */
  connect(address: string): number {
    const handle = this.#kernel.names.find(`listen:${address}`);
    return handle === 0 ? noSuchDescriptor : this.#open(offsetOf(handle) | handleKind.write);
  }

  // Processes

  limit(): number {
    return this.#kernel.memory.load(cell.limit);
  }

  alive(): number {
    return this.#kernel.memory.load(cell.alive);
  }

  createProcess(): number {
    return this.#kernel.processes.create(this.pid);
  }

  /** Nobody will start it: it has ended before it began. */
  discardProcess(pid: number): void {
    this.#kernel.descriptors.closeAll(pid);
    this.#kernel.processes.end(pid, 1);
    this.#kernel.processes.reap(pid);
  }

  launch(pid: number, source: PythonBytes): void {
    this.#copies.exchange();
    const buffer = source.getBuffer('u8');
    try {
      this.#kernel.processes.give(pid, 'start', buffer.data);
    } finally {
      buffer.release();
    }
    this.#wishes.spawn(pid);
  }

  /** What the parent gave. */
  takeStart(): Uint8Array {
    return this.#kernel.processes.take(this.pid, 'start');
  }

  watch(pid: number): number {
    return this.#open((pid << 4) | handleKind.process);
  }

  parent(pid: number): number {
    return this.#kernel.processes.parent(pid);
  }

  isAlive(pid: number): boolean {
    return this.#kernel.processes.isAlive(pid);
  }

  /** Pids of children that nobody has waited for, as text. */
  children(): string {
    return this.#kernel.processes.childrenOf(this.pid).join(' ');
  }

  hasEnded(pid: number): boolean {
    return this.#kernel.processes.hasEnded(pid);
  }

  armProcess(pid: number): void {
    this.#kernel.memory.arm(this.#kernel.processes.waiters(pid));
  }

  exitCode(pid: number): number {
    return this.#kernel.processes.exitCode(pid);
  }

  /** What the process left, once. */
  reap(pid: number): Uint8Array {
    this.#copies.exchange();
    this.#kernel.processes.reap(pid);
    return this.#kernel.processes.take(pid, 'result');
  }

  kill(pid: number, signal: number): void {
    if (!this.#kernel.processes.signal(pid, signal)) this.#wishes.signal(pid, signal);
  }

  handleSignals(signals: number): void {
    this.#kernel.processes.handle(this.pid, signals);
  }

  hasSignals(): boolean {
    return this.pid !== 0 && this.#kernel.processes.hasSignals(this.pid);
  }

  takeSignals(): number {
    return this.#kernel.processes.takeSignals(this.pid);
  }

  /** The process's last word. */
  end(exitCode: number, result: PythonBytes): void {
    this.#copies.exchange();
    const buffer = result.getBuffer('u8');
    try {
      if (buffer.data.length > 0) this.#kernel.processes.give(this.pid, 'result', buffer.data);
    } finally {
      buffer.release();
      this.#kernel.descriptors.closeAll(this.pid);
      this.#kernel.processes.end(this.pid, exitCode);
      this.#wishes.exit(this.pid);
    }
  }

  // What children print

  print(stream: number, source: PythonBytes): void {
    const buffer = source.getBuffer('u8');
    try {
      this.#kernel.console.write(stream, buffer.data);
    } finally {
      buffer.release();
    }
  }

  takePrinted(): Uint8Array | undefined {
    return this.#kernel.console.take() ?? undefined;
  }

  takeDropped(): number {
    return this.#kernel.console.takeDropped();
  }
}
