/** What was tried where, as a table: one row a trial, one column an engine. */

export interface Row {
  readonly engine: string;
  /** Name and version; null when the browser was never up. */
  readonly version: string | null;
  readonly trial: string;
  /** `said so`: the engine cannot do it, and the page says so. */
  readonly outcome: 'passed' | 'said so' | 'failed' | 'skipped';
  readonly note: string;
}

const begin = '<!-- engines: written by `npm run test:engines -- --record` -->';
const end = '<!-- engines: end -->';

export function renderTable(rows: readonly Row[]): string {
  const tried = rows.filter(({ outcome }) => outcome !== 'skipped');
  const engines = [...new Set(tried.map(nameOf))];
  const trials = [...new Set(tried.map(({ trial }) => trial))];
  const lines = trials.map((trial) => {
    const cells = engines.map((engine) =>
      toCell(tried.find((row) => row.trial === trial && nameOf(row) === engine)),
    );
    return `| ${trial} | ${cells.join(' | ')} |`;
  });
  const skipped = rows.filter(({ outcome }) => outcome === 'skipped');
  return [
    `| | ${engines.join(' | ')} |`,
    `|---|${engines.map(() => '---|').join('')}`,
    ...lines,
    ...skipped.map(({ engine, note }) => `\nNot tried: ${engine}, because ${note}.`),
  ].join('\n');
}

/** @returns the page with its table replaced; the date stands above it */
export function writeTable(page: string, rows: readonly Row[], date: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from)
    throw new Error('docs/browsers.md has no place for the table. Put the two comments back.');
  return `${page.slice(0, from + begin.length)}\n\nMeasured on ${date}, headless, on Linux.\n\n${renderTable(rows)}\n\n${page.slice(to)}`;
}

function nameOf({ version, engine }: Row): string {
  return version ?? engine;
}

function toCell(row: Row | undefined): string {
  switch (row?.outcome) {
    case undefined:
    case 'skipped':
      return 'not tried';
    case 'passed':
      return 'works';
    case 'said so':
      return `cannot: ${row.note}`;
    case 'failed':
      return `**fails**: ${row.note.split('\n')[0]?.replaceAll('|', '\\|')}`;
  }
}
