/** A browser page with the gate in it, for the suites that talk to the real sandbox. */
import type { Browser, Page } from 'playwright-core';
import type { GateResult, ProgramResult } from '../../authoring/gate-page/gate-run.ts';
import { launchChromium } from '../../authoring/runtime/chromium.ts';
import type { ProgramRequest } from '../../src/domain/program-request.ts';
import type { RunRequest } from '../../src/domain/run-request.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { toVerdict } from '../../src/domain/verdict.ts';
import { type GateServer, startGateServer } from './gate-server.ts';

export interface GateSession {
  readonly server: GateServer;
  readonly page: Page;
  run(request: RunRequest): Promise<GateResult>;
  verdict(request: RunRequest): Promise<Verdict>;
  /** Presses Stop as soon as the interpreter has begun the first test. */
  stopWhenStarted(request: RunRequest): Promise<GateResult>;
  runProgram(request: ProgramRequest, lines?: readonly (string | null)[]): Promise<ProgramResult>;
  stopProgramAt(request: ProgramRequest, text: string): Promise<ProgramResult>;
  /** Presses Stop as soon as one test has ended. */
  stopAfterFirstTest(request: RunRequest): Promise<GateResult>;
  close(): Promise<void>;
}

export async function openGate(isIsolated: boolean): Promise<GateSession> {
  const server = await startGateServer(isIsolated);
  const browser: Browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(server.url);

  const run = (request: RunRequest) => page.evaluate((asked) => window.gate.run(asked), request);
  return {
    server,
    page,
    run,
    verdict: async (request) => toVerdict((await run(request)).ending),
    stopWhenStarted: (request) =>
      page.evaluate(async (asked) => {
        const begun = window.gate.start(asked);
        await begun.started;
        begun.stop();
        return begun.result;
      }, request),
    runProgram: (request, lines = []) =>
      page.evaluate(([asked, typed]) => window.gate.runProgram(asked, typed), [request, lines] as const),
    stopProgramAt: (request, text) =>
      page.evaluate(([asked, mark]) => window.gate.stopProgramAt(asked, mark), [request, text] as const),
    stopAfterFirstTest: (request) =>
      page.evaluate((asked) => {
        const begun = window.gate.start(asked, (event) => {
          if (event.type === 'finished') begun.stop();
        });
        return begun.result;
      }, request),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
