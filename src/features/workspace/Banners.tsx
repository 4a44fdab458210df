/** What the learner has to know or decide before going on; nothing here loses text, whatever is chosen. */
import { useStore } from 'zustand';
import type { AppPaths } from '../../domain/app-paths.ts';
import type { Catalog } from '../../domain/challenge.ts';
import type { LearnerStore } from '../../storage/learner-store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { ObstacleBanner } from './ObstacleBanner.tsx';
import { words } from './words.ts';
import type { Workspace } from './workspace-store.ts';

export type Comparison = 'conflict' | 'changed';

interface BannersProps {
  readonly workspace: Workspace;
  readonly store: LearnerStore;
  readonly catalog: Catalog;
  readonly paths: AppPaths;
  readonly onDownload: () => void;
  readonly onCompare: (what: Comparison) => void;
}

export function Banners({ workspace, store, catalog, paths, onDownload, onCompare }: BannersProps) {
  const { draft, challenge } = workspace;
  const { save, conflict, changedFrom, undo } = useStore(draft.state);
  const { recordProblem, interpreter, obstacle, run } = useStore(workspace.state);
  return (
    <div className="banners">
      {obstacle !== null && <ObstacleBanner obstacle={obstacle} catalog={catalog} paths={paths} />}
      {store.status.kind === 'memory' && (
        <Banner
          kind="warn"
          title={words.memory}
          actions={<Button onClick={onDownload}>{words.save.download}</Button>}
        >
          {store.status.message}
        </Banner>
      )}
      {store.status.kind === 'beside-newer' && <Banner kind="warn">{store.status.message}</Banner>}
      {store.status.kind === 'trial' && (
        <Banner kind="info" actions={<ButtonLink href="./">{words.trial.own}</ButtonLink>}>
          {store.status.message}
        </Banner>
      )}
      {conflict !== null && (
        <Banner
          kind="warn"
          title={words.conflict.title}
          actions={
            <>
              <Button onClick={() => onCompare('conflict')}>{words.conflict.compare}</Button>
              <Button onClick={() => void draft.keepMine()}>{words.conflict.mine}</Button>
              <Button onClick={() => void draft.takeTheirs()}>{words.conflict.theirs}</Button>
            </>
          }
        >
          {words.conflict.text}
        </Banner>
      )}
      {changedFrom !== null && (
        <Banner
          kind="info"
          title={words.changed.title(changedFrom, challenge.version)}
          actions={
            <>
              <Button onClick={() => onCompare('changed')}>{words.changed.compare}</Button>
              <Button onClick={() => void workspace.restartFromStarter()}>{words.changed.restart}</Button>
              <Button onClick={() => draft.acceptNewVersion()}>{words.changed.keep}</Button>
            </>
          }
        >
          {words.changed.text}
        </Banner>
      )}
      {undo !== null && (
        <Banner
          kind="info"
          onDismiss={() => draft.dismissUndo()}
          actions={
            <Button icon="undo" onClick={() => workspace.undo()}>
              {words.reset.undo}
            </Button>
          }
        >
          {words.reset.banner[undo.what]}
        </Banner>
      )}
      {save.kind === 'failed' && (
        <Banner
          kind="fail"
          title={words.save.failed}
          actions={
            <>
              <Button onClick={onDownload}>{words.save.download}</Button>
              <Button onClick={() => void draft.flush()}>{words.save.retry}</Button>
            </>
          }
        >
          {save.message}
        </Banner>
      )}
      {interpreter.kind === 'failed' && run.kind !== 'waiting-for-boot' && (
        <Banner
          kind="warn"
          actions={<Button onClick={() => workspace.retryBoot()}>{words.boot.retry}</Button>}
        >
          {words.boot.failed(interpreter.message)}
        </Banner>
      )}
      {recordProblem !== null && <Banner kind="warn">{recordProblem}</Banner>}
    </div>
  );
}
