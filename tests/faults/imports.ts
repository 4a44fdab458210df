/** Files that somebody may choose to import, whatever they are. */

export interface BadFile {
  readonly name: string;
  readonly make: (exported: string) => Buffer;
  /** The sentence the page answers with. */
  readonly refusal: RegExp;
}

const envelope = (parts: object) =>
  Buffer.from(
    JSON.stringify({
      format: 'interleave-export',
      schema: 1,
      exportedAt: 1,
      drafts: [],
      snapshots: [],
      attempts: [],
      progress: [],
      ...parts,
    }),
  );

export const badFiles: readonly BadFile[] = [
  {
    name: 'cut in the middle',
    make: (text) => Buffer.from(text.slice(0, text.length / 2)),
    refusal: /breaks off/,
  },
  { name: 'empty', make: () => Buffer.from(''), refusal: /breaks off/ },
  { name: 'a picture', make: () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), refusal: /breaks off/ },
  { name: 'another program’s JSON', make: () => Buffer.from('{"notes":[1,2,3]}'), refusal: /not an export/ },
  { name: 'JSON null', make: () => Buffer.from('null'), refusal: /not an export/ },
  { name: 'a list', make: () => Buffer.from('[]'), refusal: /not an export/ },
  {
    name: 'from a newer version',
    make: (text) => Buffer.from(text.replace('"schema": 1', '"schema": 2')),
    refusal: /newer version/,
  },
  { name: 'of 51 MB', make: () => Buffer.alloc(51_000_000, ' '), refusal: /larger than 50 MB/ },
  {
    name: 'of 50 MB of brackets',
    make: () => Buffer.alloc(50_000_000, '['),
    refusal: /breaks off/,
  },
  {
    name: 'with a date that is none',
    make: () => envelope({ exportedAt: 1e300 }),
    refusal: /not an export/,
  },
  {
    name: 'with half a million drafts',
    make: () =>
      envelope({ drafts: Array.from({ length: 500_000 }, (_item, index) => ({ slug: `a${index}` })) }),
    refusal: /more drafts than there can be/,
  },
];

/** Parts of this can be used; the rest would do harm if it were believed. */
export function makeHostileFile(): Buffer {
  const draft = (changes: object) => ({
    slug: 'min-with-key',
    challengeVersion: 1,
    files: [{ path: 'solution.py', text: '# from the file\n' }],
    savedAt: 4e12,
    revision: 1,
    ...changes,
  });
  const attempt = (changes: object) => ({
    id: 'a1',
    slug: 'min-with-key',
    challengeVersion: 1,
    startedAt: 1,
    seconds: 1,
    mode: 'visible',
    verdict: 'failed',
    passed: 0,
    total: 1,
    snapshotId: '',
    ...changes,
  });
  const text = envelope({
    drafts: [
      draft({ slug: '../../etc/passwd' }),
      draft({ slug: '__proto__' }),
      draft({ savedAt: 1e300 }),
      draft({ revision: Number.MAX_VALUE }),
      draft({ files: [{ path: 'solution.py', text: { toString: 1 } }] }),
      draft({
        slug: 'constructor',
        files: [{ path: '../tests/test_a.py', text: '<img src=x onerror=alert(1)>' }],
      }),
      draft({}),
    ],
    attempts: [
      attempt({ startedAt: 1e300 }),
      attempt({ id: '<script>' }),
      attempt({ verdict: 'solved' }),
      attempt({}),
    ],
    progress: [
      { slug: 'min-with-key', openedAt: -1e300 },
      { slug: 'gc-pause-log', activeSeconds: 1e300 },
    ],
  }).toString();
  return Buffer.from(text.replace('"format"', '"__proto__":{"polluted":true},"format"'));
}
