// What did not pass, read from the suites' reports: a log that is cut at its top still says it at its end.
import path from 'node:path';

const linesShown = 15;

/** @returns {string[]} one text for each failed test of a report by vitest's json reporter: its name, and why */
export function failedInVitest(report, root) {
  return report.testResults.flatMap((file) => {
    const where = path.relative(root, file.name);
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    const texts = failed.map((test) =>
      text(`${where} > ${test.fullName}`, (test.failureMessages ?? []).join('\n')),
    );
    // A file that could not be loaded has no test that failed.
    if (texts.length === 0 && file.status === 'failed') texts.push(text(where, file.message ?? ''));
    return texts;
  });
}

/** @returns {string[]} one text for each failed test of a JUnit file as pytest writes it: its name, and why */
export function failedInJunit(xml) {
  return [...xml.matchAll(/<testcase ([^>]*[^/])>\s*<(?:failure|error)\b([^>]*)>/g)].map(
    ([, test, failure]) =>
      text(`${attribute(test, 'classname')}::${attribute(test, 'name')}`, attribute(failure, 'message')),
  );
}

function text(name, why) {
  const lines = why.trimEnd().split('\n');
  const shown = lines.slice(0, linesShown);
  if (lines.length > shown.length) shown.push(`… ${lines.length - shown.length} more lines above`);
  return [name, ...shown.map((line) => `    ${line}`.trimEnd())].join('\n');
}

function attribute(tag, name) {
  const raw = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  const named = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return raw.replace(/&(?:#(\d+)|(lt|gt|quot|apos|amp));/g, (_, code, entity) =>
    code === undefined ? named[entity] : String.fromCodePoint(Number(code)),
  );
}
