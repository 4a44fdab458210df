/** Fetches what a page needs of the content, lazily. The files come from our own build, so types are trusted. */
import * as v from 'valibot';
import type { Catalog, Challenge } from '../domain/challenge.ts';
import type { Guide } from '../domain/guide.ts';
import { type PageData, PageDataSchema, pageDataId } from './page-data.ts';

/** @throws Error when the page was not made by this app's build. */
export function readPageData(document: Document): PageData {
  const text = document.getElementById(pageDataId)?.textContent;
  return v.parse(PageDataSchema, JSON.parse(text ?? 'null'));
}

export function loadCatalog(data: PageData): Promise<Catalog> {
  return loadJson<Catalog>(data.root + data.catalog);
}

export function loadChallenge(data: PageData): Promise<Challenge> {
  return loadJson<Challenge>(data.root + (data.challenge ?? ''));
}

export function loadGuide(data: PageData): Promise<Guide> {
  return loadJson<Guide>(data.root + (data.guide ?? ''));
}

/** @throws Error with a sentence for the learner. */
async function loadJson<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) {
    throw new Error(
      `This page could not load one of its files (${path}, ${response.status}). Reload to try again.`,
    );
  }
  return (await response.json()) as T;
}
