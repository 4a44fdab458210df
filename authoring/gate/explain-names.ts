/** What the tests take from the learner's files although the starter has nothing of that name. */
import * as v from 'valibot';
import type { RunEnding } from '../../src/domain/verdict.ts';
import { readAnswer } from './probe.ts';

const StrangersSchema = v.array(
  v.object({ file: v.string(), line: v.number(), module: v.string(), name: v.string() }),
);

/** @returns sentences, one for each name */
export function explainNames(ending: RunEnding): readonly string[] {
  const answer = readAnswer(StrangersSchema, ending);
  if (!answer.ok) return [`What the tests import could not be looked up: ${answer.problem} Check again.`];
  return answer.value.map(
    ({ file, line, module, name }) =>
      `${file}:${line} takes "${name}" from ${module}, but the starter does not define it, so no learner can know of it. Put a stub into the starter.`,
  );
}
