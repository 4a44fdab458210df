/** The line at the bottom: what is saved, how Python is, what has just been said, where the cursor is. */
import './foot.css';
import { useStore } from 'zustand';
import type { SandboxState } from '../../sandbox/sandbox.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { SaveState } from './draft-port.ts';
import { formatBytes } from './format-amount.ts';
import { words } from './words.ts';
import type { Workspace } from './workspace-store.ts';

interface StatusFootProps {
  readonly workspace: Workspace;
  readonly cursor: { readonly line: number; readonly column: number };
}

export function StatusFoot({ workspace, cursor }: StatusFootProps) {
  const { run, program, interpreter, notice } = useStore(workspace.state);
  const isRunning = run.kind === 'running' || program.kind === 'running';
  const save = useStore(workspace.draft.state, (state) => state.save);
  return (
    <footer className="foot">
      <span className={save.kind === 'failed' ? 'foot__problem' : undefined}>
        <Icon name={save.kind === 'failed' ? 'warning' : 'check'} />
        {toSaveText(save)}
      </span>
      <span>{isRunning ? words.boot.running : toInterpreterText(interpreter)}</span>
      <span className="foot__notice" role="status" key={notice.count}>
        {notice.text}
      </span>
      <span className="foot__end num">{words.foot.position(cursor.line, cursor.column)}</span>
    </footer>
  );
}

function toSaveText(save: SaveState): string {
  return words.save[save.kind];
}

function toInterpreterText(state: SandboxState): string {
  switch (state.kind) {
    case 'idle':
      return words.boot.idle;
    case 'booting': {
      const isLoading = state.step === 'download' && state.totalBytes > 0;
      const amount = words.boot.progress(formatBytes(state.loadedBytes), formatBytes(state.totalBytes));
      return isLoading ? `${words.boot.steps.download}, ${amount}` : words.boot.steps[state.step];
    }
    case 'ready':
      return words.boot.ready(state.python);
    case 'failed':
      return words.boot.failed(state.message);
  }
}
