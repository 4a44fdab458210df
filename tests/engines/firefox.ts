/** Firefox, through WebDriver BiDi, which it speaks itself. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import WebSocket from 'ws';
import { findProgram, startChild } from './child.ts';
import { fromAnswer, type PageDriver, toExpression } from './driver.ts';

/** Nothing of its own that would ask the network, or the person in front of it. */
const preferences: Readonly<Record<string, boolean | number | string>> = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.disable_beforeunload': true,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
};

export function findFirefox(): string | null {
  return findProgram(['firefox-esr', 'firefox']);
}

export async function openFirefox(): Promise<PageDriver> {
  const program = findFirefox();
  if (program === null) throw new Error('Firefox is not installed.');
  const profile = await mkdtemp(path.join(tmpdir(), 'firefox-'));
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(path.join(profile, 'user.js'), lines.join('\n'));
  const child = startChild(
    program,
    [
      '--headless',
      '--no-remote',
      '--remote-debugging-port=0',
      '--profile',
      profile,
      '--width=1440',
      '--height=900',
    ],
    { HOME: profile, MOZ_DISABLE_AUTO_SAFE_MODE: '1' },
  );
  const close = async () => {
    await child.end();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const [, address = ''] = await child.says(/WebDriver BiDi listening on (ws:\S+)/);
    const session = await BidiSession.open(`${address}/session`);
    const { capabilities } = (await session.send('session.new', {
      capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'dismiss' } } },
    })) as {
      capabilities: { browserVersion: string };
    };
    const { context } = (await session.send('browsingContext.create', { type: 'tab' })) as {
      context: string;
    };
    return {
      engine: `Firefox ${capabilities.browserVersion}`,
      async open(url) {
        await session.send('browsingContext.navigate', { context, url, wait: 'complete' });
      },
      async evaluate(inPage, argument) {
        const answer = (await session.send('script.evaluate', {
          expression: toExpression(inPage as never, argument),
          target: { context },
          awaitPromise: true,
        })) as ScriptAnswer;
        if (answer.type !== 'success') throw new Error(answer.exceptionDetails.text);
        return fromAnswer(answer.result.value) as never;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

type ScriptAnswer =
  | { readonly type: 'success'; readonly result: { readonly value: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** Commands and their answers over one socket. */
class BidiSession {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  #next = 1;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#hear(String(data)));
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values())
        reject(new Error('Firefox has closed the connection.'));
    });
  }

  static open(address: string): Promise<BidiSession> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(address, { maxPayload: 2 ** 28 });
      socket.once('open', () => resolve(new BidiSession(socket)));
      socket.once('error', reject);
    });
  }

  send(method: string, params: object): Promise<unknown> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  #hear(text: string): void {
    const message = JSON.parse(text) as { id?: number; type: string; result?: unknown; message?: string };
    const waiting = message.id === undefined ? undefined : this.#waiting.get(message.id);
    if (waiting === undefined || message.id === undefined) return;
    this.#waiting.delete(message.id);
    if (message.type === 'success') waiting.resolve(message.result);
    else waiting.reject(new Error(message.message ?? 'Firefox refused a command.'));
  }
}
