import type { ProgressState } from '../domain/progress.ts';
import type { IconName } from './icons.ts';
import { StateLabel, type StateTone } from './StateLabel.tsx';
import { words } from './words.ts';

const looks: Record<ProgressState, { tone: StateTone; icon: IconName }> = {
  new: { tone: 'quiet', icon: 'new' },
  started: { tone: 'accent', icon: 'half' },
  solved: { tone: 'pass', icon: 'pass' },
};

export function StateOfChallenge({ state }: { readonly state: ProgressState }) {
  return <StateLabel {...looks[state]} word={words.states[state]} />;
}
