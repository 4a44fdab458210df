// @ts-check
// A set-up step that cannot go on says so in one sentence each: what is wrong, and what to do about it.

/** A failure whose message is meant for the person at the terminal; it is printed without a stack trace. */
export class SetupFailure extends Error {
  /**
   * @param {string} problem one sentence: what is wrong
   * @param {string} remedy one sentence: what to do next
   */
  constructor(problem, remedy) {
    super(`${problem} ${remedy}`);
    this.name = 'SetupFailure';
    this.problem = problem;
    this.remedy = remedy;
  }
}

/**
 * Runs a step for a script: a SetupFailure is printed as its two sentences and ends the process with 1.
 * @template T
 * @param {() => Promise<T>} step
 * @returns {Promise<T>}
 */
export async function runStep(step) {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    process.stderr.write(`\nInterleave cannot go on. ${error.message}\n`);
    process.exit(1);
  }
}

const NO_NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network (?:request|is unreachable)|NewConnectionError|Max retries exceeded|Temporary failure in name resolution|Connection (?:refused|broken|aborted)|ConnectTimeoutError|ReadTimeoutError|ProxyError/i;
const NO_SPACE = /ENOSPC|No space left on device/i;

/**
 * Turns what `pip` printed into the sentence a person needs.
 * @param {string} output everything pip wrote
 * @param {string} file the requirements file it worked from, relative to the project
 * @returns {SetupFailure}
 */
export function explainPipFailure(output, file) {
  if (/DO NOT MATCH THE HASHES/i.test(output)) {
    const name = /^\s+(\S+)[^\n]*?\s+from\s[^\n]*:\s*$/m.exec(output)?.[1];
    return new SetupFailure(
      `A downloaded Python package${name ? ` (${name})` : ''} does not match its sha256 in ${file}.`,
      'Do not use it: run `npm start` again, and if the message comes back, ask who changed the package or the file.',
    );
  }
  if (/Hashes are required|all requirements must have their versions pinned/i.test(output)) {
    return new SetupFailure(
      `A line of ${file} lacks a pinned version or a sha256.`,
      'Give every line `name==version --hash=sha256:…` and run `npm start` again.',
    );
  }
  if (NO_SPACE.test(output)) return outOfSpace();
  if (NO_NETWORK.test(output)) return noNetwork('the Python packages');
  if (/No matching distribution found|Could not find a version/i.test(output)) {
    const wanted = /No matching distribution found for ([^\s(]+)/i.exec(output)?.[1] ?? 'a package';
    return new SetupFailure(
      `pip finds no pure-Python wheel for ${wanted}, which ${file} asks for.`,
      'Check the network and the package index pip is set up to use, then run `npm start` again.',
    );
  }
  return new SetupFailure(
    `pip could not work through ${file}: ${lastWords(output)}`,
    'Put that right and run `npm start` again.',
  );
}

/**
 * Turns what `npm` printed into the sentence a person needs.
 * @param {string} output everything npm wrote
 * @returns {SetupFailure}
 */
export function explainNpmFailure(output) {
  if (/EINTEGRITY/.test(output)) {
    return new SetupFailure(
      'A downloaded npm package does not match its hash in package-lock.json.',
      'Run `npm cache verify` and `npm start` again, and if the message comes back, ask who changed the package or the file.',
    );
  }
  if (NO_SPACE.test(output)) return outOfSpace();
  if (NO_NETWORK.test(output)) return noNetwork('the npm packages');
  if (/can only install packages when your package\.json and package-lock\.json.*in sync/s.test(output)) {
    return new SetupFailure(
      'package.json and package-lock.json do not belong together.',
      'Run `npm install` once, commit both files and run `npm start` again.',
    );
  }
  return new SetupFailure(`npm ci failed: ${lastWords(output)}`, 'Put that right and run `npm start` again.');
}

/** @param {string} what */
function noNetwork(what) {
  return new SetupFailure(
    `There is no network, or the package index does not answer, so ${what} cannot be fetched.`,
    'Connect and run `npm start` again; it goes on where it stopped.',
  );
}

function outOfSpace() {
  return new SetupFailure(
    'The disk is full.',
    'Free about 1 GB and run `npm start` again; it goes on where it stopped.',
  );
}

/**
 * The last line that says anything, shortened to fit a sentence.
 * @param {string} output
 */
function lastWords(output) {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !/^\[?notice/.test(line) && !/complete log of this run/i.test(line));
  const errors = lines.filter((line) => /error/i.test(line));
  return `${(errors.at(-1) ?? lines.at(-1) ?? 'it gave no reason').replace(/\.$/, '').slice(0, 200)}.`;
}
