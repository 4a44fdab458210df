/** Vite's dev server learns to serve the content's pages and the interpreter image. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import { readCatalog } from './read-catalog.ts';
import { buildSitePages } from './site-pages.ts';

export interface ContentPluginOptions {
  readonly challengesRoot: string;
  readonly imageRoot: string;
}

export function contentPlugin(options: ContentPluginOptions): Plugin {
  return {
    name: 'interleave-content',
    configureServer(server) {
      server.watcher.add(options.challengesRoot);
      server.watcher.on('all', (_event, file) => {
        const inside = path.relative(options.challengesRoot, file);
        if (!inside.startsWith('..')) server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use(serveImage(options.imageRoot));
      server.middlewares.use(servePages(server, options));
    },
  };
}

function serveImage(root: string): Connect.NextHandleFunction {
  return async (request, response, next) => {
    const name = /\/interpreter\/([\w.-]+)$/.exec(pathOf(request))?.[1];
    if (name === undefined) return next();
    const file = path.join(root, name.startsWith('manifest.') ? 'manifest.json' : name);
    try {
      await stat(file);
    } catch {
      response.statusCode = 404;
      response.end('There is no interpreter image. Run npm start once, or npm run build.');
      return;
    }
    response.setHeader(
      'Content-Type',
      file.endsWith('.json') ? 'application/json' : 'application/octet-stream',
    );
    response.setHeader('Cache-Control', 'no-store');
    createReadStream(file).pipe(response);
  };
}

/** Content is read anew for each page, so that an author sees what was just saved. */
function servePages(server: ViteDevServer, options: ContentPluginOptions): Connect.NextHandleFunction {
  return async (request, response, next) => {
    const wanted = pathOf(request).replace(/^\//, '');
    const isPage =
      wanted === '' || /^((c|tracks)\/[^/]+|paths|glossary|progress|about)\/(index\.html)?$/.test(wanted);
    if (!isPage && !wanted.startsWith('content/')) return next();
    try {
      const files = buildSitePages({
        content: await readCatalog(options.challengesRoot),
        shell: await readFile('index.html', 'utf8'),
        manifestPath: 'interpreter/manifest.dev.json',
        frameSha256: null,
      });
      const name = isPage && !wanted.endsWith('.html') ? `${wanted}index.html` : wanted;
      const text = files.get(name);
      if (text === undefined) return next();
      response.setHeader('Content-Type', isPage ? 'text/html; charset=utf-8' : 'application/json');
      response.end(isPage ? await server.transformIndexHtml(`/${name}`, text, request.originalUrl) : text);
    } catch (error) {
      next(error);
    }
  };
}

function pathOf(request: Connect.IncomingMessage): string {
  return new URL(request.url ?? '/', 'http://localhost').pathname;
}
