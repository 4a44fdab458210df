/** What this browser can give to Python, found out before an interpreter is there. */
import type { EngineCapabilities } from '../../domain/capabilities.ts';
import { mayBecomeIsolated } from './isolation.ts';

/**
 * What an interpreter of this page will be able to do, as far as the page can tell: memory counts as shared while the
 * page may still become isolated. An interpreter that is up knows better.
 */
export function probeEngine(): EngineCapabilities {
  const isIsolated = globalThis.crossOriginIsolated && typeof SharedArrayBuffer === 'function';
  return {
    sharedMemory: isIsolated || (!globalThis.crossOriginIsolated && mayBecomeIsolated()),
    stackSwitching: 'Suspending' in WebAssembly && 'promising' in WebAssembly,
  };
}
