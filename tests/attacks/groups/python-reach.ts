/** Python that tries to reach the network, the page, or a wider JavaScript. */
import type { Attack, AttackGroup, Stage } from '../attack.ts';
import { judgeAttempts, judgeSilence, listAttacks, withPrefix } from '../attack.ts';
import { pythonRequest, readHostile } from '../requests.ts';

const group = 'Python';
const attempts = listAttacks(group, 'py', 'refused; nothing reaches a server', [
  'urllib-home',
  'urllib-stranger',
  'http-client',
  'raw-socket',
  'c-socket',
  'datagram',
  'name-lookup',
  'asyncio-streams',
  'ftp',
  'mail',
  'browser',
  'shell',
  'subprocess',
  'other-pyodide-clients',
  'import-js',
  'import-pyodide-js',
  'js-finder',
  'run-js',
  'run-js-expression',
  'function-of-list',
  'function-of-proxy',
  'stack-frames-of-javascript',
  'constructors-of-every-proxy',
  'core-module',
  'register-module',
  'package-loader',
  'micropip',
  'environment',
  'host-files',
  'devices',
  'fork',
  'signals-to-others',
]);
/** What takes the interpreter with it, or all the time there is, has a run of its own. */
const alone = listAttacks(group, 'py', 'refused, or the interpreter ends; nothing reaches a server', [
  'walk-every-proxy',
  'emscripten-script',
  'side-module',
]);
const silence = {
  id: 'py-silence',
  group,
  attack: 'all of these together',
  expected: 'no request, no connection, no datagram',
};

const tests = 'from solution import reach_out\n\ndef test_two():\n    reach_out()\n';

async function attempt(stage: Stage, chosen: readonly Attack[]): Promise<Attempts> {
  const { driver, servers } = stage;
  const names = chosen.map(({ id }) => id.replace(/^py-/, ''));
  const request = pythonRequest(await readHostile('reach_out.py'), servers.site, {
    tests,
    seconds: 120,
    files: [{ path: 'chosen.json', text: JSON.stringify({ names, secretFile: stage.secretFile }) }],
  });
  const { ending, stallMs } = await driver.evaluate((asked) => window.attacks.python(asked), request);
  const output = ending.kind === 'reported' ? (ending.report.tests[0]?.stdout.text ?? '') : '';
  if (output === '') {
    const raw = 'raw' in ending ? ending.raw : '';
    const said = `refused: the interpreter ended: ${ending.kind} ${raw.slice(0, 120)}`;
    return { said: Object.fromEntries(chosen.map(({ id }) => [id, said])), stallMs };
  }
  return {
    said: withPrefix('py', Object.fromEntries(output.split('\n').map((line) => line.split('\t')))),
    stallMs,
  };
}

interface Attempts {
  readonly said: Readonly<Record<string, string>>;
  readonly stallMs: number;
}

export const pythonReach: AttackGroup = {
  attacks: [...attempts, ...alone, silence],
  async run(stage) {
    stage.servers.takeHits();
    const together = await attempt(stage, attempts);
    const said: Record<string, string> = {};
    for (const attack of alone) Object.assign(said, (await attempt(stage, [attack])).said);
    const hits = stage.servers.takeHits();
    return [
      ...judgeAttempts(attempts, hasEnded(together.said) ? {} : together.said, hits, together.stallMs),
      ...judgeAttempts(alone, said, hits),
      judgeSilence(silence.id, hits),
    ];
  },
};

/** Attacks that are made together have to outlive each other, or some were never made. */
function hasEnded(said: Readonly<Record<string, string>>): boolean {
  return Object.values(said)[0]?.startsWith('refused: the interpreter ended') ?? true;
}
