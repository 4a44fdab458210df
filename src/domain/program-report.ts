/**
 * What is said about a program while it runs and when it has ended, checked at the border.
 * `python/judge/program_report.py` mirrors these shapes; `tests/browser/programs.test.ts` holds the two together.
 */
import * as v from 'valibot';
import { FrameSchema, type Parsed, parseJson } from './report.ts';

const StreamSchema = v.picklist(['stdout', 'stderr']);

const ProgramEventSchema = v.variant('type', [
  v.object({ type: v.literal('printed'), stream: StreamSchema, text: v.string() }),
  /** The program waits for a line. */
  v.object({ type: v.literal('input-wanted') }),
]);

const ProgramReportSchema = v.object({
  schema: v.literal(1),
  python: v.string(),
  /** What the program would have handed to the system: 0 to 255. */
  exitCode: v.number(),
  /** The exception that ended the program; `null` when it came to its end or called `sys.exit`. */
  error: v.nullable(
    v.object({
      type: v.string(),
      message: v.string(),
      /** Frames in the run's own files, innermost last. */
      frames: v.array(FrameSchema),
    }),
  ),
  /** Characters that were too many to be shown. */
  droppedCharacters: v.number(),
  seconds: v.number(),
});

export type OutputStream = v.InferOutput<typeof StreamSchema>;
export type ProgramEvent = v.InferOutput<typeof ProgramEventSchema>;
export type ProgramReport = v.InferOutput<typeof ProgramReportSchema>;

/** Parses the judge's JSON; what does not fit is a problem in words, never an exception. */
export function parseProgramReport(text: string): Parsed<ProgramReport> {
  return parseJson(ProgramReportSchema, text);
}

export function parseProgramEvent(text: string): Parsed<ProgramEvent> {
  return parseJson(ProgramEventSchema, text);
}
