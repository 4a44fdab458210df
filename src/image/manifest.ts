// The interpreter image as the page sees it: which files it consists of, and which packages can be added to it.
import * as v from 'valibot';

/** Groups of packages that a challenge can ask for beyond the standard library and pytest. */
export const packageGroups = ['flask', 'sqlalchemy', 'dramatiq', 'pytest-asyncio', 'anyio'] as const;

/** One name of `packageGroups`. */
export type PackageGroup = (typeof packageGroups)[number];

const byteCount = v.pipe(v.number(), v.integer(), v.minValue(0));

const imageFileSchema = v.object({
  /** File name beside the manifest; it contains a hash of the content, so it may be cached for ever. */
  path: v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.bin$/)),
  /** Size in bytes after inflating (gzip). */
  bytes: byteCount,
  /** Size in bytes as transferred. */
  wireBytes: byteCount,
});

const distributionSchema = v.object({ name: v.string(), version: v.string() });

const packageFileSchema = v.object({
  ...imageFileSchema.entries,
  distributions: v.array(distributionSchema),
});

/** Checks a manifest at the border; unknown keys are dropped. */
export const manifestSchema = v.object({
  schema: v.literal(1),
  /** Changes whenever any byte of the image changes. */
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  pyodide: v.string(),
  python: v.string(),
  /** The `info` object of Pyodide's lock file, which `loadPyodide` wants to see. */
  lockInfo: v.object({
    abi_version: v.string(),
    arch: v.string(),
    platform: v.string(),
    python: v.string(),
  }),
  /** The sandbox frame's boot script, and the sha256 (base64) of its text for the content security policy. */
  frame: v.object({ boot: v.string(), sha256: v.pipe(v.string(), v.base64()) }),
  files: v.object({
    wasm: imageFileSchema,
    worker: imageFileSchema,
    stdlib: imageFileSchema,
    site: imageFileSchema,
    interleave: imageFileSchema,
  }),
  packages: v.object({
    flask: packageFileSchema,
    sqlalchemy: packageFileSchema,
    dramatiq: packageFileSchema,
    'pytest-asyncio': packageFileSchema,
    anyio: packageFileSchema,
  }),
});

/** The interpreter image, described. */
export type ImageManifest = v.InferOutput<typeof manifestSchema>;

/** One file of the image. */
export type ImageFile = v.InferOutput<typeof imageFileSchema>;

/** A Python distribution (as pip knows it) inside a package pack. */
export type Distribution = v.InferOutput<typeof distributionSchema>;

/**
 * Reads a manifest that came from outside.
 * @throws when the text is no manifest of this schema
 */
export function parseManifest(text: string): ImageManifest {
  return v.parse(manifestSchema, JSON.parse(text));
}

/**
 * Where a pack has to be written in the interpreter's file system, and what goes onto `sys.path`.
 * The code objects inside were compiled for this very path, so tracebacks name it.
 * @param name `site`, `interleave` or a package group
 */
export function packMountPath(name: 'site' | 'interleave' | PackageGroup): string {
  return `/lib/packs/${name}.zip`;
}

/** Where Pyodide itself puts the standard library, whatever it is called on the way there. */
export const stdlibMountPath = '/lib/python314.zip';
