/** Where the learner types the line that a program waits for. */
import '../../ui/field.css';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { programWords } from './program-words.ts';

interface InputRowProps {
  /** What the program wrote before it began to wait. */
  readonly prompt: string;
  /** `null` ends the input. */
  readonly onAnswer: (line: string | null) => void;
}

const longestLine = 20_000;

export function InputRow({ prompt, onAnswer }: InputRowProps) {
  const [line, setLine] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  // The program was started to be talked to; only somebody who is writing elsewhere is not interrupted.
  useEffect(() => {
    if (!document.activeElement?.closest('input, textarea, select')) field.current?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'd' || !event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onAnswer(null);
  };

  return (
    <form
      className="input-row"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(line);
      }}
    >
      <label htmlFor={id}>{programWords.line(prompt.trim())}</label>
      <div className="input-row__line">
        <input
          ref={field}
          id={id}
          className="field"
          type="text"
          value={line}
          maxLength={longestLine}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="send"
          aria-describedby={`${id}-keys`}
          onChange={(event) => setLine(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button kind="main" type="submit">
          {programWords.send}
        </Button>
        <Button title={programWords.endInputNote} onClick={() => onAnswer(null)}>
          {programWords.endInput}
        </Button>
      </div>
      <p id={`${id}-keys`}>{programWords.sendNote}</p>
    </form>
  );
}
