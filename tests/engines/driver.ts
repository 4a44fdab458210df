/** A page in some browser, whatever engine it is of: opens addresses and runs functions. */

export interface PageDriver {
  /** Name and version. */
  readonly engine: string;
  /** Resolves when the document has loaded. */
  open(url: string): Promise<void>;
  /**
   * Runs a function in the page, with one argument that survives JSON, and waits for what it promises. Rejects with
   * what it throws.
   */
  evaluate<Argument, Result>(
    inPage: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  close(): Promise<void>;
}

export type EngineName = 'chromium' | 'firefox' | 'webkit';

/** The function and its argument as one expression whose value is a promise of a JSON text. */
export function toExpression(inPage: (argument: never) => unknown, argument: unknown): string {
  // Tools that compile tests wrap functions in a helper for their names, which no page has.
  const helper = 'const __name = (f) => f;';
  const call = `(${inPage.toString()})(${JSON.stringify(argument) ?? 'undefined'})`;
  return `(async () => { ${helper} return JSON.stringify({ value: await ${call} }); })()`;
}

export function fromAnswer(text: string): unknown {
  return (JSON.parse(text) as { value?: unknown }).value;
}

/** Milliseconds that anything a browser is asked may take on a busy machine. */
export const patience = 240_000;
