/** The place that the address names (`#gil`). It is drawn after the page has loaded, so the browser cannot go there. */
import { useEffect, useState } from 'react';

/** @returns the id in the address, followed while it changes; '' without one */
export function useArrival(): string {
  const [id, setId] = useState(readId);
  useEffect(() => {
    const follow = () => setId(readId());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (id !== '') document.getElementById(id)?.scrollIntoView();
  }, [id]);
  return id;
}

function readId(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}
