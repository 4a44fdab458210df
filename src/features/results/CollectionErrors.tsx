/** Code that does not load: which line, where in it, and what to do. */
import './collection.css';
import './case.css';
import type { CollectionError } from '../../domain/report.ts';
import { Button } from '../../ui/Button.tsx';
import type { GoToLine } from './go-to-line.ts';
import { SafeText } from './SafeText.tsx';
import { TracebackView } from './TracebackView.tsx';
import { words } from './words.ts';

interface CollectionErrorsProps {
  readonly errors: readonly CollectionError[];
  readonly onGoToLine: GoToLine;
}

export function CollectionErrors({ errors, onGoToLine }: CollectionErrorsProps) {
  return (
    <ul className="collection">
      {withoutRepeats(errors).map((error) => (
        <li key={`${error.file} ${error.line} ${error.message}`}>
          <OneError error={error} onGoToLine={onGoToLine} />
        </li>
      ))}
    </ul>
  );
}

function OneError({ error, onGoToLine }: { readonly error: CollectionError; readonly onGoToLine: GoToLine }) {
  const frame = error.frames.findLast((item) => item.origin === 'learner');
  const file = error.line === null ? frame?.file : error.file;
  const line = error.line ?? frame?.line ?? null;
  return (
    <div className="case">
      <h3 className="collection__title">{words.broken.collection[error.kind](error)}</h3>
      <p>
        <code className="collection__type">{error.type}</code>: <SafeText text={error.message} />
      </p>
      {error.text !== '' && (
        // biome-ignore lint/a11y/useSemanticElements: text that scrolls is no set of form fields.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, so the keyboard has to reach it.
        <pre className="caret-text" tabIndex={0} role="group" aria-label={error.type}>
          <SafeText text={error.text} />
        </pre>
      )}
      {error.text === '' && frame !== undefined && (
        <pre className="caret-text">
          <SafeText text={frame.source.trim()} />
        </pre>
      )}
      <p className="collection__advice">{words.broken.whatToDo[error.kind]}</p>
      {file !== undefined && line !== null && onGoToLine.canOpen(file) && (
        <Button onClick={() => onGoToLine(file, line, error.column)}>{words.goToLineNumber(line)}</Button>
      )}
      <TracebackView
        failure={{
          frames: error.frames,
          foldedFrames: 0,
          traceback: error.traceback,
          type: error.type,
          message: error.message,
        }}
        onGoToLine={onGoToLine}
      />
    </div>
  );
}

/** Two test files that import the same broken solution tell the same story. */
function withoutRepeats(errors: readonly CollectionError[]): readonly CollectionError[] {
  const seen = new Set<string>();
  return errors.filter((error) => {
    const key = `${error.kind} ${error.type} ${error.message} ${error.text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
