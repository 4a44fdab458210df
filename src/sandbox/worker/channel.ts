/**
 * The private channel to the frame, made of functions captured before any learner's code runs: patching
 * `MessagePort.prototype.postMessage` or the getter of `MessageEvent.prototype.data` later reaches no port.
 */
import type { WorkerMessage } from '../protocol.ts';

const call = Function.prototype.call;
const postOn = call.bind(MessagePort.prototype.postMessage) as (port: MessagePort, message: unknown) => void;
const listenOn = call.bind(EventTarget.prototype.addEventListener) as (
  target: EventTarget,
  type: string,
  listener: (event: Event) => void,
) => void;
const startPort = call.bind(MessagePort.prototype.start) as (port: MessagePort) => void;
const readData = captureDataGetter();

export interface Channel {
  send(message: WorkerMessage): void;
  listen(onMessage: (data: unknown) => void): void;
}

export function createChannel(port: MessagePort): Channel {
  return {
    send: (message) => postOn(port, message),
    listen: (onMessage) => {
      listenOn(port, 'message', (event) => onMessage(readData(event)));
      startPort(port);
    },
  };
}

/** The data of a message event, read with the getter as it was at the start. */
export function messageData(event: Event): unknown {
  return readData(event);
}

function captureDataGetter(): (event: Event) => unknown {
  const getter = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get;
  if (!getter) throw new Error('MessageEvent has no data getter in this engine.');
  return call.bind(getter) as (event: Event) => unknown;
}
