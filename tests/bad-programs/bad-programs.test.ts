/** Every bad program gets its ending, its sentence, and a successor that knows nothing of it. In Chromium. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { badPrograms } from './all-programs.ts';
import { openProgramPage, type ProgramPage } from './open-page.ts';

let page: ProgramPage;

beforeAll(async () => {
  page = await openProgramPage();
});

afterAll(() => page?.close());

test.each(badPrograms)('$name', async (program) => {
  const { problems, sentence } = await page.run(program);
  expect(problems, sentence).toEqual([]);
});
