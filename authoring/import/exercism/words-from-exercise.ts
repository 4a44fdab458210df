/** Statement, hints and explanation of an exercise, from the pages that came with it. */
import { decodeText, type SourceFiles } from '../source-files.ts';
import { adaptMarkdown } from './adapt-markdown.ts';
import { makeHintLadder } from './hint-ladder.ts';
import { type DocumentPart, firstHeading, joinDocuments } from './join-documents.ts';

export interface ExerciseWords {
  readonly statement: string;
  readonly hints: readonly string[];
  readonly explanation: string;
  readonly losses: ReadonlyMap<string, ReadonlySet<string>>;
  readonly used: ReadonlySet<string>;
  /** Whether there was anything to make a statement of. */
  readonly hasInstructions: boolean;
}

export interface WordsInput {
  readonly title: string;
  /** A paragraph before everything else, or ''. */
  readonly preface: string;
  readonly source: SourceFiles;
  /** Pages on the concepts that the exercise teaches: heading and text. */
  readonly concepts: readonly DocumentPart[];
}

const asWritten = 'Nothing was written on this exercise beyond the tests.';
const noExplanation =
  'This exercise came without an explanation. Compare your solution with the example beside it: it is one way, not the only one.\n';

export function makeWords({ title, preface, source, concepts }: WordsInput): ExerciseWords {
  const reader = new PageReader(source);
  const page = (name: string) => reader.page(`.docs/${name}`);
  const instructions = page('instructions.md') ?? page('description.md');
  const statement = joinDocuments([
    ...toPart(page('introduction.md'), 'Introduction'),
    ...toPart(page('introduction.append.md'), null),
    ...toPart(instructions, 'Instructions'),
    ...toPart(page('instructions.append.md'), 'Notes for Python'),
  ]);
  const hints = page('hints.md');
  const explanation = [
    ...toPart(reader.page('.approaches/introduction.md'), 'Ways to solve it'),
    ...reader.pages(/^\.approaches\/[^/]+\/content\.md$/),
    ...reader.pages(/^\.articles\/[^/]+\/content\.md$/),
    ...toPart(page('after.md'), 'Afterwards'),
    ...concepts.map(({ heading, text }) => ({ heading, text: reader.adapt(text) })),
  ];
  return {
    statement: [`# ${title}`, ...(preface === '' ? [] : [preface]), statement.trim() || asWritten, ''].join(
      '\n\n',
    ),
    hints: hints === null ? [] : makeHintLadder(hints),
    explanation: explanation.length === 0 ? noExplanation : joinDocuments(explanation),
    losses: reader.losses,
    used: reader.used,
    hasInstructions: instructions !== null,
  };
}

function toPart(text: string | null, heading: string | null): readonly DocumentPart[] {
  return text === null ? [] : [{ heading, text }];
}

class PageReader {
  readonly losses = new Map<string, Set<string>>();
  readonly used = new Set<string>();
  private readonly source: SourceFiles;

  constructor(source: SourceFiles) {
    this.source = source;
  }

  page(file: string): string | null {
    const text = decodeText(this.source.files.get(file));
    if (text === null) return null;
    this.used.add(file);
    return this.adapt(text);
  }

  /** Each under its own first heading, in the order of their names. */
  pages(pattern: RegExp): readonly DocumentPart[] {
    return [...this.source.files.keys()]
      .filter((file) => pattern.test(file))
      .flatMap((file) => {
        const text = this.page(file);
        return toPart(text, firstHeading(text ?? '') ?? file.split('/').at(-2) ?? '');
      });
  }

  adapt(markdown: string): string {
    const { text, losses } = adaptMarkdown(markdown);
    for (const [what, details] of losses) {
      const all = this.losses.get(what) ?? new Set<string>();
      for (const detail of details) all.add(detail);
      this.losses.set(what, all);
    }
    return text;
  }
}
