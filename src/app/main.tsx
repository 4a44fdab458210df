/** The entry of every page: isolation first, then the page that the HTML names. */
import '../ui/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readPageData } from '../content/load-content.ts';
import { createPaths } from '../domain/app-paths.ts';
import { registerWorker } from '../offline/page/open-updates.ts';
import { ensureIsolation } from '../sandbox/host/isolation.ts';
import { restoreTheme } from '../ui/theme.ts';
import { renderFailure } from './render-failure.ts';
import { renderPage } from './render-page.tsx';

void start();

async function start(): Promise<void> {
  const container = document.getElementById('root');
  if (container === null) return;
  restoreTheme();
  try {
    const data = readPageData(document);
    // The one reload that isolation may need happens here, before anything could be typed.
    if (data.page === 'challenge') {
      const root = new URL(data.root, document.baseURI);
      const register = () => registerWorker(navigator.serviceWorker, root);
      if ((await ensureIsolation(register)) === 'reloading') return;
    }
    const paths = createPaths(data.root, { ...data.has, author: data.author });
    const page = await renderPage(data, paths, import.meta.url);
    createRoot(container).render(<StrictMode>{page}</StrictMode>);
  } catch (error) {
    renderFailure(container, error);
  }
}
