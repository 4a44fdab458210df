/** Finds the package groups of the image that a challenge's package names stand for. */
import { type ImageManifest, type PackageGroup, packageGroups } from '../../image/manifest.ts';

export type ResolvedGroups =
  | { readonly ok: true; readonly groups: readonly PackageGroup[] }
  | { readonly ok: false; readonly problem: string };

/** A name may be a group's or a distribution's, in any case. Groups come out in the image's order, each once. */
export function resolvePackageGroups(manifest: ImageManifest, names: readonly string[]): ResolvedGroups {
  const found = new Set<PackageGroup>();
  for (const name of names) {
    const group = findGroup(manifest, name);
    if (!group) return { ok: false, problem: `The interpreter has no package named "${name}".` };
    found.add(group);
  }
  return { ok: true, groups: packageGroups.filter((group) => found.has(group)) };
}

function findGroup(manifest: ImageManifest, name: string): PackageGroup | undefined {
  const wanted = normalise(name);
  return (
    packageGroups.find((group) => normalise(group) === wanted) ??
    packageGroups.find((group) =>
      manifest.packages[group].distributions.some((distribution) => normalise(distribution.name) === wanted),
    )
  );
}

/** As pip compares names: case, `-`, `_` and `.` make no difference. */
function normalise(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
