// @ts-check
// How set-up speaks: one heading per step, indented progress below it, plain lines (no cursor tricks, so logs read well).

/**
 * @typedef {object} Progress
 * @property {(title: string) => void} step announces the next step
 * @property {(line: string) => void} note says how far the current step is
 */

/**
 * @param {{ total?: number, write?: (text: string) => void }} [options] how many steps there are, and where to write
 * @returns {Progress}
 */
export function createProgress({ total, write = (text) => void process.stdout.write(text) } = {}) {
  let number = 0;
  return {
    step(title) {
      number += 1;
      write(`${total === undefined ? '' : `[${number}/${total}] `}${title}\n`);
    },
    note(line) {
      write(`      ${line}\n`);
    },
  };
}

/** A progress that says nothing; for callers that only want the result. */
export const silentProgress = /** @type {Progress} */ ({ step() {}, note() {} });

/**
 * @param {number} bytes
 * @returns {string} for example "3.4 MB"
 */
export function formatBytes(bytes) {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/**
 * @param {number} startedAt milliseconds, from performance.now()
 * @returns {string} for example "2.1 s"
 */
export function formatElapsed(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
