/** Whether this is a touch screen on which Monaco does not work. */
import { useSyncExternalStore } from 'react';

const query = '(pointer: coarse) and (max-width: 820px)';

export function useIsTouch(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  );
}

function subscribe(listener: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
}
