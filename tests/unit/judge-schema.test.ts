/** The judge's golden reports and events, recorded by Python, fit the schemas of the border. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseReport, parseRunEvent, ReportSchema, RunEventSchema } from '../../src/domain/report.ts';

const golden = path.resolve(import.meta.dirname, '../../python/tests/golden');

interface Recorded {
  readonly report: Record<string, unknown>;
  readonly fullEvents?: readonly unknown[];
}

const cases = readdirSync(golden)
  .filter((name) => existsSync(path.join(golden, name, 'expected.json')))
  .map((name): [string, Recorded] => [
    name,
    JSON.parse(readFileSync(path.join(golden, name, 'expected.json'), 'utf8')),
  ]);

describe('golden reports', () => {
  it('are there', () => {
    expect(cases.length).toBeGreaterThanOrEqual(20);
  });

  it.each(cases)('%s parses, and no key is unknown to the schema', (_name, recorded) => {
    const parsed = parseReport(JSON.stringify(recorded.report));
    expect(parsed).toMatchObject({ ok: true });
    // The schema drops what it does not know: the round trip shows it.
    expect(v.parse(ReportSchema, recorded.report)).toEqual(recorded.report);
  });

  it('show every kind of event', () => {
    const events = cases.flatMap(([, recorded]) => recorded.fullEvents ?? []);
    const types = events.map((event) => {
      expect(parseRunEvent(JSON.stringify(event))).toMatchObject({ ok: true });
      expect(v.parse(RunEventSchema, event)).toEqual(event);
      return v.parse(RunEventSchema, event).type;
    });
    expect(new Set(types)).toEqual(new Set(['planned', 'started', 'finished', 'collection-failed']));
  });
});
