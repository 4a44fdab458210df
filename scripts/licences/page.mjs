// @ts-check
// Writes the licence page: plain HTML without a script, and every text as a file beside it.

/**
 * @typedef {{ title: string, intro: string, works: import('./npm-packages.mjs').Work[] }} Section
 */

/**
 * @param {Section[]} sections
 * @returns {Map<string, string>} file name → content
 */
export function renderLicences(sections) {
  /** @type {Map<string, string>} */
  const files = new Map();
  const parts = sections.map((section) => {
    const rows = section.works.map((work) => renderWork(work, files)).join('\n');
    return `<section>\n<h2>${escapeHtml(section.title)}</h2>\n<p>${section.intro}</p>\n<ul>\n${rows}\n</ul>\n</section>`;
  });
  files.set('index.html', renderDocument(parts.join('\n')));
  return files;
}

/** @param {import('./npm-packages.mjs').Work} work @param {Map<string, string>} files */
function renderWork(work, files) {
  const links = work.texts.map(({ name, text }) => {
    const file = `${toFileName(work.name)}-${toFileName(name.replace(/\.(?:txt|md)$/i, ''))}.txt`;
    files.set(file, text.endsWith('\n') ? text : `${text}\n`);
    return `<a href="${file}">${escapeHtml(name)}</a>`;
  });
  const address = /^https?:/.test(work.address)
    ? ` · <a href="${escapeHtml(work.address)}">${escapeHtml(work.address)}</a>`
    : '';
  const note = work.note ? `<br>${escapeHtml(work.note)}` : '';
  return `<li><strong>${escapeHtml(work.name)}</strong> ${escapeHtml(work.version)} · ${escapeHtml(work.licence)}${links.length > 0 ? ` · ${links.join(', ')}` : ''}${address}${note}</li>`;
}

/** @param {string} body */
function renderDocument(body) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Licences · Interleave</title>
</head>
<body>
<main>
<h1>Licences</h1>
<p>Interleave is made of, and with, the works of many people. This page names everything that is delivered to your browser, with its licence.</p>
${body}
</main>
</body>
</html>
`;
}

/** @param {string} text */
function toFileName(text) {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}

/** @param {string} text */
function escapeHtml(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
