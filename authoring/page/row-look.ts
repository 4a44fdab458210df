/** How one run of the gate went, as icon, word and colour: what is as it should be is green, also a red starter. */
import type { GateRow } from '../gate/gate-run.ts';
import type { StateLook } from './state-look.ts';
import { words } from './words.ts';

export function toSolutionLook(row: GateRow): StateLook {
  const word = words.verdicts[row.verdict.kind];
  return row.verdict.kind === 'passed'
    ? { tone: 'pass', icon: 'pass', word }
    : { tone: 'fail', icon: 'fail', word };
}

export function toStarterLook(row: GateRow): StateLook {
  if (row.problems.length > 0) return { tone: 'fail', icon: 'fail', word: words.verdicts[row.verdict.kind] };
  return { tone: 'pass', icon: 'pass', word: words.starterFails(row.red.length) };
}

export function toNamesLook(row: GateRow): StateLook {
  return row.problems.length > 0
    ? { tone: 'fail', icon: 'fail', word: words.namesStrange }
    : { tone: 'pass', icon: 'pass', word: words.namesKnown };
}

export function toMutantLook(row: GateRow): StateLook {
  if (row.verdict.kind === 'passed') return { tone: 'fail', icon: 'fail', word: words.survives };
  if (row.problems.length > 0) {
    const word =
      row.red.length > 0 ? words.caught(row.red.length) : words.notByATest(words.verdicts[row.verdict.kind]);
    return { tone: 'fail', icon: 'warning', word };
  }
  return { tone: 'pass', icon: 'pass', word: words.caught(row.red.length) };
}

export const pendingLook: StateLook = { tone: 'quiet', icon: 'waiting', word: words.pending };
