// Holds coverage.toml against the folders: what it promises is there, and what is there has a reason.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'smol-toml';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readCatalog } from '../../src/content/build/read-catalog.ts';

const Slugs = v.pipe(v.array(v.string()), v.minLength(1));
const Why = v.pipe(v.string(), v.minLength(10));
const TopicSchema = v.variant('how', [
  v.strictObject({
    topic: v.string(),
    how: v.literal('whole'),
    challenges: Slugs,
    why: v.optional(v.string()),
  }),
  v.strictObject({ topic: v.string(), how: v.literal('nearest'), challenges: Slugs, why: Why }),
  v.strictObject({ topic: v.string(), how: v.literal('none'), why: Why }),
]);
const CoverageSchema = v.strictObject({
  texts: v.array(v.strictObject({ title: v.string(), topics: v.array(TopicSchema) })),
  beyond: v.array(v.strictObject({ challenge: v.string(), why: Why })),
});

const table = parse(readFileSync(path.join(import.meta.dirname, 'coverage.toml'), 'utf8'));
const coverage = v.parse(CoverageSchema, table);
const { challenges, guide } = await readCatalog('challenges');
const slugs = challenges.map((challenge) => challenge.slug);
const topics = coverage.texts.flatMap((text) => text.topics);
const taught = topics.flatMap((topic) => (topic.how === 'none' ? [] : topic.challenges));

describe('coverage', () => {
  it.each(topics.filter((topic) => topic.how !== 'none'))('$topic has its challenges', ({ challenges }) => {
    expect(challenges.filter((slug) => !slugs.includes(slug))).toEqual([]);
  });

  it('every challenge is there for a topic, or says why it is there', () => {
    const known = new Set([...taught, ...coverage.beyond.map((item) => item.challenge)]);
    expect(slugs.filter((slug) => !known.has(slug))).toEqual([]);
  });

  it('what goes beyond the texts is not among their topics alone by mistake', () => {
    const beyond = coverage.beyond.map((item) => item.challenge);
    expect(beyond.filter((slug) => !slugs.includes(slug))).toEqual([]);
    expect(beyond.filter((slug) => taught.includes(slug))).toEqual([]);
  });

  it('sources of a challenge are public pages or titles, never files', () => {
    const sources = challenges.flatMap((challenge) => challenge.sources);
    expect(
      sources.filter((source) => !/^https?:/.test(source) && /\.txt$|^\/|^[a-z]:\\/i.test(source)),
    ).toEqual([]);
  });
});

describe('variety', () => {
  const count = (kind: string) => challenges.filter((challenge) => challenge.kind === kind).length;

  it('offers broken code, tests to write, costs to lower, and a way in of five minutes', () => {
    expect(count('fix')).toBeGreaterThanOrEqual(8);
    expect(count('test-the-code')).toBeGreaterThanOrEqual(4);
    expect(count('optimise')).toBeGreaterThanOrEqual(3);
    expect(count('warm-up')).toBeGreaterThanOrEqual(2);
  });
});

describe('the guide', () => {
  it('every track has an introduction', () => {
    const tracks = new Set(challenges.map((challenge) => challenge.track));
    expect([...tracks].filter((slug) => guide.introductions[slug] === undefined)).toEqual([]);
  });

  it('every challenge lies on a learning path or leads on by itself', () => {
    const onPaths = new Set(guide.paths.flatMap((item) => item.challenges));
    const leadsOn = (slug: string) =>
      challenges.some((item) => item.slug === slug && item.unlocks.length > 0);
    expect(slugs.filter((slug) => !onPaths.has(slug) && !leadsOn(slug))).toEqual([]);
  });

  it('every word of the glossary is taught somewhere or belongs to one that is', () => {
    const isTaught = (slug: string) =>
      guide.terms.some((term) => term.slug === slug && term.taughtIn.length > 0);
    const loose = guide.terms.filter((term) => term.taughtIn.length === 0 && !term.see.some(isTaught));
    expect(loose.map((term) => term.slug)).toEqual([]);
  });
});
