/** What the results pane is given, whichever state it shows. */
import type { ReactNode } from 'react';
import type { Challenge } from '../../domain/challenge.ts';
import type { ChallengeProgress } from '../../domain/progress.ts';
import type { RunState } from '../../domain/run-state.ts';
import type { GoToLine } from './go-to-line.ts';
import type { OnReplay } from './on-replay.ts';
import type { ResultsStore } from './results-store.ts';

export interface ResultsPaneProps {
  readonly run: RunState;
  readonly challenge: Challenge;
  readonly progress: ChallengeProgress | null;
  readonly store: ResultsStore;
  /** True where this browser cannot run the challenge. */
  readonly isReadOnly: boolean;
  readonly onGoToLine: GoToLine;
  readonly onRun: () => void;
  readonly onSubmit: () => void;
  readonly onStop: () => void;
  readonly onReplay: OnReplay;
  readonly onReadTests: () => void;
  /** How Python's start is coming along, shown while a run waits for it. */
  readonly bootProgress: ReactNode;
  /** Shown below the verdict of a solved challenge. */
  readonly afterSolving: ReactNode;
  /** The track as a braid, drawn once when the challenge has just been solved. */
  readonly crossing: ReactNode;
}
