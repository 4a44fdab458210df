/** Why no interpreter came up, at which step. Its message is a whole sentence for the learner. */
import type { BootStep } from '../sandbox.ts';

export class BootFailure extends Error {
  override name = 'BootFailure';
  readonly step: BootStep;

  constructor(step: BootStep, message: string) {
    super(message);
    this.step = step;
  }
}

export function toBootFailure(step: BootStep, error: unknown): BootFailure {
  if (error instanceof BootFailure) return error;
  return new BootFailure(step, error instanceof Error ? error.message : String(error));
}
