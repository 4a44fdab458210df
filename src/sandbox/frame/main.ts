/**
 * Boot script of the opaque frame: shakes hands with the page that made it, then obeys that page alone, over one
 * private port. It is inlined into `srcdoc` and named in the content security policy by its hash. It never
 * evaluates anything.
 */
import type { FrameCommand } from '../protocol.ts';
import { createBroker } from './broker.ts';
import { createBrowserEngine } from './engine.ts';

addEventListener('message', function shakeHands(event) {
  const port = event.ports[0];
  if (event.source !== parent || event.data !== 'sandbox-port' || !port) return;

  removeEventListener('message', shakeHands);
  const obey = createBroker(createBrowserEngine(), (message, transfer = []) =>
    port.postMessage(message, [...transfer]),
  );
  port.onmessage = (command: MessageEvent<FrameCommand>) => obey(command.data);
});

parent.postMessage('sandbox-ready', '*');
