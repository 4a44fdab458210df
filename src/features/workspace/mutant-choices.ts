/** Which tests to offer as answers to "which test notices?". Pure, and the same at every visit. */
import type { Challenge, Mutant } from '../../domain/challenge.ts';

const choicesOffered = 3;

/** Names of tests, one of them right; empty when it is not known which test catches the mutant. */
export function toMutantChoices(mutant: Mutant, challenge: Challenge, seed: number): readonly string[] {
  const right = mutant.kills[0];
  if (right === undefined) return [];
  const others = [...challenge.visibleTests, ...challenge.hiddenTests]
    .flatMap((file) => [...file.text.matchAll(/\bdef[ \t]+(test_\w+)[ \t]*\(/g)])
    .map((match) => match[1] ?? '')
    .filter((name) => name !== '' && !mutant.kills.includes(name));
  const decoys = Array.from(
    { length: Math.min(choicesOffered - 1, others.length) },
    (_, index) => others[(seed * 5 + index * 3) % others.length] ?? '',
  );
  const choices = [...new Set(decoys)];
  choices.splice(seed % (choices.length + 1), 0, right);
  return choices;
}

/** `test_the_hook_is_gone` as "the hook is gone". */
export function toTestWords(name: string): string {
  return name
    .replace(/^.*::/, '')
    .replace(/^test_/, '')
    .replaceAll('_', ' ');
}
