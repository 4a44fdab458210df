import './StateLabel.css';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

export type StateTone = 'quiet' | 'accent' | 'pass' | 'fail' | 'warn';

interface StateLabelProps {
  readonly tone: StateTone;
  readonly icon: IconName;
  readonly word: string;
}

/** A state by icon, word and colour; never by colour alone. */
export function StateLabel({ tone, icon, word }: StateLabelProps) {
  return (
    <span className={`state-label state-label--${tone}`}>
      <Icon name={icon} />
      {word}
    </span>
  );
}
