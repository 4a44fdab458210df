/** The entry of the author's page, which `npm start` serves at author/ and no published site has. */
import '../../src/ui/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createPaths } from '../../src/domain/app-paths.ts';
import { createBrowserSandbox } from '../../src/sandbox/host/browser-sandbox.ts';
import { openLearnerStore } from '../../src/storage/open-learner-store.ts';
import { restoreTheme } from '../../src/ui/theme.ts';
import { AuthorPage } from './AuthorPage.tsx';
import { createAuthorStore } from './author-store.ts';
import { createServerSource } from './content-source.ts';
import { createRememberedRuns, hashText } from './remembered-runs.ts';
import { openRunMemory } from './run-memory.ts';
import { createRunQueue } from './run-queue.ts';

const root = '../';
/** A machine with few cores is slower with two interpreters than with one. */
const sandboxCount = navigator.hardwareConcurrency >= 4 ? 2 : 1;

void start();

async function start(): Promise<void> {
  const container = document.getElementById('root');
  if (container === null) return;
  restoreTheme();
  const source = createServerSource(root);
  const { manifest } = await source.load();
  const manifestUrl = new URL(root + manifest, document.baseURI).href;
  const sandboxes = Array.from({ length: sandboxCount }, () => createBrowserSandbox(document, manifestUrl));
  const queue = createRunQueue(sandboxes, () => performance.now());
  const memory = await openRunMemory(Date.now);
  const runs = createRememberedRuns({ queue, memory, imageId: manifest, hashText });
  // Only the settings are read here: the theme is the learner's own.
  const settings = await openLearnerStore({ now: Date.now, newId: () => crypto.randomUUID() });
  createRoot(container).render(
    <StrictMode>
      <AuthorPage
        store={createAuthorStore({ source, queue, runs })}
        settings={settings}
        paths={createPaths(root, { author: 'author/' })}
      />
    </StrictMode>,
  );
}
