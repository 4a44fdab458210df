/** A worker that speaks to the broker and the page, and means harm: forged words, floods, and silence. */
import { toVerdict } from '../../../src/domain/verdict.ts';
import type { AttackGroup, AttackOutcome, Stage } from '../attack.ts';
import { hostileRequest } from '../requests.ts';

const group = 'words of a hostile worker';
/** What one run may send to the page, whatever its worker says. A flood is a few hundred thousand. */
const mostMessages = 700;
/** The longest report that the page reads, and a little. */
const largestMessage = 17_000_000;

/** A flood takes its time on a busy machine, and has to be judged by its end. */
const generousSeconds = 60;

interface ProtocolAttack {
  readonly attack: string;
  /** The verdict: its kind, and the cause of a crash. */
  readonly verdicts: readonly string[];
  readonly processes?: number;
  /** Of the run's limit; long, but where the run has to reach it. */
  readonly seconds?: number;
}

// A worker that the learner has taken over can say `passed` about his own run: nothing can keep him from that. What it
// cannot do is speak of other tests, other runs, or so much that the page stops.
const attacks: Readonly<Record<string, ProtocolAttack>> = {
  'strange-test': {
    attack: 'a report about a test of another challenge',
    verdicts: ['crashed unreadable-report'],
  },
  'unplanned-test': {
    attack: 'a result for a test that was not planned',
    verdicts: ['crashed unreadable-report'],
  },
  'nothing-planned': { attack: 'a report of a run without tests', verdicts: ['failed'] },
  'not-json': { attack: 'script in the place of a report', verdicts: ['crashed unreadable-report'] },
  'proto-keys': { attack: 'a report that names __proto__ and constructor', verdicts: ['passed'] },
  'deep-json': { attack: 'two million nested brackets', verdicts: ['crashed unreadable-report'] },
  'wrong-types': { attack: 'a report that is no text', verdicts: ['crashed unknown'] },
  'strange-outcome': { attack: 'an outcome of an unknown kind', verdicts: ['crashed unknown'] },
  'no-outcome': { attack: 'the end without an outcome', verdicts: ['crashed unknown'] },
  'fat-outcome': { attack: '200 MB beside an outcome', verdicts: ['crashed unknown'] },
  'many-tests': { attack: 'a report of 60,000 tests', verdicts: ['passed', 'crashed unreadable-report'] },
  'huge-report': { attack: 'a report of 120 MB', verdicts: ['crashed unreadable-report'] },
  'another-run': { attack: 'ends of runs before and after this one', verdicts: ['failed'] },
  'two-ends': { attack: 'a bad end, then a good one', verdicts: ['failed'] },
  'after-the-end': { attack: 'events after the end', verdicts: ['failed'] },
  'strange-events': { attack: 'events about other tests and of no kind', verdicts: ['passed'] },
  'unknown-words': { attack: 'words that the protocol does not know', verdicts: ['passed'] },
  'event-that-is-no-text': { attack: 'an event that takes for ever to be made text', verdicts: ['passed'] },
  'flood-of-events': { attack: '400,000 events', verdicts: ['crashed unknown', 'passed'] },
  'flood-of-large-events': { attack: '270 MB of events', verdicts: ['passed'] },
  'flood-of-steps': { attack: '200,000 boot steps', verdicts: ['crashed unknown', 'passed'] },
  'fat-step': { attack: 'a boot step of 200 MB', verdicts: ['passed'] },
  'flood-of-ready': { attack: '200,000 times ready', verdicts: ['crashed unknown', 'passed'] },
  'flood-of-starts': { attack: '200,000 starts of the run', verdicts: ['crashed unknown', 'passed'] },
  'flood-of-process-words': {
    attack: '200,000 words about processes',
    verdicts: ['crashed unknown', 'passed'],
  },
  'flood-of-unknown-words': { attack: '300,000 unknown words', verdicts: ['crashed unknown', 'passed'] },
  'flood-of-default-channel': {
    attack: '200 MB over the worker’s default channel',
    verdicts: ['crashed unknown', 'passed'],
  },
  'huge-transfers': { attack: '1 GB of transferred buffers', verdicts: ['passed'] },
  'lost-in-boot-words': { attack: 'a failed boot in the middle of the run', verdicts: ['crashed unknown'] },
  'port-closed': { attack: 'closes its port', verdicts: ['timed-out'], seconds: 3 },
  'worker-closed': { attack: 'closes itself', verdicts: ['timed-out'], seconds: 3 },
  'throws-flood': { attack: '2,000 uncaught errors', verdicts: ['crashed unknown'] },
  'endless-loop': { attack: 'a loop without an end', verdicts: ['timed-out'], seconds: 3 },
  'endless-microtasks': { attack: 'microtasks without an end', verdicts: ['timed-out'], seconds: 3 },
  'endless-timers': { attack: 'timers that set two timers each', verdicts: ['timed-out'], seconds: 3 },
  'heap-of-javascript': {
    attack: '1.5 GB outside the heap of Python',
    verdicts: ['timed-out', 'crashed unknown'],
    seconds: 3,
  },
  'nested-workers-that-spin': { attack: 'six nested workers in loops', verdicts: ['timed-out'], seconds: 3 },
  'shared-cells': { attack: 'writes over the cells that it shares with the frame', verdicts: ['passed'] },
  'shared-kernel': {
    attack: 'writes over everything that processes share with the frame',
    verdicts: ['passed', 'timed-out', 'crashed frame-lost', 'crashed unknown'],
    processes: 2,
  },
  'listens-to-neighbours': { attack: 'listens to the interpreter of the next run', verdicts: ['passed'] },
};
const next = ', the next run as always';

export const protocol: AttackGroup = {
  attacks: Object.entries(attacks).map(([id, { attack, verdicts }]) => ({
    id: `word-${id}`,
    group,
    attack,
    expected: `${verdicts.join(' or ')}; at most ${mostMessages} messages, none above 17 MB; no event of a stranger${next}`,
  })),
  async run(stage) {
    const outcomes: AttackOutcome[] = [];
    for (const [mode, expected] of Object.entries(attacks)) {
      outcomes.push(await attack(stage, mode, expected));
    }
    return outcomes;
  },
};

async function attack(
  { driver, servers }: Stage,
  mode: string,
  expected: ProtocolAttack,
): Promise<AttackOutcome> {
  const run = (name: string, processes = 0, seconds = generousSeconds) =>
    driver.evaluate(
      (asked) => window.attacks.hostile(asked),
      hostileRequest(name, servers.site, processes, seconds),
    );
  const { ending, events, heard, stallMs, ms } = await run(mode, expected.processes, expected.seconds);
  const verdict = toVerdict(ending);
  const words = verdict.kind === 'crashed' ? `crashed ${verdict.cause}` : verdict.kind;
  const isPolluted = await driver.evaluate(() => 'polluted' in {}, null);
  const after = toVerdict((await run('honest')).ending).kind;

  const problems = [
    expected.verdicts.includes(words) ? null : 'not the verdict that was expected',
    heard !== null && heard.messages <= mostMessages ? null : 'a flood',
    heard !== null && heard.largest <= largestMessage ? null : 'too large a message',
    events.every((event) => event.type !== 'started' || event.id.startsWith('tests/test_sample.py'))
      ? null
      : 'an event of a stranger',
    isPolluted ? 'a polluted prototype' : null,
    after === 'passed' ? null : `the next run ${after}`,
  ].filter((problem) => problem !== null);
  const figures = `${heard?.messages} messages, largest ${heard?.largest}, ${Math.round(ms ?? 0)} ms`;
  return {
    id: `word-${mode}`,
    happened: [`${words} (${figures})`, ...problems].join('; '),
    isFine: problems.length === 0,
    stallMs,
  };
}
