/** How the run ended or where it stands: one sentence, one line of advice, what changed since the last run. */
import './verdict.css';
import type { ReactNode } from 'react';
import type { RunChange } from '../../domain/compare-runs.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import { StateLabel } from '../../ui/StateLabel.tsx';
import { SafeText } from './SafeText.tsx';
import { words } from './words.ts';

interface VerdictLineProps {
  readonly tone: 'pass' | 'fail' | 'warn' | 'run';
  readonly icon: IconName;
  readonly strong: string;
  readonly rest: string;
  readonly advice: string;
  readonly change?: RunChange | null;
  readonly children?: ReactNode;
}

export function VerdictLine({ tone, icon, strong, rest, advice, change, children }: VerdictLineProps) {
  return (
    <div className={`verdict verdict--${tone}`}>
      <Icon name={icon} />
      <h2>
        {strong !== '' && <b>{strong}</b>}
        {rest}
      </h2>
      {advice !== '' && (
        <p>
          <SafeText text={advice} />
        </p>
      )}
      {change && (change.newlyPassing.length > 0 || change.newlyFailing.length > 0) && (
        <p className="verdict__ledger">
          <StateLabel
            tone={change.newlyPassing.length > 0 ? 'pass' : 'quiet'}
            icon="pass"
            word={words.newlyPassing(change.newlyPassing.length)}
          />
          <StateLabel
            tone={change.newlyFailing.length > 0 ? 'fail' : 'quiet'}
            icon="fail"
            word={words.newlyFailing(change.newlyFailing.length)}
          />
        </p>
      )}
      {children !== undefined && <div className="verdict__more">{children}</div>}
    </div>
  );
}
