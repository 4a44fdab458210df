/** The only file that touches Python: it starts CPython, hands it the kernel's hooks and calls the judge. */
import type { PyodideInterface } from 'pyodide';
import type { BootMessage, InterpreterStep } from '../protocol.ts';
import { createWaiter } from './waiting.ts';

/** Where a run's files are laid out. */
const root = '/home/pyodide/challenge';
const home = '/home/pyodide';
/** Nothing is ever fetched from it: the patched Pyodide has its files already. */
const nowhere = 'https://pyodide.invalid/';

interface KernelModule {
  install(waitMs: (milliseconds: number) => void, checkInterrupt: () => void): void;
}

interface JudgeModule {
  prepare(): void;
  run(requestJson: string, emit: (eventJson: string) => void, root: string): string;
}

export interface Python {
  /** Runs the judge once; returns its report as JSON. Throws when the interpreter dies. */
  judge(requestJson: string, emit: (eventJson: string) => void): string;
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
    env: { PYTHONDONTWRITEBYTECODE: '1', PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1', HOME: home },
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
  if (boot.control) pyodide.setInterruptBuffer(new Uint8Array(boot.control, 0, 1));
  kernel.install(createWaiter(boot.control), () => pyodide.checkInterrupt());

  onStep('warm-up');
  judge.prepare();
  pyodide.pyimport('random').seed();
  closeBridge(pyodide);

  return { judge: (requestJson, emit) => enterPython(() => judge.run(requestJson, emit, root)) };
}

/**
 * The one crossing into Python. A plain call: the event loop of the kernel waits by itself and needs no stack
 * switching. Threads will need it, and then this becomes a `callPromising` of the same function, never
 * `runPythonAsync`, whose own task makes every task of the kernel's loop refuse to start.
 */
function enterPython<T>(call: () => T): T {
  return call();
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
