/** The beginning of the app's main, alone: it starts only when no reload is on its way. */
import { registerWorker } from '../../../src/offline/page/open-updates.ts';
import { ensureIsolation, type Isolation } from '../../../src/sandbox/host/isolation.ts';

declare global {
  interface Window {
    appStartedWith?: Isolation;
  }
}

const root = document.querySelector<HTMLMetaElement>('meta[name="interleave-root"]')?.content ?? './';

void ensureIsolation(() => registerWorker(navigator.serviceWorker, new URL(root, document.baseURI))).then(
  (isolation) => {
    if (isolation !== 'reloading') window.appStartedWith = isolation;
  },
);
