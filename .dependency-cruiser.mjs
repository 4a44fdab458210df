/** The one-way rule of ARCHITECTURE.md, as rules. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(src|authoring|scripts|tests)/', pathNot: [from, ...allowed] },
});

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'A ring of imports cannot be read from the top. Move the shared noun to a file of its own.',
      from: {},
      to: { circular: true },
    },
    only('domain-is-pure', '^src/domain/', [], 'domain imports nothing of the house.'),
    only(
      'sandbox-knows-domain',
      '^src/sandbox/',
      ['^src/domain/', '^src/image/manifest'],
      'sandbox knows domain.',
    ),
    only(
      'offline-knows-domain',
      '^src/offline/',
      ['^src/domain/', '^src/image/bundle-script'],
      'offline deals with files of a build, whatever is in them.',
    ),
    only('storage-knows-domain', '^src/storage/', ['^src/domain/'], 'storage knows domain.'),
    only('language-knows-domain', '^src/language/', ['^src/domain/'], 'language knows domain.'),
    only(
      'content-knows-domain',
      '^src/content/',
      ['^src/domain/', '^src/image/(manifest|pack-recipes)', '^src/offline/build/'],
      'content knows domain, what the image holds, and how a site is listed.',
    ),
    only('ui-is-dumb', '^src/ui/', ['^src/domain/'], 'ui gets props and gives events.'),
    {
      name: 'features-are-islands',
      severity: 'error',
      comment: 'Features meet only in pages.',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'features-know-ports',
      severity: 'error',
      comment: 'Features see domain, ui and the ports; engines are named in app/services.ts only.',
      from: { path: '^src/features/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/(features|domain|ui)/',
          '^src/sandbox/sandbox\\.ts$',
          '^src/storage/learner-store\\.ts$',
          '^src/language/[^/]+\\.ts$',
          '^src/offline/site-updates\\.ts$',
        ],
      },
    },
    {
      name: 'pages-compose',
      severity: 'error',
      comment: 'Pages compose features; they build no engines.',
      from: { path: '^src/pages/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/(pages|features|domain|ui)/',
          '^src/sandbox/sandbox\\.ts$',
          '^src/storage/learner-store\\.ts$',
          '^src/offline/site-updates\\.ts$',
        ],
      },
    },
    {
      name: 'nobody-imports-app',
      severity: 'error',
      comment: 'app is the composition root.',
      from: { path: '^src/', pathNot: '^src/app/' },
      to: { path: '^src/app/' },
    },
    {
      name: 'product-has-no-tests-inside',
      severity: 'error',
      comment: 'Nothing shipped imports a test or the authoring tools.',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: ['^tests/', '^authoring/', '\\.test\\.tsx?$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
