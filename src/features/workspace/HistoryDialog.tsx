/** The copies kept of the code: one is chosen, compared with the present code, and brought back. */
import './history.css';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { TextFile } from '../../domain/challenge.ts';
import { isSameText } from '../../domain/draft.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { HistoryList } from './HistoryList.tsx';
import type { RenderDiff } from './render-diff.ts';
import { words } from './words.ts';
import type { Workspace } from './workspace-store.ts';

interface HistoryDialogProps {
  readonly isOpen: boolean;
  readonly workspace: Workspace;
  readonly renderDiff: RenderDiff;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly onClose: () => void;
}

export function HistoryDialog({ isOpen, workspace, renderDiff, now, onClose }: HistoryDialogProps) {
  const files = useStore(workspace.draft.state, (state) => state.files);
  const history = useHistory(workspace, isOpen);
  const [chosenId, setChosenId] = useState<string | null>(null);
  useEffect(() => {
    if (!isOpen) setChosenId(null);
  }, [isOpen]);

  const entries = typeof history === 'string' ? [] : history;
  const isPresent = (entry: HistoryEntry) => isSameText(entry.snapshot.files, files);
  const chosen =
    entries.find((entry) => entry.snapshot.id === chosenId) ??
    entries.find((entry) => !isPresent(entry)) ??
    entries[0];
  const restore = () => {
    if (chosen === undefined || isPresent(chosen)) return;
    onClose();
    void workspace.restore(chosen.snapshot.files);
  };

  return (
    <Dialog
      isOpen={isOpen}
      title={words.history.title}
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onClick={onClose}>{words.history.close}</Button>
          {chosen !== undefined && (
            <Button kind="main" icon="history" disabled={isPresent(chosen)} onClick={restore}>
              {words.history.restore}
            </Button>
          )}
        </>
      }
    >
      {chosen === undefined ? (
        <p role="status">{typeof history === 'string' ? words.history[history] : words.history.empty}</p>
      ) : (
        <div className="history">
          <HistoryList entries={entries} chosen={chosen} now={now()} onChoose={setChosenId} />
          <div className="history__copy">
            <Copy files={files} kept={chosen.snapshot.files} renderDiff={renderDiff} />
          </div>
        </div>
      )}
    </Dialog>
  );
}

interface CopyProps {
  readonly files: readonly TextFile[];
  readonly kept: readonly TextFile[];
  readonly renderDiff: RenderDiff;
}

/** What bringing the copy back would change. */
function Copy({ files, kept, renderDiff }: CopyProps) {
  if (isSameText(kept, files)) return <p role="status">{words.history.same}</p>;
  return kept.map(({ path, text }) => {
    const present = files.find((file) => file.path === path)?.text ?? '';
    if (present === text) return null;
    return <div key={path}>{renderDiff(present, text, words.history.now, words.history.copy)}</div>;
  });
}

/** Fetched when the dialog opens, and again when a run ends while it is open. */
function useHistory(workspace: Workspace, isOpen: boolean): readonly HistoryEntry[] | 'loading' | 'failed' {
  const [history, setHistory] = useState<readonly HistoryEntry[] | 'loading' | 'failed'>('loading');
  const attempts = useStore(workspace.state, (state) => state.progress?.attempts ?? 0);
  useEffect(() => {
    void attempts;
    if (!isOpen) return setHistory('loading');
    let isWanted = true;
    workspace.listHistory().then(
      (entries) => isWanted && setHistory(entries),
      () => isWanted && setHistory('failed'),
    );
    return () => {
      isWanted = false;
    };
  }, [workspace, isOpen, attempts]);
  return history;
}
