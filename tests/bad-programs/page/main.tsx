/**
 * A page with the product's sandbox and its results pane, for programs that go wrong: what is measured is what a
 * learner's page would have done, drawing included.
 */
import '../../../src/ui/styles.css';
import { createRoot } from 'react-dom/client';
import type { Challenge } from '../../../src/domain/challenge.ts';
import type { RunRequest } from '../../../src/domain/run-request.ts';
import {
  idleRun,
  isFailing,
  type RunAction,
  type RunState,
  reduceRun,
} from '../../../src/domain/run-state.ts';
import { toVerdict } from '../../../src/domain/verdict.ts';
import { ResultsPane } from '../../../src/features/results/ResultsPane.tsx';
import { createResultsStore } from '../../../src/features/results/results-store.ts';
import { createBrowserSandbox } from '../../../src/sandbox/host/browser-sandbox.ts';
import { watchStalls } from '../../attacks/page/stalls.ts';
import type { Shown } from '../bad-program.ts';

declare global {
  interface Window {
    /** Runs a program as a click on Run would, and tells what the pane shows in the end. */
    showRun(request: RunRequest): Promise<Shown>;
  }
}

const challenge: Challenge = {
  slug: 'sample',
  title: 'Sample',
  summary: '',
  track: 'sample',
  order: 1,
  difficulty: 1,
  minutes: 20,
  kind: 'write',
  concepts: [],
  needs: [],
  version: 1,
  draft: false,
  goal: '',
  translations: [],
  prerequisites: [],
  unlocks: [],
  assumes: [],
  packages: [],
  sources: [],
  timeoutSeconds: 10,
  memoryMb: null,
  keepGc: false,
  seeds: [],
  processes: 0,
  without: {},
  statementHtml: '',
  hintsHtml: [],
  explanationHtml: '',
  starter: [],
  solution: [],
  visibleTests: [],
  hiddenTests: [],
  shownAssets: [],
  assets: [],
  mutants: [],
};

const nothing = () => undefined;
const sandbox = createBrowserSandbox(document, new URL('/interpreter/manifest.json', location.href).href);
const store = createResultsStore();
const pane = document.createElement('div');
document.body.append(pane);
const root = createRoot(pane);
let state: RunState = idleRun;
let nextRun = 1;

function show(): void {
  root.render(
    <ResultsPane
      run={state}
      challenge={challenge}
      progress={null}
      store={store}
      isReadOnly={false}
      onGoToLine={Object.assign(nothing, { canOpen: () => false })}
      onRun={nothing}
      onSubmit={nothing}
      onStop={nothing}
      onReplay={nothing}
      onReadTests={nothing}
      bootProgress={null}
      afterSolving={null}
      crossing={null}
    />,
  );
}

window.showRun = async (request) => {
  const runId = String(nextRun);
  nextRun += 1;
  const tell = (action: RunAction) => {
    state = reduceRun(state, action);
    show();
  };
  let stalls = watchStalls();
  let startedAt = performance.now();
  store.show(null);
  tell({ type: 'requested', runId, mode: request.mode });
  const ending = await sandbox.run(request, {
    signal: new AbortController().signal,
    onEvent: (event) => tell({ type: 'event-received', runId, event }),
    onStart: () => {
      stalls.stop();
      stalls = watchStalls();
      startedAt = performance.now();
      tell({ type: 'started', runId, at: Date.now() });
    },
  });
  const ms = performance.now() - startedAt;
  const verdict = toVerdict(ending);
  tell({ type: 'ended', runId, verdict, seconds: ms / 1000 });
  // As the challenge page does: the first test that fails is open.
  if (state.kind === 'ended') store.show(state.tests.find(isFailing)?.id ?? null);
  await afterPaint();
  return {
    verdict: verdict.kind,
    cause: verdict.kind === 'crashed' ? verdict.cause : null,
    sentence: pane.querySelector('.results__live')?.textContent?.trim() ?? '',
    text: (pane.textContent ?? '').slice(0, 20_000),
    ms: Math.round(ms),
    stallMs: stalls.stop(),
  };
};

function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
