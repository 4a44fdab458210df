/** Descriptors and pipes, as Python sees them. Nothing here waits. */
import { handleKind, kindOf, offsetOf } from '../kernel/layout.ts';
import { noSuchDescriptor, type PortSelf, type PythonBytes, withBytes } from './port-self.ts';

const wouldBlock = -1;

export class FilePort {
  readonly #self: PortSelf;
  /** Where in the interpreter's memory bytes change hands: a buffer object of its own for each would cost more. */
  #desk = { start: 0, bytes: 0 };

  constructor(self: PortSelf) {
    this.#self = self;
  }

  /** `desk` stays where it is as long as the interpreter lives. */
  useDesk(desk: PythonBytes): void {
    this.#desk = withBytes(desk, (bytes) => ({ start: bytes.byteOffset, bytes: bytes.length }));
  }

  pipe(): number {
    const offset = this.#self.kernel.pipes.create();
    return this.#self.openBoth(offset | handleKind.read, offset | handleKind.write);
  }

  duplex(): number {
    const [first, second] = this.#self.kernel.pipes.createPair();
    return this.#self.openBoth(first | handleKind.duplex, second | handleKind.duplex);
  }

  handle(descriptor: number): number {
    return this.#self.handle(descriptor);
  }

  duplicate(descriptor: number): number {
    const handle = this.#self.handle(descriptor);
    return handle === 0 ? noSuchDescriptor : this.#self.open(handle);
  }

  close(descriptor: number): boolean {
    return this.#self.close(descriptor);
  }

  /** The handle, which stays open until someone adopts it: descriptors that travel in messages. */
  send(descriptor: number): number {
    const handle = this.#self.handle(descriptor);
    if (handle !== 0) this.#self.kernel.descriptors.hold(handle);
    return handle;
  }

  adopt(handle: number): number {
    return this.#self.open(handle, true);
  }

  /** Opens the same in a process that has not begun; returns its descriptor there. */
  giveTo(pid: number, descriptor: number): number {
    const handle = this.#self.handle(descriptor);
    return handle === 0 ? noSuchDescriptor : this.#self.kernel.descriptors.open(pid, handle);
  }

  /** How many bytes lie on the desk now; 0 at the end; -1 where reading would have to wait, or an error. */
  read(descriptor: number, limit: number): number {
    const handle = this.#self.handle(descriptor);
    const kind = kindOf(handle);
    if (kind !== handleKind.read && kind !== handleKind.duplex) return noSuchDescriptor;
    const { start, bytes } = this.#desk;
    const target = this.#self.heapBytes(start, start + Math.min(limit, bytes));
    const count = this.#self.kernel.pipes.readInto(offsetOf(handle), target);
    if (count !== wouldBlock) this.#self.copies.exchange();
    return count;
  }

  /** How many of the first `length` bytes on the desk were written, or a negative number. */
  write(descriptor: number, length: number): number {
    const pipe = this.#writtenPipe(descriptor);
    if (pipe === 0) return noSuchDescriptor;
    this.#self.copies.exchange();
    const { start } = this.#desk;
    return this.#self.kernel.pipes.write(pipe, this.#self.heapBytes(start, start + length));
  }

  #writtenPipe(descriptor: number): number {
    const handle = this.#self.handle(descriptor);
    if (kindOf(handle) === handleKind.write) return offsetOf(handle);
    return kindOf(handle) === handleKind.duplex ? this.#self.kernel.pipes.partner(offsetOf(handle)) : 0;
  }

  /** Whether reading would not wait; for a process: whether it has ended. */
  isReadable(descriptor: number): boolean {
    const handle = this.#self.handle(descriptor);
    const { pipes, processes } = this.#self.kernel;
    if (kindOf(handle) === handleKind.process) return processes.hasEnded(handle >> 4);
    return handle === 0 || pipes.isReadable(offsetOf(handle));
  }

  armRead(descriptor: number): void {
    const handle = this.#self.handle(descriptor);
    const { memory, pipes, processes } = this.#self.kernel;
    const isProcess = kindOf(handle) === handleKind.process;
    memory.arm(isProcess ? processes.waiters(handle >> 4) : pipes.waiters(offsetOf(handle)));
  }

  armWrite(descriptor: number): void {
    const { memory, pipes } = this.#self.kernel;
    memory.arm(pipes.waiters(this.#writtenPipe(descriptor)));
  }

  /** Changes whenever something that was armed may have changed. */
  heard(): number {
    return this.#self.kernel.memory.heard();
  }

  listen(address: string, descriptor: number): boolean {
    const { pid } = this.#self;
    return this.#self.kernel.names.add(`listen:${address}`, this.#self.handle(descriptor), pid);
  }

  stopListening(address: string): void {
    this.#self.kernel.names.remove(`listen:${address}`);
  }

  /** A descriptor to the pipe of whoever listens, or a negative number. */
  connect(address: string): number {
    const handle = this.#self.kernel.names.find(`listen:${address}`);
    return handle === 0 ? noSuchDescriptor : this.#self.open(offsetOf(handle) | handleKind.write);
  }
}
