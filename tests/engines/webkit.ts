/** WebKit, as WebKitGTK's own small browser, through WebDriver. The nearest to Safari that a Linux machine has. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Child, findProgram, startChild } from './child.ts';
import { fromAnswer, type PageDriver, patience, toExpression } from './driver.ts';

const browsers = ['4.1', '6.0', '4.0'].flatMap((version) =>
  ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((machine) => {
    const folder = version === '6.0' ? 'webkitgtk-6.0' : `webkit2gtk-${version}`;
    return `/usr/lib/${machine}/${folder}/MiniBrowser`;
  }),
);

/** The driver, its browser, and the screen to draw on; null unless all three are there. */
export function findWebKit(): { driver: string; browser: string; screen: string | null } | null {
  const driver = findProgram(['WebKitWebDriver']);
  const browser = browsers.find((file) => existsSync(file));
  const screen = findProgram(['Xvfb']);
  if (driver === null || browser === undefined) return null;
  if (screen === null && process.env.DISPLAY === undefined) return null;
  return { driver, browser, screen };
}

export async function openWebKit(): Promise<PageDriver> {
  const found = findWebKit();
  if (found === null) throw new Error('WebKit, its driver or a screen for it is not installed.');
  const home = await mkdtemp(path.join(tmpdir(), 'webkit-'));
  const children: Child[] = [];
  const close = async () => {
    for (const child of children.reverse()) await child.end();
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    let display = process.env.DISPLAY ?? '';
    if (found.screen !== null) {
      const screen = startChild(found.screen, [
        '-displayfd',
        '1',
        '-screen',
        '0',
        '1440x900x24',
        '-nolisten',
        'tcp',
      ]);
      children.push(screen);
      const [, number = ''] = await screen.says(/^(\d+)\s*$/m);
      display = `:${number}`;
    }
    const port = await findFreePort();
    const driver = startChild(found.driver, [`--port=${port}`, '--host=127.0.0.1'], {
      DISPLAY: display,
      HOME: home,
      XDG_DATA_HOME: home,
      XDG_CACHE_HOME: home,
      XDG_CONFIG_HOME: home,
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      NO_AT_BRIDGE: '1',
    });
    children.push(driver);
    const session = await WebDriverSession.open(`http://127.0.0.1:${port}`, found.browser);
    return {
      engine: session.engine,
      open: (url) => session.navigate(url),
      evaluate: async (inPage, argument) =>
        fromAnswer(await session.evaluate(toExpression(inPage as never, argument))) as never,
      async close() {
        await session.end().catch(() => undefined);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

class WebDriverSession {
  readonly #url: string;
  readonly engine: string;

  private constructor(url: string, engine: string) {
    this.#url = url;
    this.engine = engine;
  }

  static async open(driver: string, binary: string): Promise<WebDriverSession> {
    const capabilities = {
      alwaysMatch: {
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
        timeouts: { script: patience, pageLoad: patience, implicit: 0 },
        unhandledPromptBehavior: 'accept',
      },
    };
    const { sessionId, capabilities: given } = (await whenUp(() =>
      ask(`${driver}/session`, 'POST', { capabilities }),
    )) as {
      sessionId: string;
      capabilities: { browserVersion?: string };
    };
    return new WebDriverSession(`${driver}/session/${sessionId}`, `WebKitGTK ${given.browserVersion ?? ''}`);
  }

  async navigate(url: string): Promise<void> {
    await ask(`${this.#url}/url`, 'POST', { url });
  }

  /** @returns the JSON text that the expression promises */
  async evaluate(expression: string): Promise<string> {
    const script = `const done = arguments[0]; ${expression}.then((text) => done({ text }), (error) => done({ error: String(error) }));`;
    const answer = (await ask(`${this.#url}/execute/async`, 'POST', { script, args: [] })) as {
      text?: string;
      error?: string;
    };
    if (answer.text === undefined) throw new Error(answer.error ?? 'WebKit gave no answer.');
    return answer.text;
  }

  async end(): Promise<void> {
    await ask(this.#url, 'DELETE');
  }
}

async function ask(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`WebKitWebDriver: ${JSON.stringify(value).slice(0, 500)}`);
  return value;
}

/** The driver opens its port a moment after it has started, and says nothing about it. */
async function whenUp<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isRefused = error instanceof TypeError;
      if (!isRefused || attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
