/**
 * The processes of one run: the interpreter that runs the tests, and as many for children as the request declares,
 * booted beforehand. The frame starts them, because a nested worker may not start while its parent blocks, and buries
 * those that were killed.
 */
import { foundKernel, type Kernel, openKernel } from '../kernel/kernel.ts';
import { fateCount } from '../kernel/layout.ts';
import { createSharedBuffer } from '../kernel/shared-memory.ts';
import type { InterpreterEvent, ProcessBoot, ProcessMessage } from '../protocol.ts';
import type { Engine } from './engine.ts';
import { startWorkerLink, type WorkerLink, type WorkerParts } from './worker-link.ts';

/** An interpreter for a child. */
interface Child {
  readonly link: WorkerLink;
  readonly serial: number;
  readonly bell: number;
  isReady: boolean;
  pid: number | null;
}

/** The exit code of an interpreter that could not go on: SIGSEGV. */
const diedOf = 11;
/** The exit code of a process for which no interpreter could be started. */
const neverStarted = 1;
/** A condemned worker ends what it has begun, which takes microseconds where it gets a processor. */
const burialMs = 20;
/** So many boots in a row may fail. */
const failuresInARow = 3;
const frameSerial = fateCount - 1;
const mainSerial = 1;
const mainBell = 0;
const maximum = 8;

export class ProcessGroup {
  readonly #kernel: Kernel;
  readonly #memory: SharedArrayBuffer;
  readonly #engine: Engine;
  readonly #parts: WorkerParts;
  readonly #limit: number;
  readonly #mainPid: number;
  readonly #children = new Set<Child>();
  readonly #waiting: number[] = [];
  #serial = mainSerial;
  #failures = 0;
  #isWarm = false;
  #isClosed = false;
  #onWarm: () => void = () => {};

  constructor(engine: Engine, parts: WorkerParts, limit: number) {
    this.#engine = engine;
    this.#parts = parts;
    this.#limit = Math.min(limit, maximum);
    this.#memory = createSharedBuffer();
    // The first process begins at once: its bell is the one it will hear.
    this.#kernel = openKernel(this.#memory, { serial: frameSerial, bell: mainBell, canWait: false });
    this.#mainPid = foundKernel(this.#kernel, this.#limit);
  }

  /** Starts the interpreter that runs the tests, and those of the children. It is ready when all of them are. */
  startMain(id: number, post: (event: InterpreterEvent) => void): WorkerLink {
    const hold = (event: InterpreterEvent) => {
      if (event.type === 'interpreter-ready' && !this.#isWarm) this.#onWarm = () => post(event);
      else {
        if (event.type === 'run-ended' || event.type === 'interpreter-lost') this.close();
        post(event);
      }
    };
    const boot = this.#boot(mainSerial, mainBell, this.#mainPid);
    const link = startWorkerLink(id, this.#parts, this.#engine, hold, {
      boot,
      hear: (message) => this.#hear(message),
    });
    const main = {
      ...link,
      answer: (line: string | null) => {
        link.answer(line);
        this.#kernel.memory.ring(mainBell);
      },
      interrupt: () => {
        link.interrupt();
        this.#kernel.memory.ring(mainBell);
      },
      kill: () => {
        this.close();
        link.kill();
      },
    };
    for (let count = 0; count < this.#limit; count += 1) this.#startChild();
    return main;
  }

  /** Ends every child. */
  close(): void {
    this.#isClosed = true;
    for (const child of this.#children) child.link.kill();
    this.#children.clear();
    this.#waiting.length = 0;
    this.#engine.remindCollector();
  }

  #boot(serial: number, bell: number, mainPid: number | null): ProcessBoot {
    return { memory: this.#memory, serial, bell, mainPid };
  }

  #startChild(): void {
    if (this.#isClosed) return;
    const serial = this.#nextSerial();
    const bells = [...this.#children].map((child) => child.bell);
    const bell = Array.from({ length: maximum }, (_, index) => index + 1).find((one) => !bells.includes(one));
    if (bell === undefined) return;
    const post = (event: InterpreterEvent) => this.#hearOfChild(child, event);
    const child: Child = {
      serial,
      bell,
      isReady: false,
      pid: null,
      link: startWorkerLink(serial, this.#parts, this.#engine, post, {
        boot: this.#boot(serial, bell, null),
        hear: (message) => this.#hear(message, child),
      }),
    };
    this.#children.add(child);
  }

  /** Fates are kept for so many workers: one of a long run gets the place of a worker that is long gone. */
  #nextSerial(): number {
    do this.#serial += 1;
    while ([mainSerial, frameSerial].includes(this.#serial % fateCount));
    this.#kernel.memory.begin(this.#serial);
    return this.#serial;
  }

  #hearOfChild(child: Child, event: InterpreterEvent): void {
    if (event.type === 'interpreter-ready') {
      this.#failures = 0;
      child.isReady = true;
      this.#assign();
      this.#tellWhenWarm();
    } else if (event.type === 'interpreter-lost') {
      const wasReady = child.isReady;
      if (!wasReady) this.#failures += 1;
      this.#lose(child, diedOf, event.message);
    }
  }

  #tellWhenWarm(): void {
    if (this.#isWarm || [...this.#children].some((child) => !child.isReady)) return;
    this.#isWarm = true;
    this.#onWarm();
  }

  /** `child`: who says it; the main interpreter where it is missing. */
  #hear(message: ProcessMessage, child: Child | null = null): void {
    const { processes } = this.#kernel;
    if (this.#isClosed || !processes.exists(message.pid)) return;
    switch (message.type) {
      case 'process-wanted':
        if (!this.#waiting.includes(message.pid)) this.#waiting.push(message.pid);
        this.#assign();
        return;
      case 'process-signalled':
        this.#signal(message.pid, message.signal);
        return;
      case 'process-ended':
        if (child?.pid === message.pid) this.#lose(child, 0, null);
        return;
      case 'process-died':
        if (child?.pid === message.pid) this.#lose(child, diedOf, message.message);
        return;
      default:
    }
  }

  #assign(): void {
    for (const child of this.#children) {
      if (this.#waiting.length === 0) return;
      if (!child.isReady || child.pid !== null) continue;
      const pid = this.#waiting.shift() as number;
      child.pid = pid;
      child.link.startProcess(pid);
    }
  }

  #signal(pid: number, signal: number): void {
    if (!this.#kernel.processes.isAlive(pid)) return;
    // The tests' own process ends by itself, or by the page.
    if (pid === this.#mainPid) return;
    const child = [...this.#children].find((one) => one.pid === pid);
    if (child) {
      this.#lose(child, signal, null);
      return;
    }
    const index = this.#waiting.indexOf(pid);
    if (index >= 0) this.#waiting.splice(index, 1);
    this.#bury(pid, -signal);
  }

  /** The child's interpreter is of no more use; what it had open is closed, and another one boots. */
  #lose(child: Child, signal: number, message: string | null): void {
    if (!this.#children.delete(child)) return;
    const { pid } = child;
    this.#kernel.memory.condemn(child.serial);
    child.link.kill();
    this.#engine.setTimer(() => {
      this.#kernel.memory.markDead(child.serial);
      if (pid !== null) this.#bury(pid, -signal, message);
    }, burialMs);
    if (this.#failures < failuresInARow) this.#startChild();
    else if (this.#children.size === 0) this.#giveUp(message ?? '');
    this.#tellWhenWarm();
  }

  #bury(pid: number, exitCode: number, message: string | null = null): void {
    const { processes, descriptors, names, console } = this.#kernel;
    if (message !== null && processes.isAlive(pid)) {
      const text = `The interpreter of process ${pid} stopped: ${message}\n`;
      console.write(2, new TextEncoder().encode(text));
    }
    processes.take(pid, 'start');
    names.removeOf(pid);
    descriptors.closeAll(pid);
    processes.end(pid, exitCode);
  }

  #giveUp(message: string): void {
    for (const pid of this.#waiting.splice(0)) this.#bury(pid, neverStarted, message);
  }
}
