/** Files for import that were never exported. */
import type { AttackGroup, AttackOutcome, Stage } from '../attack.ts';
import { trapSlug } from '../content/trap-site.ts';
import { describeApp, goTo } from '../page/app-actions.ts';

const group = 'a file for import';
const payload = `"><img src=x onerror="(window.taken??=[]).push('import')"><script>(window.taken??=[]).push('import')</script>`;
const empty = {
  format: 'interleave-export',
  schema: 1,
  exportedAt: 1_700_000_000_000,
  drafts: [],
  snapshots: [],
  attempts: [],
  progress: [],
};
const draft = {
  slug: trapSlug,
  challengeVersion: 1,
  files: [{ path: 'solution.py', text: 'x = 1\n' }],
  savedAt: 1,
  revision: 1,
};
const progress = {
  slug: trapSlug,
  openedAt: 1,
  lastSeenAt: 1,
  solvedAt: 1,
  solvedVersion: 1,
  attempts: 1,
  lastPassed: 1,
  lastTotal: 1,
  hintsShown: 0,
  solutionShownAt: null,
  activeSeconds: 1,
};

interface Import {
  readonly attack: string;
  /** The file's text, or how it is made in the page. */
  readonly text: string;
  /** Times that the text stands in the file. */
  readonly times?: number;
  /** What the page has to say. */
  readonly says: RegExp;
}

const refused = /Nothing was imported/;
const leftOut = /cannot be read and will be left out/;
const imports: Readonly<Record<string, Import>> = {
  'not-json': { attack: 'a page instead of an export', text: `<html>${payload}</html>`, says: refused },
  truncated: {
    attack: 'half an export',
    text: JSON.stringify({ ...empty, drafts: [draft] }).slice(0, 90),
    says: refused,
  },
  foreign: { attack: 'another program’s file', text: '{"version": 3, "items": []}', says: refused },
  'null-file': { attack: 'null', text: 'null', says: refused },
  'nothing-at-all': { attack: 'an empty file', text: '', says: refused },
  'binary-rubbish': {
    attack: 'bytes that are no text',
    text: '\u0000\ufffd\u0001',
    times: 10_000,
    says: refused,
  },
  'deep-brackets': { attack: 'a million nested brackets', text: '[', times: 1_000_000, says: refused },
  'too-large': {
    attack: 'more than 100 MB',
    text: ' '.repeat(1_000),
    times: 101_000,
    says: /larger than 50 MB/,
  },
  'newer-schema': {
    attack: 'a schema from the future',
    text: JSON.stringify({ ...empty, schema: 99 }),
    says: /newer version/,
  },
  'proto-keys': {
    attack: '__proto__ and constructor as keys',
    text: JSON.stringify({ ...empty, drafts: [draft] }).replace(
      '{',
      '{"__proto__":{"taken":1},"constructor":{"prototype":{"taken":1}},',
    ),
    says: /Trap/,
  },
  'strange-slugs': {
    attack: 'drafts of challenges called __proto__, .. and markup',
    text: JSON.stringify({
      ...empty,
      drafts: ['__proto__', '..', 'a/b', payload, ''].map((slug) => ({ ...draft, slug })),
    }),
    says: leftOut,
  },
  'constructor-slug': {
    attack: 'a draft of a challenge called constructor',
    text: JSON.stringify({
      ...empty,
      drafts: [{ ...draft, slug: 'constructor' }],
      progress: [{ ...progress, slug: 'constructor' }],
    }),
    says: /constructor/,
  },
  'strange-paths': {
    attack: 'files that climb out of the challenge',
    text: JSON.stringify({
      ...empty,
      drafts: [
        {
          ...draft,
          files: [
            { path: '../../tests/test_good.py', text: payload },
            { path: payload, text: payload },
          ],
        },
      ],
    }),
    says: /Trap/,
  },
  'strange-numbers': {
    attack: 'times and counts that are none',
    text: JSON.stringify({
      ...empty,
      progress: [
        { ...progress, attempts: -1 },
        { ...progress, openedAt: 'now' },
        { ...progress, activeSeconds: null },
      ],
    }),
    says: leftOut,
  },
  'endless-numbers': {
    attack: 'infinite numbers',
    text: JSON.stringify({ ...empty, drafts: [draft] }).replace('"savedAt":1', '"savedAt":1e999'),
    says: leftOut,
  },
  'markup-in-words': {
    attack: 'markup in every text of every record',
    text: JSON.stringify({
      ...empty,
      drafts: [{ ...draft, files: [{ path: 'solution.py', text: payload }] }],
      attempts: [
        {
          id: 'a',
          slug: trapSlug,
          challengeVersion: 1,
          startedAt: 1,
          seconds: 1,
          mode: payload,
          verdict: payload,
          passed: 1,
          total: 1,
          snapshotId: payload,
        },
      ],
      more: payload,
    }),
    says: /Trap/,
  },
  'many-records': {
    attack: '20,000 drafts of challenges that are not there',
    text: JSON.stringify({
      ...empty,
      drafts: Array.from({ length: 20_000 }, (_, index) => ({ ...draft, slug: `none-${index}` })),
    }),
    says: /more drafts than there can be.*Nothing was imported/,
  },
};

export const importAttacks: AttackGroup = {
  attacks: Object.entries(imports).map(([id, { attack, says }]) => ({
    id: `import-${id}`,
    group,
    attack,
    expected: `the page says ${says}; nothing is stored before the learner agrees, no script runs`,
  })),
  async run(stage) {
    const outcomes: AttackOutcome[] = [];
    for (const [id, file] of Object.entries(imports)) outcomes.push(await attempt(stage, id, file));
    return outcomes;
  },
};

async function attempt({ driver, servers }: Stage, id: string, file: Import): Promise<AttackOutcome> {
  servers.takeHits();
  await goTo(driver, `${servers.site.home}site/progress/`);
  const before = await driver.evaluate(countRecords, null);
  const { text: said, stallMs } = await driver.evaluate(importFile, [file.text, file.times ?? 1] as const);
  const after = await driver.evaluate(countRecords, null);
  const app = await driver.evaluate(describeApp, '');
  const isPolluted = await driver.evaluate(() => 'taken' in {}, null);
  const hits = servers.takeHits();
  const problems = [
    file.says.test(said) ? null : `the page says: ${said.slice(0, 160)}`,
    before === after ? null : `stored already: ${before} became ${after}`,
    app.taken.length > 0 ? 'script has run' : null,
    isPolluted ? 'a prototype has changed' : null,
    hits.paths.length > 0 ? `the server was asked for ${hits.paths.join(', ')}` : null,
    ...app.strange,
  ].filter((problem) => problem !== null);
  const words = said.replaceAll(/\s+/g, ' ').slice(0, 90);
  return {
    id: `import-${id}`,
    happened: problems.length === 0 ? words : problems.join('; '),
    isFine: problems.length === 0,
    stallMs,
  };
}

/** Records in the app's database, as text. */
async function countRecords(): Promise<string> {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  if (!names.includes('interleave')) return 'none';
  const opening = indexedDB.open('interleave');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const counts: string[] = [];
  for (const name of database.objectStoreNames) {
    const counting = database.transaction(name).objectStore(name).count();
    await new Promise((resolve) => {
      counting.onsuccess = resolve;
    });
    counts.push(`${name} ${counting.result}`);
  }
  database.close();
  return counts.join(', ');
}

/** Chooses the file as a learner would, and waits for what the page says about it. */
async function importFile([text, times]: readonly [string, number]): Promise<{
  text: string;
  stallMs: number;
}> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) return { text: 'there is no place for a file', stallMs: 0 };
  const chosen = new DataTransfer();
  chosen.items.add(
    new File(
      Array.from({ length: times }, () => text),
      'export.json',
      { type: 'application/json' },
    ),
  );
  input.files = chosen.files;
  let last = performance.now();
  let stallMs = 0;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  for (let count = 0; count < 6_000; count += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    stallMs = Math.max(stallMs, performance.now() - last - 10);
    last = performance.now();
    const dialog = document.querySelector<HTMLElement>('dialog[open]');
    const banner = document.querySelector<HTMLElement>('.keep-section__actions ~ *');
    const said = dialog?.textContent ?? banner?.textContent ?? '';
    if (said !== '') return { text: said, stallMs: Math.round(stallMs) };
  }
  return { text: 'nothing', stallMs: Math.round(stallMs) };
}
