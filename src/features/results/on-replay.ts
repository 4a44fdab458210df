/** Asks for one test again, under the schedule of its threads that made it fail. */
import type { Replay } from '../../domain/run-request.ts';

export type OnReplay = (testId: string, schedule: Replay) => void;
