/** What axe-core finds against WCAG 2.2 AA on a page of a real browser, colours included. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

interface AxeWindow {
  readonly axe: {
    run(
      options: object,
    ): Promise<{ violations: readonly { id: string; nodes: readonly { target: unknown }[] }[] }>;
  };
}

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** The page's context has to bypass its policy, which forbids the eval that the checker needs. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as AxeWindow).axe.run({
      iframes: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map((node) => node.target))}`);
}
