/** The frame of a statement: what the code tells is filled in, the rest is marked as still to be written. */
import type { PythonProject } from './python-project.ts';

export function writeStatement(title: string, { code, readme }: PythonProject): string {
  const tasks = code.flatMap(({ path, module }) =>
    module.offers.map(({ signature, doc }) => {
      const words = doc === '' ? 'TODO(author): what it has to do, with an example.' : doc;
      return `\`${signature}\` in \`${path}\`: ${words}`;
    }),
  );
  const story = readme
    .trim()
    .replace(/^# .*\n/, '')
    .trim();
  return `${[
    `# ${title}`,
    story === '' ? 'TODO(author): a short story. Who has the problem, and why does it matter?' : story,
    '## What you have to know',
    'TODO(author): only what is needed to solve it.',
    '## Your tasks',
    tasks.map((task, at) => `${at + 1}. ${task}`).join('\n') || '1. TODO(author): the first task.',
    '## Example',
    '```python\n# TODO(author): an example that is not in the tests\n```',
  ].join('\n\n')}\n`;
}
