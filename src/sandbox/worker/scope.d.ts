/** What the image builder puts around the interpreter's code: the patched Pyodide, in the same closure. */
declare global {
  /** Where the patched Pyodide takes its two big files from instead of the network, and asks for signals. */
  const interpreterAssets: {
    module: WebAssembly.Module | null;
    stdlib: ArrayBuffer | null;
    look: () => number;
  };
  const loadPyodide: typeof import('pyodide').loadPyodide;
  const createPyodideModule: NonNullable<
    NonNullable<Parameters<typeof import('pyodide').loadPyodide>[0]>['createPyodideModule']
  >;
}

export {};
