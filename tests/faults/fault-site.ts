/** The built site for the fault harness. The interpreter is left out: what is under test is the learner's work. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { serve } from '../../scripts/setup/serve.mjs';

export interface FaultSite {
  readonly url: string;
  close(): Promise<void>;
}

export async function openFaultSite(): Promise<FaultSite> {
  return serve({
    root: path.resolve('dist'),
    port: 0,
    answerFirst: ({ path, response }) => {
      if (!path.endsWith('.bin')) return false;
      response.writeHead(503).end();
      return true;
    },
  });
}

export const slug = 'min-with-key';

/** Opens the challenge, with the caret on an empty line at its end. */
export async function openEditor(page: Page, url: string): Promise<void> {
  page.setDefaultTimeout(60_000);
  await page.goto(`${url}c/${slug}/`, { timeout: 30_000 });
  await page
    .locator('.monaco-editor textarea, .monaco-editor .native-edit-context')
    .first()
    .waitFor({ state: 'attached' });
  await focusEnd(page);
}

export async function focusEnd(page: Page): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+End');
}

export function seesSaved(page: Page): Promise<void> {
  return page.locator('.foot').getByText('Saved', { exact: true }).waitFor();
}
