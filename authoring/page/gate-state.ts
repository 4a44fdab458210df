/** Where one folder stands with the gate. */
import type { GateResult, GateRow } from '../gate/gate-run.ts';

/**
 * broken: no challenge yet, nothing can run · waiting: in the queue · running: `done` of `planned` runs, more may be
 * planned as the first ones end · passes, problems: every run has ended · failed: the page could not check it
 */
export type GateState =
  | { readonly kind: 'broken' }
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'running';
      readonly done: number;
      readonly planned: number;
      readonly rows: readonly GateRow[];
    }
  | { readonly kind: 'passes' | 'problems'; readonly result: GateResult; readonly rows: readonly GateRow[] }
  | { readonly kind: 'failed'; readonly message: string };

/** The rows that are known so far. */
export function rowsOf(gate: GateState): readonly GateRow[] {
  return 'rows' in gate ? gate.rows : [];
}

/** The gate's verdict on everything; null while it is not known. */
export function resultOf(gate: GateState): GateResult | null {
  return 'result' in gate ? gate.result : null;
}
