/** Reads Python modules with the interpreter that challenges run in: Pyodide, in Node. */
import { readFile } from 'node:fs/promises';
import { loadPyodide } from 'pyodide';
import type { PyCallable } from 'pyodide/ffi';
import * as v from 'valibot';

const ModuleSchema = v.object({
  /** The text with bodies taken out. */
  starter: v.string(),
  /** Functions whose bodies had to stay. */
  kept: v.array(v.string()),
  imports: v.array(v.object({ module: v.string(), names: v.array(v.string()), level: v.number() })),
  offers: v.array(v.object({ signature: v.string(), doc: v.string() })),
  summary: v.string(),
  hasTests: v.boolean(),
});
const ErrorSchema = v.object({ error: v.string(), line: v.nullable(v.number()) });

export type PythonModule = v.InferOutput<typeof ModuleSchema>;

export interface PythonReader {
  readonly standardLibrary: ReadonlySet<string>;
  /** @returns a sentence when the text is not Python. */
  read(text: string): PythonModule | string;
}

/** Takes some seconds: an interpreter starts. */
export async function createPythonReader(): Promise<PythonReader> {
  const pyodide = await loadPyodide();
  const source = await readFile(new URL('./read_module.py', import.meta.url), 'utf8');
  pyodide.runPython(source, { filename: 'read_module.py' });
  const call = (name: string, ...given: string[]): unknown =>
    JSON.parse(String((pyodide.globals.get(name) as PyCallable)(...given)));
  return {
    standardLibrary: new Set(v.parse(v.array(v.string()), call('list_standard_library'))),
    read(text) {
      const answer = call('read_module', text);
      const failed = v.safeParse(ErrorSchema, answer);
      if (!failed.success) return v.parse(ModuleSchema, answer);
      const { error, line } = failed.output;
      return `Python cannot read it${line === null ? '' : `, line ${line}`}: ${error}.`;
    },
  };
}
