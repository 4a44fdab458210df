/** On a phone: Run and Submit within the thumb's reach, and the symbols above the keyboard. */
import './thumb.css';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { isReadOnly } from '../../domain/capabilities.ts';
import { CommandButton } from './ChallengeBar.tsx';
import type { Command } from './commands.ts';
import { words } from './words.ts';
import { isBusy, type Workspace } from './workspace-store.ts';

interface ThumbBarProps {
  readonly workspace: Workspace;
  readonly commands: readonly Command[];
  /** The row of symbols while the code is on the screen, else `null`. */
  readonly symbols: ReactNode;
}

export function ThumbBar({ workspace, commands, symbols }: ThumbBarProps) {
  const isRunning = useStore(workspace.state, isBusy);
  const isBlocked = useStore(workspace.state, (state) => isReadOnly(state.obstacle));
  const shared = { commands, workspace, showShortcut: false } as const;
  return (
    <div className="thumb">
      {symbols}
      <div className="thumb__run">
        {isBlocked && <p className="bar__blocked">{words.obstacle.bar}</p>}
        {isBlocked ? null : isRunning ? (
          <CommandButton id="stop" {...shared} />
        ) : (
          <>
            {symbols === null && <CommandButton id="submit" {...shared} />}
            <CommandButton id="run" {...shared} />
          </>
        )}
      </div>
    </div>
  );
}
