/** The only file that touches Python: it starts CPython, hands it the kernel's hooks and calls the judge. */
import type { PyodideInterface } from 'pyodide';
import type { BootMessage, InterpreterStep, ProcessMessage } from '../protocol.ts';
import { createPreemption, type Preemption } from './preemption.ts';
import { installPrivateStacks, type PrivateStacks } from './private-stacks.ts';
import type { ProcessPort } from './process-port.ts';
import { createProcessKit, type ProcessKit } from './processes.ts';
import { createThreadPort, type ThreadPort } from './threads.ts';
import { createWaiter } from './waiting.ts';

/** Where a run's files are laid out. */
const root = '/home/pyodide/challenge';
const home = '/home/pyodide';
/** Nothing is ever fetched from it: the patched Pyodide has its files already. */
const nowhere = 'https://pyodide.invalid/';

const socketFileType = 0o140_000;
const permissionBits = 0o7_777;

/** A Python function: called plainly, or with a stack that can be suspended. */
interface PythonFunction<Arguments extends unknown[], Result> {
  (...args: Arguments): Result;
  callPromising(...args: Arguments): Promise<Result>;
}

interface KernelModule {
  install(
    waitMs: (milliseconds: number) => void,
    checkInterrupt: () => void,
    markSocketFile: (path: string) => void,
  ): void;
  readonly threads: {
    install(port: ThreadPort): void;
    withhold(reason: string): void;
    readonly check: PythonFunction<[], string | undefined>;
  };
  readonly processes: {
    install(port: ProcessPort, processors: number): void;
    withhold(reason: string): void;
    readonly run_child: PythonFunction<[], void>;
  };
}

interface JudgeModule {
  readonly prepare: PythonFunction<[], void>;
  readonly run: PythonFunction<[string, (eventJson: string) => void, string], string>;
}

export interface Python {
  /** Runs the judge once; resolves with its report as JSON. Rejects when the interpreter dies. */
  judge(requestJson: string, emit: (eventJson: string) => void): Promise<string>;
  /** Is one child process, from its beginning to its end. Rejects when the interpreter dies. */
  runProcess(pid: number): Promise<void>;
}

/**
 * Boots CPython from the bytes of the message. `onStep` is called as each step begins, `tell` with what the frame has
 * to hear about processes.
 */
export async function startPython(
  boot: BootMessage,
  onStep: (step: InterpreterStep) => void,
  tell: (message: ProcessMessage) => void,
): Promise<Python> {
  onStep('start-python');
  interpreterAssets.module = boot.module;
  interpreterAssets.stdlib = boot.stdlib;
  const pyodide = await loadPyodide({
    indexURL: nowhere,
    packageBaseUrl: nowhere,
    lockFileContents: JSON.stringify({ info: boot.lockInfo, packages: {} }),
    createPyodideModule,
    jsglobals: Object.freeze(Object.create(null)),
    env: {
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONHASHSEED: '0',
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
  interpreterAssets.module = null;
  interpreterAssets.stdlib = null;

  onStep('load-packages');
  const path = pyodide.pyimport('sys').path;
  for (const pack of boot.packs) path.append(pack.mountPath);
  const kernel: KernelModule = pyodide.pyimport('kernel');
  const judge: JudgeModule | null = isChild(boot) ? null : pyodide.pyimport('judge');
  const preemption = createPreemption(boot.control);
  const { processes, control } = boot;
  const kit = processes && control ? createProcessKit(processes, control, () => heapOf(pyodide), tell) : null;
  pyodide.setInterruptBuffer((kit?.watch(preemption.cell) ?? preemption.cell) as unknown as Uint8Array);
  kernel.install(
    createWaiter(boot.control, kit?.bell),
    () => pyodide.checkInterrupt(),
    (path) => markSocketFile(pyodide, path),
  );
  const { enter, problem } = await addThreads(pyodide, kernel, preemption);
  addProcesses(kernel, kit, boot.control ? problem : 'this page has no shared memory');

  onStep('warm-up');
  if (judge) await enter(judge.prepare);
  pyodide.pyimport('random').seed();
  closeBridge(pyodide);

  return {
    judge: async (requestJson, emit) => {
      if (!judge) throw new Error('This interpreter is for a child process.');
      return enter(judge.run, requestJson, emit, root);
    },
    runProcess: async (pid) => {
      if (kit?.become(pid)) await enter(kernel.processes.run_child);
    },
  };
}

/** Whether the interpreter waits for a child process, and runs no tests. */
function isChild(boot: BootMessage): boolean {
  return boot.processes !== null && boot.processes.mainPid === null;
}

/** Files in memory cannot be made as sockets; what `stat` says of them can be changed. */
function markSocketFile(pyodide: PyodideInterface, path: string): void {
  const fs = pyodide.FS as { lookupPath(path: string): { node: { mode: number } } };
  const { node } = fs.lookupPath(path);
  node.mode = socketFileType | (node.mode & permissionBits);
}

function heapOf(pyodide: PyodideInterface): Int32Array {
  return (pyodide as unknown as { readonly _module: { readonly HEAP32: Int32Array } })._module.HEAP32;
}

/** `problem`: what is missing for processes: shared memory, or threads that can wait for each other. */
function addProcesses(kernel: KernelModule, kit: ProcessKit | null, problem: string | null): void {
  if (problem !== null) kernel.processes.withhold(problem);
  else if (!kit) kernel.processes.withhold('');
  else kernel.processes.install(kit.port, navigator.hardwareConcurrency);
}

type Enter = <Arguments extends unknown[], Result>(
  call: PythonFunction<Arguments, Result>,
  ...args: Arguments
) => Promise<Result>;

/**
 * Puts threads into the interpreter, and returns the one way into Python. With threads it is a promising call, whose
 * stack can be suspended; never `runPythonAsync`, whose own task makes every task of the kernel's loop refuse to
 * start. Where the engine cannot switch stacks, or Pyodide is not the one we know, everything but threads works.
 */
async function addThreads(
  pyodide: PyodideInterface,
  kernel: KernelModule,
  preemption: Preemption,
): Promise<{ readonly enter: Enter; readonly problem: string | null }> {
  const withhold = (problem: string) => {
    kernel.threads.withhold(problem);
    const enter: Enter = async (call, ...args) => call(...args);
    return { enter, problem };
  };
  if (!('Suspending' in WebAssembly)) return withhold('this browser cannot switch stacks');
  try {
    let onDeath: (error: unknown) => void = () => {};
    const death = new Promise<never>((_, reject) => {
      onDeath = reject;
    });
    death.catch(() => {});
    const stacks: PrivateStacks = installPrivateStacks((pyodide as { readonly _module?: unknown })._module);
    preemption.setDistanceWith(stacks.setDistance);
    kernel.threads.install(createThreadPort(stacks, preemption, onDeath));
    const suspendable: Enter = (call, ...args) => Promise.race([call.callPromising(...args), death]);
    const problem = await suspendable(kernel.threads.check);
    return problem === undefined ? { enter: suspendable, problem: null } : withhold(problem);
  } catch (error) {
    return withhold(error instanceof Error ? error.message : String(error));
  }
}

/** Takes the modules that lead to JavaScript away from Python. Deterrence: the frame is the wall. */
function closeBridge(pyodide: PyodideInterface): void {
  const { modules } = pyodide.pyimport('sys');
  for (const root of ['js', 'pyodide_js']) {
    pyodide.unregisterJsModule(root);
    for (const name of [...modules]) {
      if (name === root || name.startsWith(`${root}.`)) modules.delete(name);
    }
  }
}
