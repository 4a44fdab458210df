/** Looks for moments in which the page could do nothing. */

export interface StallWatch {
  /** The longest one, in milliseconds. */
  stop(): number;
}

/** As often as timers go. */
const everyMs = 4;

export function watchStalls(): StallWatch {
  let last = performance.now();
  let longest = 0;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last - everyMs);
    last = now;
  };
  const timer = setInterval(look, everyMs);
  return {
    stop: () => {
      look();
      clearInterval(timer);
      return Math.max(0, Math.round(longest));
    },
  };
}
