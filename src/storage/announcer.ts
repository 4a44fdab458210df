/** Announces changes of the store in this tab and, where the browser can, in the others. */
import type { Announcer } from './create-learner-store.ts';
import type { StoreChange } from './learner-store.ts';

export interface Channel {
  postMessage(message: StoreChange): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

export function createAnnouncer(channel: Channel | null): Announcer {
  const listeners = new Set<(change: StoreChange) => void>();
  const tell = (change: StoreChange) => {
    for (const listener of [...listeners]) listener(change);
  };
  if (channel !== null) channel.onmessage = (event) => tell(event.data as StoreChange);

  return {
    announce(change) {
      tell(change);
      channel?.postMessage(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
