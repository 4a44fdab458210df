/** Semaphores and shared bytes, as Python sees them. Nothing here waits. */
import { handleKind, kindOf, offsetOf } from '../kernel/layout.ts';
import { type PortSelf, type PythonBytes, withBytes } from './port-self.ts';

const isThere = -1;
const isMissing = -2;

export class SharePort {
  readonly #self: PortSelf;

  constructor(self: PortSelf) {
    this.#self = self;
  }

  createSemaphore(value: number, most: number): number {
    return this.#self.kernel.semaphores.create(value, most);
  }

  acquire(semaphore: number): boolean {
    const isTaken = this.#self.kernel.semaphores.tryAcquire(semaphore);
    if (isTaken) this.#self.copies.exchange();
    return isTaken;
  }

  release(semaphore: number): boolean {
    this.#self.copies.exchange();
    return this.#self.kernel.semaphores.release(semaphore);
  }

  semaphoreValue(semaphore: number): number {
    return this.#self.kernel.semaphores.value(semaphore);
  }

  armSemaphore(semaphore: number): void {
    this.#self.kernel.memory.arm(this.#self.kernel.semaphores.waiters(semaphore));
  }

  /** A descriptor of the segment with that name (made if need be), or a negative number. */
  openSegment(name: string, mayCreate: boolean, mustCreate: boolean): number {
    const { names, segments } = this.#self.kernel;
    const found = names.find(name);
    if (found !== 0) return mustCreate ? isThere : this.#self.open(found);
    if (!mayCreate) return isMissing;
    const handle = segments.create(true) | handleKind.segment;
    return names.add(name, handle) ? this.#self.open(handle) : this.openSegment(name, mayCreate, mustCreate);
  }

  unlinkSegment(name: string): boolean {
    const handle = this.#self.kernel.names.remove(name);
    if (handle !== 0) this.#self.kernel.segments.unlink(offsetOf(handle));
    return handle !== 0;
  }

  createSegment(): number {
    return this.#self.open(this.#self.kernel.segments.create(false) | handleKind.segment);
  }

  resizeSegment(descriptor: number, bytes: number): boolean {
    return this.#self.kernel.segments.resize(this.#segment(descriptor), bytes);
  }

  segmentSize(descriptor: number): number {
    return this.#self.kernel.segments.size(this.#segment(descriptor));
  }

  isSegment(descriptor: number): boolean {
    return kindOf(this.#self.handle(descriptor)) === handleKind.segment;
  }

  #segment(descriptor: number): number {
    return offsetOf(this.#self.handle(descriptor));
  }

  /** From now on `target` is this process's copy of the segment. Returns where it lies. */
  addCopy(descriptor: number, target: PythonBytes): number {
    return withBytes(target, (bytes) => {
      const data = this.#self.kernel.segments.data(this.#segment(descriptor));
      this.#self.copies.add(bytes.byteOffset, data, bytes.byteLength);
      return bytes.byteOffset;
    });
  }

  removeCopy(pointer: number): void {
    this.#self.copies.remove(pointer);
  }

  setWhole(pointer: number, bytes: number, isWhole: boolean): void {
    this.#self.copies.setWhole(pointer, bytes, isWhole);
  }

  exchange(): void {
    this.#self.copies.exchange();
  }
}
