/** A plain editor for touch screens, and for the moments before the full one has arrived. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '../../ui/Icon.tsx';
import type { EditorHandle, EditorMark, EditorProps } from './editor-port.ts';
import {
  breakLine,
  indentSelection,
  outdentSelection,
  type TextEdit,
  toOffset,
  toPlace,
} from './indent-text.ts';
import { words } from './words.ts';

export function TextareaEditor(props: EditorProps) {
  const { path, initialText, isReadOnly, fontSize, marks, onChange, onCursor, onHandle, session } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const backdrop = useRef<HTMLDivElement>(null);
  const [lineCount, setLineCount] = useState(() => countLines(initialText));
  const [tabLeaves, setTabLeaves] = useState(false);
  const callbacks = useRef({ onChange, onCursor, onHandle });
  useLayoutEffect(() => {
    callbacks.current = { onChange, onCursor, onHandle };
  });
  const own = marks.filter((mark) => mark.path === path);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of an open file comes through the handle.
  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.value = initialText;
    setLineCount(countLines(element.value));
    const report = () => {
      setLineCount(countLines(element.value));
      callbacks.current.onChange(path, element.value);
    };
    element.addEventListener('input', report);
    callbacks.current.onHandle(createHandle(element, report));
    if (!isReadOnly) {
      const place = toOffset(element.value, session.cursor.line, session.cursor.column);
      element.setSelectionRange(place, place);
      if (session.hasFocus) element.focus();
    }
    return () => {
      element.removeEventListener('input', report);
      callbacks.current.onHandle(null);
    };
  }, [path, session]);

  function noticeCursor(): void {
    const element = area.current;
    if (element === null) return;
    session.cursor = toPlace(element.value, element.selectionStart);
    onCursor(session.cursor);
  }

  function handleKey(event: React.KeyboardEvent<HTMLTextAreaElement>): void {
    const element = area.current;
    if (element === null || event.nativeEvent.isComposing) return;
    if (event.key.toLowerCase() === 'm' && event.ctrlKey && !event.altKey) {
      event.preventDefault();
      setTabLeaves(!tabLeaves);
    } else if (event.key === 'Tab' && !tabLeaves && !isReadOnly && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      edit(element, event.shiftKey ? outdentSelection : indentSelection);
    } else if (event.key === 'Enter' && !isReadOnly && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      edit(element, breakLine);
    }
  }

  return (
    <div className="plain-editor" style={{ fontSize: `max(${fontSize}px, 0.84375rem)` }}>
      {own
        .filter((mark) => mark.hasMessage)
        .map((mark) => (
          <p
            key={`${mark.line} ${mark.title}`}
            className={`plain-editor__mark plain-editor__mark--${mark.tone}`}
          >
            <Icon name={mark.tone === 'fail' ? 'fail' : 'clock'} />
            <span>
              <b>{words.mark(mark.line, mark.title)}</b> <bdi>{mark.text}</bdi>
            </span>
          </p>
        ))}
      <div className="plain-editor__body">
        <div className="plain-editor__backdrop" ref={backdrop} aria-hidden="true">
          {own.map((mark) => (
            <LineWash key={`${mark.line} ${mark.title}`} mark={mark} />
          ))}
          <pre className="plain-editor__numbers">{numbers(lineCount)}</pre>
        </div>
        <textarea
          ref={area}
          className="plain-editor__text"
          aria-label={words.plainName(path, isReadOnly)}
          readOnly={isReadOnly}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          autoComplete="off"
          wrap="off"
          onKeyDown={handleKey}
          onSelect={noticeCursor}
          onFocus={() => {
            session.hasFocus = true;
          }}
          onBlur={() => {
            session.hasFocus = false;
          }}
          onScroll={(event) => {
            const { scrollTop } = event.currentTarget;
            if (backdrop.current !== null) backdrop.current.style.transform = `translateY(${-scrollTop}px)`;
          }}
        />
      </div>
      <p role="status" className="plain-editor__hint">
        {tabLeaves ? words.tabIndents : ''}
      </p>
    </div>
  );
}

function LineWash({ mark }: { readonly mark: EditorMark }) {
  return (
    <div
      className={`plain-editor__wash plain-editor__wash--${mark.tone}`}
      style={{ top: `calc(${mark.line - 1} * 1.6em + var(--s2))` }}
    >
      <Icon name={mark.tone === 'fail' ? 'fail' : 'clock'} />
    </div>
  );
}

function createHandle(element: HTMLTextAreaElement, report: () => void): EditorHandle {
  return {
    getText: () => element.value,
    setText(text) {
      if (element.value === text) return;
      apply(element, { from: 0, to: element.value.length, text, start: 0, end: 0 });
      report();
    },
    revealLine(line, column = 1) {
      const place = toOffset(element.value, line, column);
      element.focus();
      element.setSelectionRange(place, place);
      const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight) || 22;
      element.scrollTop = Math.max(0, (line - 1) * lineHeight - element.clientHeight / 3);
    },
    focus: () => element.focus(),
    insert(text) {
      const { selectionStart: start, selectionEnd: end } = element;
      const place = start + text.length;
      apply(element, { from: start, to: end, text, start: place, end: place });
    },
    indent: () => edit(element, indentSelection),
    outdent: () => edit(element, outdentSelection),
  };
}

function edit(
  element: HTMLTextAreaElement,
  change: (text: string, start: number, end: number) => TextEdit,
): void {
  apply(element, change(element.value, element.selectionStart, element.selectionEnd));
}

/** `insertText` is the one way to change a textarea that the browser's own undo knows about. */
function apply(element: HTMLTextAreaElement, change: TextEdit): void {
  const hadFocus = document.activeElement === element;
  const focused = document.activeElement;
  element.focus();
  element.setSelectionRange(change.from, change.to);
  const isDone =
    typeof document.execCommand === 'function' &&
    document.execCommand(change.text === '' ? 'delete' : 'insertText', false, change.text);
  if (!isDone) {
    element.setRangeText(change.text, change.from, change.to, 'end');
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }
  element.setSelectionRange(change.start, change.end);
  if (!hadFocus && focused instanceof HTMLElement) focused.focus();
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function numbers(count: number): string {
  return Array.from({ length: count }, (_, index) => index + 1).join('\n');
}
