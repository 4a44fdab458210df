/** Tells open pages what was saved, over server-sent events. */
import type { ServerResponse } from 'node:http';
import type { ContentChange } from '../author-content.ts';

export interface ChangeStream {
  /** Keeps the answer open; it hears every change from now on, and first where things stand. */
  open(response: ServerResponse, now: ContentChange): void;
  send(change: ContentChange): void;
  close(): void;
}

/** Milliseconds after which a page asks again when the server went away. */
const retryAfter = 1000;

export function createChangeStream(): ChangeStream {
  const listeners = new Set<ServerResponse>();
  return {
    open(response, now) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(`retry: ${retryAfter}\n${toFrame(now)}`);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    send(change) {
      for (const response of listeners) response.write(toFrame(change));
    },
    close() {
      for (const response of listeners) response.end();
      listeners.clear();
    },
  };
}

/** JSON has no line breaks of its own, so one data line holds it. */
function toFrame(change: ContentChange): string {
  return `event: change\ndata: ${JSON.stringify(change)}\n\n`;
}
