import { describe, expect, it } from 'vitest';
import { createPaths } from './app-paths.ts';

const resolve = (page: string, link: string) => new URL(link, page).href;

describe('createPaths', () => {
  it('leads from a challenge page back to the root of any sub-path', () => {
    const paths = createPaths('../../');
    const page = 'https://example.org/some/where/c/gc-pause-log/index.html';
    expect(resolve(page, paths.home())).toBe('https://example.org/some/where/');
    expect(resolve(page, paths.challenge('leak-hunter'))).toBe(
      'https://example.org/some/where/c/leak-hunter/',
    );
    expect(resolve(page, paths.asset('mark.svg'))).toBe('https://example.org/some/where/mark.svg');
  });

  it('leads from the root page to every other page', () => {
    const paths = createPaths('./');
    const page = 'https://example.org/';
    expect(resolve(page, paths.progress())).toBe('https://example.org/progress/');
    expect(resolve(page, paths.about())).toBe('https://example.org/about/');
    expect(resolve(page, paths.licences())).toBe('https://example.org/licences/');
  });

  it('accepts a root without its closing slash', () => {
    expect(createPaths('..').home()).toBe('../');
  });

  it('keeps an asset inside the root whatever slashes it begins with', () => {
    expect(createPaths('../../').asset('/content/a.json')).toBe('../../content/a.json');
    expect(createPaths('./').asset('./mark.svg')).toBe('./mark.svg');
  });
});
