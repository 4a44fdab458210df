/** What the broker needs of the browser, named so that its tests can stand in for it. */
import { trustedNames, trustScriptUrl } from '../../domain/trusted-text.ts';
import { controlBytes } from '../kernel/typed-line.ts';

export interface Engine {
  /** Starts a classic worker. */
  startWorker(url: string): Worker;
  createUrl(script: ArrayBuffer, kind: 'blob' | 'data'): string;
  compile(wasm: ArrayBuffer): Promise<WebAssembly.Module>;
  /** Null without cross-origin isolation. */
  createControl(): SharedArrayBuffer | null;
  createChannel(): MessageChannel;
  setTimer(callback: () => void, milliseconds: number): void;
  /**
   * What a run leaves lies outside the frame's own small heap, which hardly ever gives its collector a reason to look:
   * a hundred runs would keep a gigabyte. Asking for bytes that the collector does count, and dropping them, is one.
   */
  remindCollector(): void;
  readonly hasSharedMemory: boolean;
  readonly hasStackSwitching: boolean;
}

/** More than an engine lets pass without looking. Never touched, so the system gives no pages for it. */
const reminderBytes = 96 * 1024 * 1024;
const reminders = 3;
/** By then the terminated workers are gone. */
const reminderMs = 200;

export function createBrowserEngine(): Engine {
  const hasSharedMemory = globalThis.crossOriginIsolated && typeof SharedArrayBuffer === 'function';
  const reminded = { bytes: 0 };
  const trusted = trustScriptUrl(globalThis, trustedNames.interpreter, (url) => {
    if (!/^(blob|data):/.test(url)) throw new TypeError('An interpreter starts from bytes handed in.');
    return url;
  });
  return {
    startWorker: (url) => new Worker(trusted(url)),
    createUrl: (script, kind) =>
      kind === 'blob'
        ? URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
        : `data:text/javascript;charset=utf-8,${encodeURIComponent(new TextDecoder().decode(script))}`,
    compile: (wasm) => WebAssembly.compile(wasm),
    createControl: () => (hasSharedMemory ? new SharedArrayBuffer(controlBytes) : null),
    createChannel: () => new MessageChannel(),
    setTimer: (callback, milliseconds) => {
      setTimeout(callback, milliseconds);
    },
    remindCollector: () => {
      setTimeout(() => {
        try {
          // Used for something, or the bundler leaves it out.
          for (let count = 0; count < reminders; count += 1)
            reminded.bytes += new ArrayBuffer(reminderBytes).byteLength;
        } catch {
          // No such bytes to be had: then the collector has looked already.
        }
      }, reminderMs);
    },
    hasSharedMemory,
    hasStackSwitching: 'Suspending' in WebAssembly,
  };
}
