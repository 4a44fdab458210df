/** The schema of glossary.toml: the words of the field, what they mean, and how they appear in a text. */
import * as v from 'valibot';
import { slugPattern } from './challenge-schema.ts';
import { explainIssues, type SchemaProblem } from './schema-problems.ts';

const slug = v.pipe(
  v.string('must be text'),
  v.regex(slugPattern, 'must be lower-case letters, digits and single hyphens'),
);
const text = v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'));

const TermSchema = v.strictObject(
  {
    slug,
    name: text,
    words: v.optional(v.array(text, 'must be a list')),
    meaning: text,
    see: v.optional(v.array(slug, 'must be a list'), []),
    challenges: v.optional(v.array(slug, 'must be a list'), []),
  },
  'must be a table',
);

export const GlossaryFileSchema = v.strictObject(
  { terms: v.array(TermSchema, 'must be a list of tables: begin each with [[terms]]') },
  'must be a table',
);

export type GlossaryEntry = v.InferOutput<typeof TermSchema>;

export interface ParsedGlossary {
  /** Those that are right; a mistake in one does not take the others away. */
  readonly entries: readonly GlossaryEntry[];
  readonly problems: readonly SchemaProblem[];
}

/** Checks the table that a TOML reader made of glossary.toml; each problem is a sentence for the author. */
export function parseGlossary(table: unknown): ParsedGlossary {
  const result = v.safeParse(GlossaryFileSchema, table);
  const problems = result.success ? [] : [...explainIssues(GlossaryFileSchema, result.issues)];
  const items = (table as { terms?: unknown } | null)?.terms;
  const entries: GlossaryEntry[] = [];
  for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
    const parsed = v.safeParse(TermSchema, item);
    if (!parsed.success) continue;
    const { output } = parsed;
    if (entries.some((entry) => entry.slug === output.slug)) {
      const message = `The term "${output.slug}" is there twice. Remove one or rename it.`;
      problems.push({ path: ['terms', index, 'slug'], message });
    } else entries.push(output);
  }
  for (const [index, entry] of entries.entries()) {
    for (const other of entry.see) {
      if (entries.some((candidate) => candidate.slug === other)) continue;
      const message = `"see" names "${other}", and there is no such term. Correct or remove it.`;
      problems.push({ path: ['terms', index, 'see'], message });
    }
  }
  return { entries, problems };
}
