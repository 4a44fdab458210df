/** Translations lie beside their originals: `statement.zh.md`, `hints/2.pt-BR.md`, `explanation.zh.md`. */
import type { Translation } from './challenge.ts';

interface TranslatedName {
  /** The path without the language: `hints/2.md`. */
  readonly original: string;
  readonly language: string;
}

/** A language tag: two or three letters, and what narrows it down (`zh-Hans`, `pt-BR`). */
export const languagePattern = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** @returns null for what is not named like a translation; the language need not be one. */
export function parseTranslatedName(path: string): TranslatedName | null {
  const match = /^(statement|explanation|hints\/\d+)\.([^./]+)\.md$/.exec(path);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { original: `${match[1]}.md`, language: match[2] };
}

/** One for each language that has any file, in the languages' order. */
export function readTranslations(
  paths: Iterable<string>,
  hintCount: number,
  render: (path: string) => string,
): readonly Translation[] {
  const languages = new Map<string, Map<string, string>>();
  for (const path of paths) {
    const name = parseTranslatedName(path);
    if (name === null) continue;
    const files = languages.get(name.language) ?? new Map<string, string>();
    languages.set(name.language, files.set(name.original, render(path)));
  }
  return [...languages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([language, files]) => ({
      language,
      statementHtml: files.get('statement.md') ?? null,
      hintsHtml: Array.from({ length: hintCount }, (_, index) => files.get(`hints/${index + 1}.md`) ?? null),
      explanationHtml: files.get('explanation.md') ?? null,
    }));
}
