/**
 * Puts the product's own sandbox into the hands of a driver (gate, parity, browser tests). Never published.
 * `?parallel=2` works with two sandboxes at a time; further runs wait for a free one. `?hash-seed=7` gives Python that
 * hash seed.
 */
import type { ProgramEvent } from '../../src/domain/program-report.ts';
import type { ProgramRequest } from '../../src/domain/program-request.ts';
import type { RunEvent } from '../../src/domain/report.ts';
import type { RunRequest } from '../../src/domain/run-request.ts';
import { createBrowserSandbox } from '../../src/sandbox/host/browser-sandbox.ts';
import type { BootStep, Sandbox } from '../../src/sandbox/sandbox.ts';
import type { GateResult, GateRun, ProgramResult } from './gate-run.ts';
import { watchRun } from './watch.ts';

const parameters = new URLSearchParams(location.search);
const parallel = Number(parameters.get('parallel') ?? 1);
const hashSeed = Number(parameters.get('hash-seed') ?? 0);
const manifestUrl = new URL('/interpreter/manifest.json', location.href).href;
const sandboxes = Array.from({ length: parallel }, () =>
  createBrowserSandbox(document, manifestUrl, null, hashSeed),
);
const free = [...sandboxes];
const steps: BootStep[] = [];
const queue: ((sandbox: Sandbox) => void)[] = [];

window.gate = {
  run: (request) => start(request).result,
  start,
  watch: (request, idleSeconds) => watchRun((onEvent) => start(request, onEvent), idleSeconds),
  runProgram: (request, lines = []) => runProgram(request, lines, null),
  stopProgramAt: (request, text) => runProgram(request, [], text),
  states: () => sandboxes.map((sandbox) => sandbox.getState()),
  prepare: async (packages, processes = 0) => {
    await Promise.all(sandboxes.map((sandbox) => prepare(sandbox, packages, processes)));
  },
  takeSteps: () => steps.splice(0),
};

for (const sandbox of sandboxes) {
  let last: BootStep | null = null;
  sandbox.subscribe(() => {
    const state = sandbox.getState();
    const step = state.kind === 'booting' ? state.step : null;
    if (step !== null && step !== last) steps.push(step);
    last = step;
  });
}

function start(request: RunRequest, onEvent: (event: RunEvent) => void = () => {}): GateRun {
  const abort = new AbortController();
  const events: RunEvent[] = [];
  let startedAt: number | null = null;
  let announce = () => {};
  const started = new Promise<void>((resolve) => {
    announce = resolve;
  });

  async function perform(): Promise<GateResult> {
    const sandbox = free.shift() ?? (await waitForFree());
    try {
      const ending = await sandbox.run(request, {
        signal: abort.signal,
        onEvent: (event) => {
          events.push(event);
          onEvent(event);
        },
        onStart: () => {
          startedAt = performance.now();
          announce();
        },
      });
      return { ending, events, ms: startedAt === null ? null : performance.now() - startedAt };
    } finally {
      giveBack(sandbox);
    }
  }
  return { started, result: perform(), stop: () => abort.abort() };
}

async function runProgram(
  request: ProgramRequest,
  lines: readonly (string | null)[],
  stopAt: string | null,
): Promise<ProgramResult> {
  const sandbox = free.shift() ?? (await waitForFree());
  const abort = new AbortController();
  const events: ProgramEvent[] = [];
  let printed = '';
  let asked = 0;
  try {
    const ending = await sandbox.runProgram(request, {
      signal: abort.signal,
      onEvent: (event) => {
        events.push(event);
        printed += event.text;
        if (stopAt !== null && printed.includes(stopAt)) abort.abort();
      },
      onInputWanted: (answer) => {
        const line = lines[asked];
        asked += 1;
        if (line === undefined) abort.abort();
        else answer(line);
      },
    });
    return { ending, events, asked };
  } finally {
    giveBack(sandbox);
  }
}

function waitForFree(): Promise<Sandbox> {
  return new Promise((resolve) => queue.push(resolve));
}

function giveBack(sandbox: Sandbox): void {
  const next = queue.shift();
  if (next) next(sandbox);
  else free.push(sandbox);
}

function prepare(sandbox: Sandbox, packages: readonly string[], processes: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const state = sandbox.getState();
      if (state.kind === 'ready') resolve();
      else if (state.kind === 'failed') reject(new Error(state.message));
      else return;
      unsubscribe();
    };
    const unsubscribe = sandbox.subscribe(look);
    sandbox.prepare(packages, processes);
    look();
  });
}
