import axe from 'axe-core';

/**
 * What axe-core finds wrong on the page, for tests. Colours are not looked at: the test page has no layout.
 * @returns one line for each problem
 */
export async function findAccessibilityProblems(): Promise<readonly string[]> {
  const { violations } = await axe.run(document, {
    rules: {
      'color-contrast': { enabled: false },
      'document-title': { enabled: false },
      'html-has-lang': { enabled: false },
    },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
