/** The only file that touches Python: it starts CPython, hands it the kernel's hooks and calls the judge. */
import type { PyodideInterface } from 'pyodide';
import type { MemorySnapshot } from '../memory-snapshot.ts';
import type { BootMessage, InterpreterStep, ProcessMessage } from '../protocol.ts';
import { createPorts, type Ports } from './ports.ts';
import type { JudgeModule, KernelModule, PythonFunction } from './python-modules.ts';
import { findHeldValue, prepareRestore, snapshotMark, takeSnapshot } from './snapshots.ts';
import type { TypingPort } from './typing.ts';

/** Where a run's files are laid out. */
const root = '/home/pyodide/challenge';
const home = '/home/pyodide';
/** Nothing is ever fetched from it: the patched Pyodide has its files already. */
const nowhere = 'https://pyodide.invalid/';

/** Which of the judge's two jobs a run is: its tests, or one file as a program. */
type Job = 'run' | 'run_program';

export interface Python {
  readonly hasThreads: boolean;
  /** From now on recursion ends early: with RecursionError, long before the engine's own stack does. */
  shortenStacks(): void;
  /** Compiles test files that the run is likely to bring. */
  rehearse(filesJson: string): Promise<void>;
  /** Runs the judge once; resolves with its report as JSON. Rejects when the interpreter dies. */
  judge(job: Job, requestJson: string, emit: (eventJson: string) => void): Promise<string>;
  /** Is one child process, from its beginning to its end. Rejects when the interpreter dies. */
  runProcess(pid: number): Promise<void>;
}

export interface PythonParts {
  readonly boot: BootMessage;
  /** Called as each step begins. */
  readonly onStep: (step: InterpreterStep) => void;
  /** What the frame has to hear about processes. */
  readonly tell: (message: ProcessMessage) => void;
  readonly typing: TypingPort;
  /** Gets the interpreter's memory before anything of a learner's is in it, where the boot message asks for it. */
  readonly keep: (snapshot: MemorySnapshot) => void;
}

/** Boots CPython from the bytes of the message: by going on with a memory where there is one, else from the packs. */
export async function startPython(parts: PythonParts): Promise<Python> {
  const { boot, onStep, keep } = parts;
  onStep('start-python');
  const { pyodide, module, ports } = await loadPython(parts);
  const kernel: KernelModule = pyodide.pyimport('kernel');
  interpreterAssets.look = ports.signals.look;
  pyodide.setInterruptBuffer(ports.signals as unknown as Uint8Array);
  const judge = (): JudgeModule => pyodide.pyimport('judge');

  let problem: string | null;
  if (boot.snapshot) {
    problem = threadProblem(ports) ?? boot.snapshot.threadProblem;
    kernel.resume(navigator.hardwareConcurrency);
  } else {
    onStep('load-packages');
    problem = await furnish(kernel, ports, boot);
    onStep('warm-up');
    if (!isChild(boot)) await createEnter(ports, problem)(judge().prepare, packNames(boot), root);
    if (boot.isSnapshotWanted) offerSnapshot(module, ports, problem, boot, keep);
    kernel.resume(navigator.hardwareConcurrency);
  }
  closeBridge(pyodide);

  const enter = createEnter(ports, problem);
  return {
    hasThreads: problem === null,
    shortenStacks: () => {
      if (ports.threads.kind === 'threads') ports.threads.stacks.shorten();
    },
    rehearse: (filesJson) => enter(judge().rehearse, filesJson),
    judge: async (job, requestJson, emit) => {
      if (isChild(boot)) throw new Error('This interpreter is for a child process.');
      return enter(judge()[job], requestJson, emit, root);
    },
    runProcess: async (pid) => {
      if (ports.processes?.become(pid)) await enter(kernel.processes.run_child);
    },
  };
}

async function loadPython({ boot, tell, typing }: PythonParts): Promise<{
  readonly pyodide: PyodideInterface;
  readonly module: unknown;
  readonly ports: Ports;
}> {
  const { snapshot } = boot;
  const made: { module?: unknown; ports?: Ports; pyodide?: PyodideInterface } = {};
  interpreterAssets.module = boot.module;
  interpreterAssets.stdlib = boot.stdlib;
  const pyodide = await loadPyodide({
    indexURL: nowhere,
    packageBaseUrl: nowhere,
    lockFileContents: JSON.stringify({ info: boot.lockInfo, packages: {} }),
    createPyodideModule: async (settings) => {
      const module = await createPyodideModule(settings);
      const checkInterrupt = () => made.pyodide?.checkInterrupt();
      made.module = module;
      made.ports = createPorts(module, { boot, tell, typing, checkInterrupt });
      if (snapshot) prepareRestore(module, snapshot);
      return module;
    },
    ...(snapshot && {
      _loadSnapshot: snapshotMark,
      _snapshotDeserializer: (held: unknown) => made.ports && findHeldValue(held, made.ports.hands),
    }),
    jsglobals: Object.freeze(Object.create(null)),
    env: {
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONHASHSEED: String(boot.hashSeed),
      PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1',
      HOME: home,
    },
    fsInit: async (fs) => {
      for (const pack of boot.packs) {
        fs.mkdirTree(pack.mountPath.slice(0, pack.mountPath.lastIndexOf('/')));
        fs.writeFile(pack.mountPath, new Uint8Array(pack.bytes), { canOwn: true });
      }
    },
  });
  made.pyodide = pyodide;
  interpreterAssets.module = null;
  interpreterAssets.stdlib = null;
  if (!made.ports) throw new Error('Pyodide did not make its module by the function it was given.');
  const { path } = pyodide.pyimport('sys');
  // Pyodide puts an entry at the beginning, and a memory has it already.
  if (snapshot) path.shift();
  else for (const pack of boot.packs) path.append(pack.mountPath);
  return { pyodide, module: made.module, ports: made.ports };
}

/** Gives a new interpreter its hooks. Returns what is missing for threads, or null. */
async function furnish(kernel: KernelModule, ports: Ports, boot: BootMessage): Promise<string | null> {
  kernel.install(ports.wait, ports.checkInterrupt, ports.markSocketFile);
  const problem = await addThreads(kernel, ports);
  kernel.keyboard.install(ports.typing, boot.control ? '' : (problem ?? ''));
  const lack = boot.control ? problem : 'this page has no shared memory';
  if (lack !== null) kernel.processes.withhold(lack);
  else if (!ports.processes) kernel.processes.withhold('');
  else kernel.processes.install(ports.processes.port, navigator.hardwareConcurrency);
  return problem;
}

/** Where the engine cannot switch stacks, or Pyodide is not the one we know, everything but threads works. */
async function addThreads(kernel: KernelModule, ports: Ports): Promise<string | null> {
  let problem = threadProblem(ports);
  if (ports.threads.kind === 'threads') {
    try {
      kernel.threads.install(ports.threads.port);
      problem = (await createEnter(ports, null)(kernel.threads.check)) ?? null;
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
  }
  if (problem !== null) kernel.threads.withhold(problem);
  return problem;
}

function threadProblem({ threads }: Ports): string | null {
  return threads.kind === 'none' ? threads.problem : null;
}

type Enter = <Arguments extends unknown[], Result>(
  call: PythonFunction<Arguments, Result>,
  ...args: Arguments
) => Promise<Result>;

/**
 * The one way into Python. With threads it is a promising call, whose stack can be suspended; never `runPythonAsync`,
 * whose own task makes every task of the kernel's loop refuse to start.
 */
function createEnter({ threads }: Ports, problem: string | null): Enter {
  if (threads.kind === 'none' || problem !== null) return async (call, ...args) => call(...args);
  return (call, ...args) => Promise.race([call.callPromising(...args), threads.death]);
}

/** An interpreter whose memory cannot be taken is as good as any; only the next one boots more slowly. */
function offerSnapshot(
  module: unknown,
  { hands, threads }: Ports,
  threadProblem: string | null,
  boot: BootMessage,
  keep: PythonParts['keep'],
): void {
  try {
    const stacks = threads.kind === 'threads' ? threads.stacks.free() : [];
    keep(takeSnapshot(module, { hands, stacks, threadProblem, isShared: boot.control !== null }));
  } catch (error) {
    console.warn(`The interpreter's memory could not be kept: ${error}`);
  }
}

function packNames({ packs }: BootMessage): string {
  return packs.map((pack) => pack.name).join(' ');
}

/** Whether the interpreter waits for a child process, and runs no tests. */
function isChild(boot: BootMessage): boolean {
  return boot.processes !== null && boot.processes.mainPid === null;
}

/** Takes the modules that lead to JavaScript away from Python. Deterrence: the frame is the wall. */
function closeBridge(pyodide: PyodideInterface): void {
  const { modules } = pyodide.pyimport('sys');
  for (const name of ['js', 'pyodide_js']) {
    pyodide.unregisterJsModule(name);
    for (const key of [...modules]) {
      if (key === name || key.startsWith(`${name}.`)) modules.delete(key);
    }
  }
}
