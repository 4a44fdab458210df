/** Says before anything is run what this browser lacks for the challenge, and what can be done all the same. */
import type { AppPaths } from '../../domain/app-paths.ts';
import type { Obstacle } from '../../domain/capabilities.ts';
import type { Catalog } from '../../domain/challenge.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { words } from './words.ts';

interface ObstacleBannerProps {
  readonly obstacle: Obstacle;
  readonly catalog: Catalog;
  readonly paths: AppPaths;
}

export function ObstacleBanner({ obstacle, catalog, paths }: ObstacleBannerProps) {
  const { missing, lacks, fallback } = obstacle;
  const names = missing.map((need) => words.obstacle.names[need]).join(' and ');
  const other =
    fallback.kind === 'alternative'
      ? catalog.entries.find((entry) => entry.slug === fallback.slug)
      : undefined;
  return (
    <Banner
      kind="info"
      title={`${words.obstacle.title(names)}.`}
      actions={
        other === undefined ? undefined : (
          <ButtonLink kind="plain" href={paths.challenge(other.slug)}>
            {words.obstacle.openAlternative}
          </ButtonLink>
        )
      }
    >
      {[
        ...lacks.map((capability) => words.obstacle.lacks[capability]),
        fallback.kind === 'skip-tests' ? words.obstacle.skips : words.obstacle.readOnly,
        ...(other === undefined ? [] : [words.obstacle.alternative(other.title)]),
      ].join(' ')}
    </Banner>
  );
}
