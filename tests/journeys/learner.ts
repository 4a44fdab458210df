/** A learner at the keyboard: opens the built site in a real browser and does what people do. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchChromium } from '../../authoring/runtime/chromium.ts';
import { serve } from '../../scripts/setup/serve.mjs';

/** Long enough for a busy machine; every wait ends with an event, not with this. */
const patience = 45_000;

export interface SiteOptions {
  /** Whether the host sends the isolation headers. */
  readonly headers?: boolean;
  readonly base?: string;
  /** Absolute folder of the site; the one that was built, without it. */
  readonly root?: string;
}

export interface Site {
  readonly url: string;
  /** Opens a profile of its own; everything it asks of the network is written down. */
  visit(options?: BrowserContextOptions): Promise<Learner>;
  close(): Promise<void>;
}

export async function openSite(options: SiteOptions = {}): Promise<Site> {
  const { headers = true, base = '/', root = `${process.cwd()}/dist` } = options;
  const server = await serve({ root, port: 0, headers, base });
  const browser: Browser = await launchChromium();
  return {
    url: server.url,
    visit: (options) => newLearner(browser, server.url, options),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** A learner with a profile of its own at a site. */
export async function newLearner(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Learner> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return new Learner(url, context, await context.newPage());
}

export class Learner {
  readonly requests: string[] = [];
  private readonly said: string[] = [];
  readonly url: string;
  readonly context: BrowserContext;
  readonly page: Page;

  constructor(url: string, context: BrowserContext, page: Page) {
    this.url = url;
    this.context = context;
    this.page = page;
    page.setDefaultTimeout(patience);
    page.on('console', (message) => this.said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.said.push(`error: ${error.message}`));
    context.on('request', (request) => this.requests.push(request.url()));
  }

  async open(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.url).href);
  }

  /** Opens a challenge and waits until its editor can be typed into. */
  async openChallenge(slug: string): Promise<void> {
    await this.open(`c/${slug}/`);
    await this.page
      .locator('.monaco-editor textarea, .monaco-editor .native-edit-context')
      .first()
      .waitFor({ state: 'attached' });
  }

  /** A second tab of the same profile. */
  async openTab(): Promise<Learner> {
    return new Learner(this.url, this.context, await this.context.newPage());
  }

  async replaceCode(text: string): Promise<void> {
    await this.page.locator('.monaco-editor .view-lines').first().click();
    await this.page.keyboard.press('Control+A');
    // Pasted, not typed: an editor that indents would add to what is indented already.
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press('Control+V');
  }

  /** Types where the caret is. */
  async type(text: string): Promise<void> {
    await this.page.locator('.monaco-editor .view-lines').first().click();
    await this.page.keyboard.insertText(text);
  }

  /** What the editor shows, with ordinary spaces. */
  async text(): Promise<string> {
    const shown = await this.page.locator('.monaco-editor .view-lines').first().textContent();
    return (shown ?? '').replaceAll('\u00a0', ' ');
  }

  async run(): Promise<void> {
    await this.page.getByRole('button', { name: /^Run/ }).first().click();
  }

  async submit(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+Enter');
  }

  async seesVerdict(sentence: string | RegExp): Promise<void> {
    const verdict = this.page.getByRole('status').filter({ hasText: sentence }).first();
    await verdict.waitFor({ state: 'attached' }).catch(async (reason: unknown) => {
      throw new Error(`No verdict "${sentence}". The page says:\n${await this.everythingSaid()}`, {
        cause: reason,
      });
    });
  }

  /** What the page says in its statuses and buttons, and what it wrote to the console. */
  private async everythingSaid(): Promise<string> {
    const shown = await this.page
      .locator('[role=status], [role=alert], button')
      .evaluateAll((nodes) =>
        nodes.map(
          (node) =>
            `${node.tagName} ${node.textContent?.trim()} ${node.matches(':disabled') ? '(disabled)' : ''}`,
        ),
      );
    return [...shown, ...this.said, ...this.page.workers().map((w) => w.url())].join('\n');
  }

  /** What was typed is kept. */
  async seesSaved(): Promise<void> {
    await this.page
      .getByText(/^Saved/)
      .first()
      .waitFor();
  }

  /** The interpreter is up. */
  async seesPython(): Promise<void> {
    await this.page
      .getByText(/^Python [\d.]+ ready/)
      .first()
      .waitFor();
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  expectNoOtherOrigin(): void {
    const { origin } = new URL(this.url);
    const strangers = this.requests.filter(
      (url) => !/^(data|blob):/.test(url) && new URL(url).origin !== origin,
    );
    expect(strangers).toEqual([]);
    expect(this.requests.length).toBeGreaterThan(0);
  }
}

export function solutionOf(slug: string): string {
  return readFileSync(`challenges/${slug}/solution.py`, 'utf8');
}
