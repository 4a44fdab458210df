/** The dialogs of the challenge page, one open at a time. */
import type { Comparison } from './Banners.tsx';
import { ComparisonDialog } from './ComparisonDialog.tsx';
import type { Command } from './commands.ts';
import { ShortcutsDialog, SolutionDialog } from './Dialogs.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import type { RenderDiff } from './render-diff.ts';
import type { Workspace } from './workspace-store.ts';

export type OpenDialog = 'none' | 'shortcuts' | 'solution' | 'history' | Comparison;

interface WorkspaceDialogsProps {
  readonly open: OpenDialog;
  readonly workspace: Workspace;
  readonly commands: readonly Command[];
  readonly renderDiff: RenderDiff;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly onClose: () => void;
}

export function WorkspaceDialogs(props: WorkspaceDialogsProps) {
  const { open, workspace, commands, renderDiff, now, onClose } = props;
  return (
    <>
      <ShortcutsDialog isOpen={open === 'shortcuts'} commands={commands} onClose={onClose} />
      <SolutionDialog
        isOpen={open === 'solution'}
        onClose={onClose}
        onConfirm={() => {
          onClose();
          void workspace.showSolution();
        }}
      />
      <HistoryDialog
        isOpen={open === 'history'}
        workspace={workspace}
        renderDiff={renderDiff}
        now={now}
        onClose={onClose}
      />
      <ComparisonDialog
        what={open === 'conflict' || open === 'changed' ? open : null}
        workspace={workspace}
        renderDiff={renderDiff}
        onClose={onClose}
      />
    </>
  );
}
