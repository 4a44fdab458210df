/** The characters Python needs and phone keyboards hide, directly above the keyboard. */
import type { EditorHandle } from './editor-port.ts';
import { words } from './words.ts';

const symbols = [
  ':',
  '(',
  ')',
  '_',
  '"',
  "'",
  '=',
  '[',
  ']',
  '.',
  ',',
  '{',
  '}',
  '#',
  '@',
  '*',
  '-',
  '+',
  '/',
  '<',
  '>',
];

interface SymbolRowProps {
  readonly getHandle: () => EditorHandle | null;
}

export function SymbolRow({ getHandle }: SymbolRowProps) {
  // Keeps the text's focus, so that the keyboard on the screen stays open.
  const keepFocus = (event: React.PointerEvent) => event.preventDefault();
  return (
    <div className="symbols" role="toolbar" aria-label={words.symbols}>
      <button
        type="button"
        className="symbols__wide"
        aria-label={words.tabName}
        onPointerDown={keepFocus}
        onClick={() => getHandle()?.indent()}
      >
        {words.tab}
      </button>
      <button
        type="button"
        aria-label={words.outdentName}
        onPointerDown={keepFocus}
        onClick={() => getHandle()?.outdent()}
      >
        ⇤
      </button>
      {symbols.map((symbol) => (
        <button
          key={symbol}
          type="button"
          onPointerDown={keepFocus}
          onClick={() => getHandle()?.insert(symbol)}
        >
          {symbol}
        </button>
      ))}
    </div>
  );
}
