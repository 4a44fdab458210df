/**
 * Tries the site in every engine that this machine has, and prints what came of it:
 * `npm run test:engines -- [--engine NAME] [--only WORDS] [--json FILE] [--record]`. `--record` writes the table into
 * docs/browsers.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '../../scripts/setup/serve.mjs';
import type { Capability, EngineCapabilities } from '../../src/domain/capabilities.ts';
import type { PageDriver } from './driver.ts';
import { type Engine, listEngines } from './engines.ts';
import { type Row, renderTable, writeTable } from './table.ts';
import { type Trial, trials } from './trials.ts';
import { Visitor } from './visitor.ts';

const { values } = parseArgs({
  options: {
    engine: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'string' },
    record: { type: 'boolean', default: false },
  },
});
const rows: Row[] = [];

for (const engine of listEngines()) {
  if (values.engine !== undefined && values.engine !== engine.name) continue;
  if (engine.missing !== null) {
    process.stdout.write(`${engine.name}: skipped, ${engine.missing}\n`);
    rows.push({ engine: engine.name, version: null, trial: '', outcome: 'skipped', note: engine.missing });
    continue;
  }
  for (const trial of trials) {
    if (values.only !== undefined && !trial.name.includes(values.only)) continue;
    const row = await attempt(engine, trial);
    rows.push(row);
    const note = row.note === '' ? '' : `: ${row.note}`;
    process.stdout.write(`${row.outcome.padEnd(9)} ${row.version ?? engine.name} · ${trial.name}${note}\n`);
  }
}

process.stdout.write(`\n${renderTable(rows)}\n`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 1)}\n`);
if (values.record) {
  const file = 'docs/browsers.md';
  writeFileSync(file, writeTable(readFileSync(file, 'utf8'), rows, new Date().toISOString().slice(0, 10)));
}
const count = (outcome: Row['outcome']) => rows.filter((row) => row.outcome === outcome).length;
const said = count('said so');
process.stdout.write(
  `\n${count('passed') + said} passed, ${count('failed')} failed, ${count('skipped')} skipped` +
    `${said > 0 ? ` (${said} where the engine cannot, and the page says so)` : ''}\n`,
);
process.exit(count('failed') === 0 ? 0 : 1);

/** Each trial has a browser, a profile and a host of its own. */
async function attempt(engine: Engine, trial: Trial): Promise<Row> {
  const base = '/some/path/';
  const server = await serve({
    root: path.resolve('dist'),
    port: 0,
    headers: trial.headers,
    base: trial.headers ? '/' : base,
    answerFirst: ({ path: wanted, response }) => {
      if (trial.needs === undefined || !/^content\/min-with-key\./.test(wanted)) return false;
      // No challenge need exist that needs just this: the one under trial is made to.
      const text = readFileSync(path.join('dist', wanted), 'utf8').replace(
        '"needs":[]',
        `"needs":["${trial.needs}"]`,
      );
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(text);
      return true;
    },
  });
  let driver: PageDriver | null = null;
  const row = (outcome: Row['outcome'], note = ''): Row => ({
    engine: engine.name,
    version: driver?.engine ?? null,
    trial: trial.name,
    outcome,
    note,
  });
  try {
    driver = await engine.open();
    const visitor = new Visitor(driver, server.url);
    const missing = await findMissing(visitor, trial.rests);
    if (missing.length > 0 && trial.explain !== undefined) {
      await trial.explain(visitor);
      return row('said so', `no ${missing.join(', ')}; the error says why`);
    }
    if (missing.length === 0 || trial.needs === undefined) {
      await trial.run(visitor, { goDown: () => server.close() });
      return row('passed');
    }
    await driver.open(`${server.url}c/min-with-key/`);
    await visitor.sees(`This challenge needs ${trial.needs}, which this browser cannot give it`);
    await visitor.sees('Read only in this browser');
    return row('said so', `no ${missing.join(', ')}; the page says so beforehand`);
  } catch (error) {
    return row('failed', error instanceof Error ? error.message : String(error));
  } finally {
    await driver?.close().catch(() => undefined);
    await server.close();
  }
}

async function findMissing(visitor: Visitor, rests: readonly Capability[]): Promise<readonly Capability[]> {
  await visitor.driver.open(`${visitor.url}about/`);
  const has: EngineCapabilities = await visitor.driver.evaluate(
    () => ({
      sharedMemory: crossOriginIsolated && typeof SharedArrayBuffer === 'function',
      stackSwitching: 'Suspending' in WebAssembly && 'promising' in WebAssembly,
    }),
    null,
  );
  return rests.filter((capability) => !has[capability]);
}
