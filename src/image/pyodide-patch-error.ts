/** The Pyodide version whose files the image's patches were written for. */
export const patchedPyodideVersion = '314.0.7';

/** A file of Pyodide lacks something that a patch relies on. */
export class PyodidePatchError extends Error {
  /**
   * @param pattern what was looked for
   * @param where the file
   */
  constructor(pattern: string, where: string) {
    super(
      `The patch of Pyodide ${patchedPyodideVersion} does not fit: ${where} does not contain ${pattern} as expected. ` +
        'Pyodide has changed; read what replaced it and adapt src/image/patch-pyodide.ts and the trimming beside it.',
    );
    this.name = 'PyodidePatchError';
  }
}
