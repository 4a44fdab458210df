/** What the broker needs of the browser, named so that its tests can stand in for it. */
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
  readonly hasSharedMemory: boolean;
  readonly hasStackSwitching: boolean;
}

export function createBrowserEngine(): Engine {
  const hasSharedMemory = globalThis.crossOriginIsolated && typeof SharedArrayBuffer === 'function';
  return {
    startWorker: (url) => new Worker(url),
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
    hasSharedMemory,
    hasStackSwitching: 'Suspending' in WebAssembly,
  };
}
