/** Whether the solution's own tests print more than anybody is shown. */
import type { Report } from '../../src/domain/report.ts';

/** @returns a sentence for each test whose output was cut */
export function explainOutput(report: Report): readonly string[] {
  return report.tests.flatMap(({ id, stdout, stderr }) => {
    if (stdout.dropped + stderr.dropped === 0) return [];
    const total = (stdout.total + stderr.total).toLocaleString('en');
    return [
      `With the solution, ${id} prints ${total} characters, and learners see only the first of them. Print less.`,
    ];
  });
}
