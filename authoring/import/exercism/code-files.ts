/** Sorts an exercise's files: what the learner edits, its example, the tests, what lies beside them. */
import { isReservedName } from '../draft-folder.ts';
import { decodeText, type SourceFiles } from '../source-files.ts';
import type { ExerciseConfig } from './exercise-config.ts';

export interface CodeFiles {
  /** Paths as the tests import them. */
  readonly editor: readonly string[];
  readonly starter: ReadonlyMap<string, string>;
  readonly solution: ReadonlyMap<string, string>;
  readonly tests: ReadonlyMap<string, string>;
  /** Given files that lie beside the tests: data, modules to read. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** Sentences: why this cannot become a challenge. Empty = it can. */
  readonly problems: readonly string[];
  /** Kind of loss → files. */
  readonly losses: ReadonlyMap<string, readonly string[]>;
  /** Every path that was put to use. */
  readonly used: ReadonlySet<string>;
}

const testName = /(^|\/)(test_[^/]*|[^/]*_test)\.py$/;
/** Pages about the exercise that lie beside the code; their words come from .docs. */
const pages = new Set(['README.md', 'HELP.md', 'HINTS.md', 'LICENSE']);

export function sortCodeFiles(slug: string, source: SourceFiles, listed: ExerciseConfig['files']): CodeFiles {
  const visible = [...source.files.keys()].filter((file) => !/(^|\/)\./.test(file));
  const tests = listed.test.length > 0 ? listed.test : visible.filter((file) => testName.test(file));
  const module = `${slug.replaceAll('-', '_')}.py`;
  const solutions = listed.solution.length > 0 ? listed.solution : visible.filter((file) => file === module);
  const written = [...listed.exemplar, ...listed.example];
  const usual = ['.meta/exemplar.py', '.meta/example.py', 'example.py'].filter((file) =>
    source.files.has(file),
  );
  const examples = written.length > 0 ? written : usual.slice(0, 1);

  const sorter = new Sorter(source);
  if (solutions.length === 0) sorter.refuse('It does not say which file the learner edits (files.solution).');
  if (tests.length === 0) sorter.refuse('It has no test file (files.test).');
  if (examples.length === 0) sorter.refuse('It has no example solution (files.exemplar or files.example).');
  for (const file of tests) sorter.addTest(file);
  if (sorter.tests.size === 0 && sorter.problems.length === 0)
    sorter.refuse('No test file has a test in it.');
  sorter.addLearnerFiles(solutions, examples);
  for (const file of visible) if (!sorter.used.has(file) && !pages.has(file)) sorter.addAsset(file);
  return { ...sorter.result(), editor: solutions };
}

class Sorter {
  readonly tests = new Map<string, string>();
  readonly problems: string[] = [];
  readonly used = new Set<string>();
  private readonly starter = new Map<string, string>();
  private readonly solution = new Map<string, string>();
  private readonly assets = new Map<string, Uint8Array>();
  private readonly losses = new Map<string, string[]>();
  private readonly source: SourceFiles;

  constructor(source: SourceFiles) {
    this.source = source;
  }

  result(): Omit<CodeFiles, 'editor'> {
    const { starter, solution, tests, assets, problems, losses, used } = this;
    return { starter, solution, tests, assets, problems, losses, used };
  }

  refuse(sentence: string): void {
    this.problems.push(sentence);
  }

  /** A listed file without a test in it is a module for the tests, as its neighbours are. */
  addTest(file: string): void {
    const text = this.text(file);
    if (text === null) return;
    if (!/^\s*(async\s+)?def\s+test/m.test(text)) this.addAsset(file);
    else if (isReservedName(file)) {
      this.refuse(`Its test file ${file} has a name that a challenge folder uses itself.`);
    } else this.tests.set(file, text);
  }

  addLearnerFiles(solutions: readonly string[], examples: readonly string[]): void {
    const pairs = pairFiles(solutions, examples);
    for (const file of solutions) {
      this.used.add(file);
      const stub = this.source.files.has(file) ? this.text(file) : '# Write your solution here.\n';
      if (!this.source.files.has(file))
        this.lose('A stub is missing, so the learner begins with an empty file', file);
      const example = pairs.get(file);
      if (example === undefined && examples.length > 0) {
        this.lose('A file has no example of its own, so its stub serves as one', file);
      }
      this.starter.set(file, stub ?? '');
      this.solution.set(file, (example === undefined ? stub : this.text(example)) ?? '');
    }
    const unpaired = examples.filter((file) => ![...pairs.values()].includes(file));
    for (const file of unpaired) this.lose('An example belongs to no file that the learner edits', file);
  }

  addAsset(file: string): void {
    const bytes = this.source.files.get(file);
    if (bytes === undefined) return;
    this.assets.set(file, bytes);
    this.used.add(file);
  }

  private text(file: string): string | null {
    const bytes = this.source.files.get(file);
    this.used.add(file);
    if (bytes === undefined) {
      const reason = this.source.skipped.get(file);
      this.refuse(`${file} is listed but ${reason === undefined ? 'is not there' : `is ${reason}`}.`);
      return null;
    }
    const text = decodeText(bytes);
    if (text === null) this.refuse(`${file} is not UTF-8 text.`);
    return text;
  }

  private lose(what: string, file: string): void {
    this.losses.set(what, [...(this.losses.get(what) ?? []), file]);
  }
}

/** By name where names agree, else in the order in which both are listed. */
function pairFiles(solutions: readonly string[], examples: readonly string[]): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const left = [...examples];
  const take = (file: string, at: number) => {
    const [example] = at === -1 ? [] : left.splice(at, 1);
    if (example !== undefined) pairs.set(file, example);
  };
  for (const file of solutions)
    take(
      file,
      left.findIndex((example) => example.endsWith(`/${file}`)),
    );
  for (const file of solutions) {
    if (!pairs.has(file))
      take(
        file,
        left.findIndex((example) => baseName(example) === baseName(file)),
      );
  }
  for (const file of solutions) if (!pairs.has(file)) take(file, left.length === 0 ? -1 : 0);
  return pairs;
}

function baseName(file: string): string {
  return file.split('/').at(-1) ?? '';
}
