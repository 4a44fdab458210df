/** The private channel survives what learner's code does to the prototypes afterwards. */
import { afterEach, expect, test } from 'vitest';
import { createChannel } from './channel.ts';

const post = MessagePort.prototype.postMessage;
const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');

afterEach(() => {
  MessagePort.prototype.postMessage = post;
  if (data) Object.defineProperty(MessageEvent.prototype, 'data', data);
});

test('patched prototypes see neither the port nor what is said', async () => {
  const { port1, port2 } = new MessageChannel();
  const channel = createChannel(port1);
  const caught: unknown[] = [];
  MessagePort.prototype.postMessage = function patched(this: MessagePort) {
    caught.push(this);
  };
  Object.defineProperty(MessageEvent.prototype, 'data', {
    configurable: true,
    get(this: MessageEvent) {
      caught.push(this.currentTarget);
      return 'forged';
    },
  });

  const heard = new Promise((resolve) => channel.listen(resolve));
  const arrived = new Promise<void>((resolve) => {
    port2.onmessage = () => resolve();
  });
  channel.send({ type: 'ready', interpreter: 1, stackSwitching: true });
  await arrived;
  post.call(port2, 'real');
  expect(await heard).toBe('real');
  expect(caught).toEqual([]);
  port1.close();
});
