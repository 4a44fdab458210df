/** What the page may ask of an editor, whichever one is on the screen. */

/** A place in the code with something to say about it. */
export interface EditorMark {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1 in UTF-16 units; `null` marks the whole line. */
  readonly column: number | null;
  readonly endColumn: number | null;
  readonly tone: 'fail' | 'warn';
  readonly title: string;
  readonly text: string;
  /** False leaves it at the sign in the margin. */
  readonly hasMessage: boolean;
}

export interface EditorHandle {
  readonly getText: () => string;
  /** Replaces the whole text as one step that the editor's own undo takes back. */
  readonly setText: (text: string) => void;
  /** Puts the cursor there, a third from the top, and takes the focus. Lines count from 1. */
  readonly revealLine: (line: number, column?: number) => void;
  readonly focus: () => void;
  /** Inserts at the cursor, as if typed. */
  readonly insert: (text: string) => void;
  readonly indent: () => void;
  readonly outdent: () => void;
}

export interface CursorPlace {
  readonly line: number;
  readonly column: number;
}

export interface EditorProps {
  readonly path: string;
  /** Read when the file is opened; later texts come through `EditorHandle.setText`. */
  readonly initialText: string;
  readonly isReadOnly: boolean;
  readonly fontSize: number;
  readonly marks: readonly EditorMark[];
  readonly onChange: (path: string, text: string) => void;
  readonly onCursor: (place: CursorPlace) => void;
  /** Called with the handle when the editor is there, with `null` when it goes. */
  readonly onHandle: (handle: EditorHandle | null) => void;
  /** Where cursor and focus are kept while one editor takes over from another. */
  readonly session: EditorSession;
}

/** Survives the change from the plain editor to the full one, and from one layout to another. */
export interface EditorSession {
  cursor: CursorPlace;
  hasFocus: boolean;
  /** Unique part of the models' names, so that two pages never share one. */
  readonly name: string;
}

export function createEditorSession(name: string): EditorSession {
  return { cursor: { line: 1, column: 1 }, hasFocus: false, name };
}
