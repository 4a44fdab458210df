/** The table of processes: who exists, whose child it is, what became of it. */
import { cell, descriptorCount, processCell, processState, processTable } from './layout.ts';
import type { SharedMemory } from './shared-memory.ts';

type Blob = 'start' | 'result';

export class Processes {
  readonly #memory: SharedMemory;

  constructor(memory: SharedMemory) {
    this.#memory = memory;
  }

  /**
   * A process that waits for its interpreter. Returns its pid.
   * @throws RangeError when the run has had too many
   */
  create(parent: number): number {
    const index = Atomics.add(this.#memory.cells, cell.processes, 1);
    if (index >= processTable.entries) throw new RangeError('This run has started too many processes.');
    const pid = processTable.firstPid + index;
    this.#set(pid, processCell.parent, parent);
    this.#set(pid, processCell.descriptors, this.#memory.allocate(descriptorCount * 4));
    this.#set(pid, processCell.state, processState.waiting);
    if (parent !== 0) Atomics.add(this.#memory.cells, cell.alive, 1);
    return pid;
  }

  exists(pid: number): boolean {
    const index = pid - processTable.firstPid;
    return Number.isInteger(pid) && index >= 0 && index < this.#memory.load(cell.processes);
  }

  state(pid: number): number {
    return this.exists(pid) ? this.#get(pid, processCell.state) : processState.none;
  }

  isAlive(pid: number): boolean {
    const state = this.state(pid);
    return state === processState.waiting || state === processState.running;
  }

  /** Whether it lives, or has ended and nobody has asked for it yet. */
  isKnown(pid: number): boolean {
    const state = this.state(pid);
    return state !== processState.none && state !== processState.reaped;
  }

  hasEnded(pid: number): boolean {
    return this.state(pid) >= processState.ended;
  }

  exitCode(pid: number): number {
    return this.#get(pid, processCell.exitCode);
  }

  parent(pid: number): number {
    return this.exists(pid) ? this.#get(pid, processCell.parent) : 0;
  }

  /** Byte offset of its descriptors. */
  descriptors(pid: number): number {
    return this.#get(pid, processCell.descriptors);
  }

  waiters(pid: number): number {
    return this.#index(pid, processCell.waiters);
  }

  /** False when it was killed while it waited. */
  begin(pid: number): boolean {
    const index = this.#index(pid, processCell.state);
    const { waiting, running } = processState;
    this.#set(pid, processCell.bell, this.#memory.worker.bell);
    return Atomics.compareExchange(this.#memory.cells, index, waiting, running) === waiting;
  }

  /** `signals`: one bit for each that Python code handles or ignores. */
  handle(pid: number, signals: number): void {
    this.#set(pid, processCell.handled, signals);
  }

  /** False when the process does not handle the signal: then it ends of it. */
  signal(pid: number, signal: number): boolean {
    const bit = 1 << signal;
    if ((this.#get(pid, processCell.handled) & bit) === 0) return false;
    Atomics.or(this.#memory.cells, this.#index(pid, processCell.signals), bit);
    this.#memory.ring(this.#get(pid, processCell.bell));
    return true;
  }

  hasSignals(pid: number): boolean {
    return this.#get(pid, processCell.signals) !== 0;
  }

  takeSignals(pid: number): number {
    return Atomics.exchange(this.#memory.cells, this.#index(pid, processCell.signals), 0);
  }

  /** Sets the exit code (negative: a signal's number) and wakes whoever waits. The first end counts. */
  end(pid: number, exitCode: number): void {
    if (!this.isAlive(pid)) return;
    this.#set(pid, processCell.exitCode, exitCode);
    this.#set(pid, processCell.state, processState.ended);
    if (this.parent(pid) !== 0) Atomics.sub(this.#memory.cells, cell.alive, 1);
    this.#memory.wake(this.waiters(pid));
  }

  reap(pid: number): void {
    this.#set(pid, processCell.state, processState.reaped);
  }

  /** Every process that has not ended, and those that nobody has asked for yet. */
  childrenOf(parent: number): number[] {
    const count = Math.min(this.#memory.load(cell.processes), processTable.entries);
    const all = Array.from({ length: count }, (_, index) => processTable.firstPid + index);
    return all.filter((pid) => this.parent(pid) === parent && this.state(pid) !== processState.reaped);
  }

  give(pid: number, blob: Blob, bytes: Uint8Array): void {
    const offset = this.#memory.allocate(bytes.length);
    this.#memory.bytes.set(bytes, offset);
    this.#set(pid, processCell[`${blob}Offset`], offset);
    this.#set(pid, processCell[`${blob}Length`], bytes.length);
  }

  /** What was given, once; nothing when nothing was. */
  take(pid: number, blob: Blob): Uint8Array {
    const length = this.#get(pid, processCell[`${blob}Length`]);
    const offset = Atomics.exchange(this.#memory.cells, this.#index(pid, processCell[`${blob}Offset`]), 0);
    if (offset === 0) return new Uint8Array(0);
    const bytes = this.#memory.bytes.slice(offset, offset + length);
    this.#memory.release(offset, length);
    return bytes;
  }

  #index(pid: number, name: number): number {
    return processTable.start + (pid - processTable.firstPid) * processTable.cells + name;
  }

  #get(pid: number, name: number): number {
    return this.#memory.load(this.#index(pid, name));
  }

  #set(pid: number, name: number, value: number): void {
    this.#memory.store(this.#index(pid, name), value);
  }
}
