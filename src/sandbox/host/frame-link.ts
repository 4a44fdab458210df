/** The opaque-origin frame as the page holds it: an element, a policy, and one port. */
import { trustedNames, trustHtml } from '../../domain/trusted-text.ts';
import type { FrameCommand, WorkerUrlKind } from '../protocol.ts';
import type { Clock } from './clock.ts';

export interface FrameLink {
  post(command: FrameCommand, transfer?: readonly Transferable[]): void;
  /** Only the last listener hears. What comes is not parsed yet. */
  listen(onData: (data: unknown) => void): void;
  close(): void;
}

export interface FrameBoot {
  readonly boot: string;
  /** Base64. */
  readonly sha256: string;
}

/** Rejects when the frame does not answer. */
export type OpenFrame = (boot: FrameBoot, workerUrl: WorkerUrlKind) => Promise<FrameLink>;

const handshakeMs = 20_000;

/** Inside the frame's document nothing but our boot script could run, and it is named by its hash. */
const trusted = trustHtml(globalThis, trustedNames.frame, (html) => html);

/** Makes frames at the end of the document's body, out of sight. */
export function createFrameOpener(page: Document, clock: Clock): OpenFrame {
  return (boot, workerUrl) => {
    const frame = page.createElement('iframe');
    // Never `allow-same-origin`: the opaque origin is the wall between a learner's code and the app.
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.setAttribute('allow', 'cross-origin-isolated');
    frame.referrerPolicy = 'no-referrer';
    frame.title = 'Python interpreter';
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    frame.style.cssText = 'position:absolute;width:0;height:0;border:0;visibility:hidden';
    frame.srcdoc = trusted(frameDocument(boot, workerUrl));
    return shakeHands(page, frame, clock);
  };
}

/** The frame's whole document. Exported for the test that reads its policy. */
export function frameDocument(boot: FrameBoot, workerUrl: WorkerUrlKind): string {
  const workers = workerUrl === 'data' ? 'blob: data:' : 'blob:';
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${boot.sha256}' 'wasm-unsafe-eval'`,
    `worker-src ${workers}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedNames.interpreter}`,
  ].join('; ');
  return (
    '<!doctype html><meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="${policy}"><script>${boot.boot}</script>`
  );
}

function shakeHands(page: Document, frame: HTMLIFrameElement, clock: Clock): Promise<FrameLink> {
  const view = page.defaultView;
  if (!view) return Promise.reject(new Error('The document has no window.'));

  return new Promise((resolve, reject) => {
    const cancelTimer = clock.after(handshakeMs, () => {
      view.removeEventListener('message', hear);
      frame.remove();
      reject(new Error('The interpreter’s frame did not answer.'));
    });

    function hear(event: MessageEvent): void {
      if (event.source !== frame.contentWindow || event.data !== 'sandbox-ready') return;
      cancelTimer();
      view?.removeEventListener('message', hear);
      const { port1, port2 } = new MessageChannel();
      // The frame's origin is opaque and cannot be named; the port is of use to its own window alone.
      frame.contentWindow?.postMessage('sandbox-port', '*', [port2]);
      resolve(toLink(frame, port1));
    }

    view.addEventListener('message', hear);
    page.body.append(frame);
  });
}

function toLink(frame: HTMLIFrameElement, port: MessagePort): FrameLink {
  return {
    post: (command, transfer = []) => port.postMessage(command, [...transfer]),
    listen: (onData) => {
      port.onmessage = (event) => onData(event.data);
    },
    close: () => {
      port.close();
      frame.remove();
    },
  };
}
