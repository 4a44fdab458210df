/** The page in place of one that is not on this device while there is no network. */
import { words } from './words.ts';

/** @param home absolute address of the catalogue */
export function createOfflinePage(home: string): Response {
  const link = home.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const html =
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${words.title} · Interleave</title>` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' +
    '<style>body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem}a{margin-inline-end:1.5rem}</style>' +
    `<main><h1>${words.title}</h1><p>${words.notHere}</p><p>${words.whatWorks}</p>` +
    `<p><a href="${link}">${words.home}</a><a href="">${words.again}</a></p></main></html>`;
  return new Response(html, {
    status: 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    },
  });
}
