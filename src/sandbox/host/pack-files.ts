/** The packs that an interpreter is given, and where each lies inside it. */
import {
  type ImageFile,
  type ImageManifest,
  type PackageGroup,
  packMountPath,
  stdlibMountPath,
} from '../../image/manifest.ts';
import { stdlibName } from '../protocol.ts';

export interface PackFile {
  readonly name: string;
  readonly mountPath: string;
  readonly file: ImageFile;
}

/** The standard library first; then what every challenge has, and the groups it asks for. */
export function packFiles(manifest: ImageManifest, groups: readonly PackageGroup[]): readonly PackFile[] {
  const named = [
    { name: 'site', file: manifest.files.site },
    { name: 'interleave', file: manifest.files.interleave },
    ...groups.map((name) => ({ name, file: manifest.packages[name] })),
  ] as const;
  return [
    { name: stdlibName, mountPath: stdlibMountPath, file: manifest.files.stdlib },
    ...named.map(({ name, file }) => ({ name, mountPath: packMountPath(name), file })),
  ];
}
