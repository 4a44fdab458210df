/** The beginning of the app's main, alone: it starts only when no reload is on its way. */
import { ensureIsolation, type Isolation } from '../../../src/sandbox/host/isolation.ts';

declare global {
  interface Window {
    appStartedWith?: Isolation;
  }
}

void ensureIsolation().then((isolation) => {
  if (isolation !== 'reloading') window.appStartedWith = isolation;
});
