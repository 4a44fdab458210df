import { Icon } from '../../src/ui/Icon.tsx';
import type { AuthorFolder } from '../author-content.ts';
import { words } from './words.ts';

interface ProblemListProps {
  /** Of the folder, with file and line. */
  readonly problems: AuthorFolder['problems'];
  /** Of the gate: what is wrong and what to do. */
  readonly sentences: readonly string[];
  readonly warnings: readonly string[];
}

/** Sentences for the author, each with a mark and a word for how much it matters. */
export function ProblemList({ problems, sentences, warnings }: ProblemListProps) {
  const items = [
    ...problems.map((problem) => ({
      isError: problem.severity === 'error',
      text: problem.message,
      place: problem.file === '' ? null : words.place(problem.file, problem.line),
    })),
    ...sentences.map((text) => ({ isError: true, text, place: null })),
    ...warnings.map((text) => ({ isError: false, text, place: null })),
  ];
  if (items.length === 0) return null;
  return (
    <ul className="author-problems list-plain">
      {items.map(({ isError, text, place }) => (
        <li
          key={`${place}${text}`}
          className={isError ? 'author-problems__error' : 'author-problems__warning'}
        >
          <Icon
            name={isError ? 'error' : 'warning'}
            label={isError ? words.problemsTitle : words.warningsTitle}
          />
          <span>
            {place !== null && <code>{place}</code>} {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
