/** What a learner can read beside their own files: given modules and data, and the visible tests. */
import type { Challenge, TextFile } from './challenge.ts';

export function listReadableFiles({
  assets,
  shownAssets,
  visibleTests,
}: Pick<Challenge, 'assets' | 'shownAssets' | 'visibleTests'>): readonly TextFile[] {
  const given = shownAssets.flatMap((path) =>
    assets.flatMap((asset) => (asset.path === path && 'text' in asset ? [{ path, text: asset.text }] : [])),
  );
  return [...given, ...visibleTests];
}
