/** Turns the app's built shell into one page: its title, its words before any script, its data. */
import type { Catalog, Challenge } from '../../domain/challenge.ts';
import { trustedNames } from '../../domain/trusted-text.ts';
import { type PageData, pageDataId } from '../page-data.ts';

export interface PageParts {
  readonly title: string;
  readonly description: string;
  /** HTML shown before the app has started and where scripts are off. */
  readonly body: string;
  readonly data: PageData;
  /** Content-Security-Policy of the page, or null where the server's tools need inline script. */
  readonly policy: string | null;
}

/** @throws Error when the shell lacks a place that has to be filled. */
export function renderPage(shell: string, parts: PageParts): string {
  const { root, page } = parts.data;
  const ofPython = page === 'challenge' ? parts.data.manifest : null;
  const preloads = [parts.data.catalog, parts.data.challenge, parts.data.guide, ofPython]
    .filter((path) => path !== null && path !== undefined)
    .map((path) => `<link rel="preload" as="fetch" crossorigin href="${escapeHtml(root + path)}">`);
  const head = [
    parts.policy === null
      ? ''
      : `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(parts.policy)}">`,
    `<title>${escapeHtml(parts.title)}</title>`,
    `<meta name="description" content="${escapeHtml(parts.description)}">`,
    `<meta name="interleave-root" content="${root}">`,
    ...preloads,
    `<script type="application/json" id="${pageDataId}">${toInlineJson(parts.data)}</script>`,
  ];
  const withHead = fill(shell, '<!--head-->', head.filter((line) => line !== '').join('\n    '));
  const withBody = fill(withHead, '<!--body-->', parts.body);
  return withBody.replaceAll(/(src|href)="\.\//g, `$1="${root}`);
}

/** What the editor's own code calls its policies. */
const editorTrustedNames = [
  'defaultWorkerFactory',
  'diffEditorWidget',
  'diffReview',
  'domLineBreaksComputer',
  'editorGhostText',
  'editorViewLayer',
  'richScreenReaderContent',
  'standaloneColorizer',
  'tokenizeToString',
];

export function contentSecurityPolicy(frameSha256: string): string {
  return [
    "default-src 'none'",
    // The sandbox frame is srcdoc and inherits this policy: its one script is named by hash.
    `script-src 'self' 'sha256-${frameSha256}' 'wasm-unsafe-eval'`,
    "worker-src 'self' blob: data:",
    // The editor writes style elements as it draws.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    // The sandbox frame has its document handed in. Nothing is ever navigated, by us or by what runs inside.
    "frame-src 'none'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${[...Object.values(trustedNames), ...editorTrustedNames].join(' ')}`,
  ].join('; ');
}

export function renderCatalogBody(catalog: Catalog): string {
  const shelves = catalog.tracks.map((track) => {
    const entries = catalog.entries.filter((entry) => entry.track === track.slug);
    if (entries.length === 0) return '';
    const items = entries.map(
      (entry) =>
        `<li><a href="./c/${entry.slug}/">${escapeHtml(entry.title)}</a>: ${escapeHtml(entry.summary)} (${entry.minutes} min)</li>`,
    );
    return `<h2>${escapeHtml(track.title)}</h2><ul>${items.join('')}</ul>`;
  });
  const title = catalog.site?.title ?? 'Hard Python, one crossing at a time';
  return `<main class="prerendered"><h1>${escapeHtml(title)}</h1>${shelves.join('')}</main>`;
}

export function renderChallengeBody(challenge: Challenge, catalog: Catalog): string {
  const track = catalog.tracks.find((item) => item.slug === challenge.track);
  const facts = `${track?.title ?? ''} · difficulty ${challenge.difficulty} of 5 · ${challenge.minutes} min`;
  return [
    '<main class="prerendered">',
    `<p><a href="./">Interleave</a></p><h1>${escapeHtml(challenge.title)}</h1><p>${escapeHtml(facts)}</p>`,
    `<article class="statement">${challenge.statementHtml}</article>`,
    '<noscript><p>To edit and run code, this page needs JavaScript. You can read the statement without it.</p></noscript>',
    '</main>',
  ].join('');
}

export function renderPlainBody(title: string): string {
  return `<main class="prerendered"><p><a href="./">Interleave</a></p><h1>${escapeHtml(title)}</h1></main>`;
}

function fill(text: string, place: string, content: string): string {
  if (!text.includes(place)) throw new Error(`index.html has no place marked ${place}; put it back.`);
  return text.replace(place, () => content);
}

function toInlineJson(data: PageData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
