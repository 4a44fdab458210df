/** Our Python modules, as the worker sees them. */
import type { ProcessPort } from './process-port.ts';
import type { ThreadPort } from './threads.ts';
import type { TypingPort } from './typing.ts';

/** A Python function: called plainly, or with a stack that can be suspended. */
export interface PythonFunction<Arguments extends unknown[], Result> {
  (...args: Arguments): Result;
  callPromising(...args: Arguments): Promise<Result>;
}

export interface KernelModule {
  install(
    waitMs: (milliseconds: number) => void,
    checkInterrupt: () => void,
    markSocketFile: (path: string) => void,
  ): void;
  /** After a memory was restored: makes anew what no two interpreters share, and tells this worker what it missed. */
  resume(processors: number): void;
  readonly threads: {
    install(port: ThreadPort): void;
    withhold(reason: string): void;
    readonly check: PythonFunction<[], string | undefined>;
  };
  readonly keyboard: {
    install(port: TypingPort, problem: string): void;
  };
  readonly processes: {
    install(port: ProcessPort, processors: number): void;
    withhold(reason: string): void;
    readonly run_child: PythonFunction<[], void>;
  };
}

export interface JudgeModule {
  /** `packages`: names of packs, with spaces between; `root`: where the run's files will be. */
  readonly prepare: PythonFunction<[packages: string, root: string], void>;
  /** `filesJson`: test files that the run is likely to bring, [{path, text}]. */
  readonly rehearse: PythonFunction<[filesJson: string], void>;
  readonly run: PythonFunction<[string, (eventJson: string) => void, string], string>;
  readonly run_program: PythonFunction<[string, (eventJson: string) => void, string], string>;
}
