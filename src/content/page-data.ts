/** What the build tells a page about itself, in a JSON block of its HTML. */
import * as v from 'valibot';

export const PageDataSchema = v.object({
  page: v.picklist(['catalog', 'challenge', 'track', 'paths', 'glossary', 'progress', 'about', 'not-found']),
  /** Relative prefix of the app's root: './' or '../../'. */
  root: v.string(),
  /** Path of the catalogue's JSON from the root. */
  catalog: v.string(),
  /** Of the challenge, or of the track. */
  slug: v.nullable(v.string()),
  /** Path of the challenge's JSON from the root, on a challenge page. */
  challenge: v.nullable(v.string()),
  /** Path of the guide's JSON from the root, on the pages that show it. */
  guide: v.optional(v.string()),
  /** Which pages of the guide this site has. */
  has: v.object({ paths: v.boolean(), glossary: v.boolean() }),
  /** Path of the interpreter image's manifest from the root. */
  manifest: v.string(),
  /** Path of the author's page from the root. Under `npm start` alone: a published page has none. */
  author: v.optional(v.string()),
});

export type PageData = v.InferOutput<typeof PageDataSchema>;

export const pageDataId = 'page-data';
