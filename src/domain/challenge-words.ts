/** The words of a challenge in the language that a learner reads, as far as they are translated. */
import type { Challenge } from './challenge.ts';
import type { LanguageChoice } from './settings.ts';

/** HTML with the language it is written in. */
export interface LocalText {
  readonly html: string;
  readonly language: string;
}

export interface ChallengeWords {
  readonly language: string;
  readonly statement: LocalText;
  readonly hints: readonly LocalText[];
  readonly explanation: LocalText;
}

type Translated = Pick<Challenge, 'statementHtml' | 'hintsHtml' | 'explanationHtml' | 'translations'>;

/** What files without a language in their names are written in. */
export const originalLanguage = 'en';

/**
 * @param choice the learner's own, or `system` for the browser's
 * @param preferred the browser's languages, best first
 * @returns a language there are words in; the original where nothing fits
 */
export function chooseLanguage(
  { translations }: Translated,
  choice: LanguageChoice,
  preferred: readonly string[],
): string {
  const known = [originalLanguage, ...translations.map((item) => item.language)];
  const wanted = choice === 'system' ? preferred : [choice];
  for (const tag of wanted) {
    const exact = known.find((language) => language.toLowerCase() === tag.toLowerCase());
    const near = exact ?? known.find((language) => primary(language) === primary(tag));
    if (near !== undefined) return near;
  }
  return originalLanguage;
}

/** What is not translated is there in the original's words. */
export function readWords(challenge: Translated, language: string): ChallengeWords {
  const translation = challenge.translations.find((item) => item.language === language);
  const pick = (translated: string | null | undefined, original: string): LocalText =>
    translated === null || translated === undefined
      ? { html: original, language: originalLanguage }
      : { html: translated, language };
  return {
    language,
    statement: pick(translation?.statementHtml, challenge.statementHtml),
    hints: challenge.hintsHtml.map((html, index) => pick(translation?.hintsHtml[index], html)),
    explanation: pick(translation?.explanationHtml, challenge.explanationHtml),
  };
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}
