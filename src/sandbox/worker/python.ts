/** The only file that touches Python: it starts CPython, hands it the kernel's hooks and calls the judge. */
import type { PyodideInterface } from 'pyodide';
import type { BootMessage, InterpreterStep } from '../protocol.ts';
import { createPreemption, type Preemption } from './preemption.ts';
import { installPrivateStacks, type PrivateStacks } from './private-stacks.ts';
import { createThreadPort, type ThreadPort } from './threads.ts';
import { createWaiter } from './waiting.ts';

/** Where a run's files are laid out. */
const root = '/home/pyodide/challenge';
const home = '/home/pyodide';
/** Nothing is ever fetched from it: the patched Pyodide has its files already. */
const nowhere = 'https://pyodide.invalid/';

/** A Python function: called plainly, or with a stack that can be suspended. */
interface PythonFunction<Arguments extends unknown[], Result> {
  (...args: Arguments): Result;
  callPromising(...args: Arguments): Promise<Result>;
}

interface KernelModule {
  install(waitMs: (milliseconds: number) => void, checkInterrupt: () => void): void;
  readonly threads: {
    install(port: ThreadPort): void;
    withhold(reason: string): void;
    readonly check: PythonFunction<[], string | undefined>;
  };
}

interface JudgeModule {
  readonly prepare: PythonFunction<[], void>;
  readonly run: PythonFunction<[string, (eventJson: string) => void, string], string>;
}

export interface Python {
  /** Runs the judge once; resolves with its report as JSON. Rejects when the interpreter dies. */
  judge(requestJson: string, emit: (eventJson: string) => void): Promise<string>;
}

/** Boots CPython from the bytes of the message. `onStep` is called as each step begins. */
export async function startPython(
  boot: BootMessage,
  onStep: (step: InterpreterStep) => void,
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
  const judge: JudgeModule = pyodide.pyimport('judge');
  const preemption = createPreemption(boot.control);
  pyodide.setInterruptBuffer(preemption.cell as unknown as Uint8Array);
  kernel.install(createWaiter(boot.control), () => pyodide.checkInterrupt());
  const enter = await addThreads(pyodide, kernel, preemption);

  onStep('warm-up');
  await enter(judge.prepare);
  pyodide.pyimport('random').seed();
  closeBridge(pyodide);

  return { judge: (requestJson, emit) => enter(judge.run, requestJson, emit, root) };
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
): Promise<Enter> {
  const plain: Enter = async (call, ...args) => call(...args);
  if (!('Suspending' in WebAssembly)) {
    kernel.threads.withhold('this browser cannot switch stacks');
    return plain;
  }
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
    if (problem === undefined) return suspendable;
    kernel.threads.withhold(problem);
  } catch (error) {
    kernel.threads.withhold(error instanceof Error ? error.message : String(error));
  }
  return plain;
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
