/** A gate's state as icon, word and colour. */
import { assertNever } from '../../src/domain/assert-never.ts';
import type { IconName } from '../../src/ui/icons.ts';
import type { StateTone } from '../../src/ui/StateLabel.tsx';
import type { GateState } from './gate-state.ts';
import { words } from './words.ts';

export interface StateLook {
  readonly tone: StateTone;
  readonly icon: IconName;
  readonly word: string;
}

export function toStateLook(gate: GateState, isStopped: boolean): StateLook {
  switch (gate.kind) {
    case 'broken':
      return { tone: 'fail', icon: 'error', word: words.states.broken };
    case 'waiting':
      return isStopped
        ? { tone: 'quiet', icon: 'stop', word: words.states.stopped }
        : { tone: 'quiet', icon: 'waiting', word: words.states.waiting };
    case 'running':
      return isStopped
        ? { tone: 'quiet', icon: 'stop', word: words.states.stopped }
        : { tone: 'accent', icon: 'running', word: words.states.running(gate.done, gate.planned) };
    case 'passes':
      return { tone: 'pass', icon: 'pass', word: words.states.passes };
    case 'problems':
      return { tone: 'fail', icon: 'fail', word: words.states.problems(gate.result.problems.length) };
    case 'failed':
      return { tone: 'warn', icon: 'warning', word: words.states.failed };
    default:
      return assertNever(gate);
  }
}
