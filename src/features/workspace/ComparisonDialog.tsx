/** Two versions of the learner's files side by side, before one of them is chosen. */
import { useStore } from 'zustand';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Comparison } from './Banners.tsx';
import type { RenderDiff } from './render-diff.ts';
import { words } from './words.ts';
import type { Workspace } from './workspace-store.ts';

interface ComparisonDialogProps {
  readonly what: Comparison | null;
  readonly workspace: Workspace;
  readonly renderDiff: RenderDiff;
  readonly onClose: () => void;
}

export function ComparisonDialog({ what, workspace, renderDiff, onClose }: ComparisonDialogProps) {
  const { files, conflict } = useStore(workspace.draft.state);
  const isConflict = what === 'conflict';
  const others = isConflict ? (conflict?.files ?? []) : workspace.challenge.starter;
  const title = isConflict ? words.conflict.compare : words.changed.compare;
  return (
    <Dialog isOpen={what !== null} title={title} onClose={onClose} size="wide">
      {files.map((file) => (
        <div key={file.path}>
          {renderDiff(
            file.text,
            others.find((other) => other.path === file.path)?.text ?? '',
            isConflict ? words.conflict.mineTitle : words.changed.mineTitle,
            isConflict ? words.conflict.theirsTitle : words.changed.starterTitle,
          )}
        </div>
      ))}
    </Dialog>
  );
}
