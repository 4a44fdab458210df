/** One test: icon, name in plain words, how it ended, how long it took; opens to show more. */
import { useEffect, useRef } from 'react';
import type { TestResult } from '../../domain/report.ts';
import { isFailing } from '../../domain/run-state.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import { FailureDetails } from './FailureDetails.tsx';
import { formatDuration } from './format-duration.ts';
import type { GoToLine } from './go-to-line.ts';
import type { OnReplay } from './on-replay.ts';
import { SafeText } from './SafeText.tsx';
import { words } from './words.ts';

/** How a row looks before and after its test. */
export type RowState = 'not-run' | 'waiting' | 'running' | 'stopped';

interface TestRowProps {
  readonly id: string;
  readonly name: string;
  /** The result, or what is known instead. */
  readonly result: TestResult | RowState;
  readonly isOpen: boolean;
  /** Changes when a command jumped to this row. */
  readonly jump: number;
  readonly isNew: boolean;
  readonly onToggle: (id: string) => void;
  readonly onGoToLine: GoToLine;
  /** `null` while nothing else can be run. */
  readonly onReplay: OnReplay | null;
}

export function TestRow(props: TestRowProps) {
  const { id, name, result, isOpen, jump, isNew, onToggle, onGoToLine, onReplay } = props;
  const button = useRef<HTMLButtonElement>(null);
  const seenJump = useRef(jump);
  useEffect(() => {
    if (isOpen && jump !== seenJump.current) {
      button.current?.focus();
      button.current?.scrollIntoView({ block: 'start' });
    }
    seenJump.current = jump;
  }, [isOpen, jump]);

  const look = toLook(result);
  const content = (
    <>
      <Icon name={look.icon} />
      <span className="row__name">
        <SafeText text={name} />
        {isNew && <span className="row__new"> {words.fresh}</span>}
      </span>
      <span className="row__word">{look.word}</span>
      <span className="row__time num">
        {typeof result === 'string' ? '' : formatDuration(result.seconds)}
      </span>
    </>
  );
  if (typeof result === 'string') return <li className={`row row--${look.tone}`}>{content}</li>;
  return (
    <li className="row-item">
      <button
        ref={button}
        type="button"
        className={`row row--${look.tone} ${isOpen ? 'row--open' : ''}`}
        aria-expanded={isOpen}
        onClick={() => onToggle(id)}
      >
        {content}
      </button>
      {isOpen && <FailureDetails test={result} onGoToLine={onGoToLine} onReplay={onReplay} />}
    </li>
  );
}

interface Look {
  readonly icon: IconName;
  readonly tone: 'pass' | 'fail' | 'wait' | 'now';
  readonly word: string;
}

const waitingLooks: Readonly<Record<RowState, Look>> = {
  'not-run': { icon: 'waiting', tone: 'wait', word: words.notRun },
  waiting: { icon: 'waiting', tone: 'wait', word: words.waitingTest },
  running: { icon: 'running', tone: 'now', word: words.runningTest },
  stopped: { icon: 'clock', tone: 'wait', word: words.stoppedTest },
};

function toLook(result: TestResult | RowState): Look {
  if (typeof result === 'string') return waitingLooks[result];
  const word = words.outcomes[result.outcome];
  if (isFailing(result)) return { icon: result.outcome === 'error' ? 'error' : 'fail', tone: 'fail', word };
  return result.outcome === 'passed'
    ? { icon: 'pass', tone: 'pass', word }
    : { icon: 'skip', tone: 'wait', word };
}
