/** Monaco on a leash: one component, one file on the screen, everything disposed with it. */
import './monaco.css';
import { editor, MarkerSeverity, Uri } from 'monaco-editor/editor';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { EditorHandle, EditorMark, EditorProps, EditorSession } from './editor-port.ts';
import { setUpMonaco } from './monaco-setup.ts';
import { words } from './words.ts';

/** Characters above which colouring would cost more than it helps. */
const largestColoured = 400_000;
const markerOwner = 'interleave';

export function MonacoEditor(props: EditorProps) {
  const { path, initialText, isReadOnly, fontSize, marks, onChange, onCursor, onHandle, session } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<editor.IStandaloneCodeEditor | null>(null);
  const viewStates = useRef(new Map<string, editor.ICodeEditorViewState | null>());
  const callbacks = useRef({ onChange, onCursor, onHandle });
  useLayoutEffect(() => {
    callbacks.current = { onChange, onCursor, onHandle };
  });

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    setUpMonaco();
    const created = editor.create(element, {
      ...fixedOptions,
      fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono'),
    });
    view.current = created;
    const subscriptions = [
      created.onDidChangeModelContent(() => {
        const model = created.getModel();
        if (model !== null) callbacks.current.onChange(pathOf(model), model.getValue());
      }),
      created.onDidChangeCursorPosition(({ position }) => {
        session.cursor = { line: position.lineNumber, column: position.column };
        callbacks.current.onCursor(session.cursor);
      }),
      created.onDidFocusEditorText(() => {
        session.hasFocus = true;
      }),
      created.onDidBlurEditorText(() => {
        session.hasFocus = false;
      }),
    ];
    callbacks.current.onHandle(createHandle(created));
    return () => {
      const wasFocused = session.hasFocus;
      callbacks.current.onHandle(null);
      for (const subscription of subscriptions) subscription.dispose();
      created.dispose();
      view.current = null;
      session.hasFocus = wasFocused;
    };
  }, [session]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of an open file comes through the handle.
  useEffect(() => {
    const current = view.current;
    if (current === null) return;
    const states = viewStates.current;
    const isFirst = current.getModel() === null;
    const model = openModel(session, path, initialText);
    current.setModel(model);
    const remembered = states.get(path);
    if (remembered) current.restoreViewState(remembered);
    else if (isFirst && !isReadOnly) current.setPosition(toPosition(session.cursor));
    if (isFirst && session.hasFocus) current.focus();
    return () => {
      states.set(path, current.saveViewState());
    };
  }, [path, session]);

  useEffect(() => {
    view.current?.updateOptions({
      readOnly: isReadOnly,
      domReadOnly: isReadOnly,
      fontSize,
      lineHeight: Math.round(fontSize * 1.6),
      ariaLabel: words.editorName(path, isReadOnly),
    });
  }, [isReadOnly, fontSize, path]);

  useEffect(() => {
    const current = view.current;
    const model = current?.getModel();
    if (!current || !model) return;
    const own = marks.filter((mark) => mark.path === path && mark.line <= model.getLineCount());
    editor.setModelMarkers(
      model,
      markerOwner,
      own.map((mark) => toMarker(mark, model)),
    );
    const decorations = current.createDecorationsCollection(own.flatMap(toDecorations));
    const shown = own.find((mark) => mark.hasMessage);
    if (shown !== undefined) current.revealLineInCenterIfOutsideViewport(shown.line);
    const zones = addMessages(
      current,
      own.filter((mark) => mark.hasMessage),
    );
    return () => {
      decorations.clear();
      zones();
      if (!model.isDisposed()) editor.setModelMarkers(model, markerOwner, []);
    };
  }, [marks, path]);

  return <div ref={host} className="monaco-host" />;
}

const fixedOptions: editor.IStandaloneEditorConstructionOptions = {
  model: null,
  automaticLayout: true,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  fixedOverflowWidgets: true,
  glyphMargin: true,
  folding: true,
  fontLigatures: false,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 12,
  padding: { top: 8, bottom: 24 },
  renderControlCharacters: true,
  renderLineHighlight: 'line',
  bracketPairColorization: { enabled: false },
  hideCursorInOverviewRuler: true,
  overviewRulerBorder: false,
  tabSize: 4,
  insertSpaces: true,
  detectIndentation: false,
  stickyScroll: { enabled: false },
  wordBasedSuggestions: 'currentDocument',
  accessibilitySupport: 'auto',
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true, nonBasicASCII: false },
  readOnlyMessage: { value: words.readOnlyMessage },
  smoothScrolling: false,
  contextmenu: true,
};

function openModel(session: EditorSession, path: string, text: string): editor.ITextModel {
  const uri = Uri.from({ scheme: 'draft', authority: session.name, path: `/${path}` });
  const known = editor.getModel(uri);
  if (known !== null) {
    if (known.getValue() !== text) known.setValue(text);
    return known;
  }
  const language = text.length > largestColoured || !path.endsWith('.py') ? 'plaintext' : 'python';
  return editor.createModel(text, language, uri);
}

function pathOf(model: editor.ITextModel): string {
  return model.uri.path.slice(1);
}

function toPosition(place: { line: number; column: number }) {
  return { lineNumber: place.line, column: place.column };
}

function createHandle(view: editor.IStandaloneCodeEditor): EditorHandle {
  const replace = (model: editor.ITextModel, text: string) => {
    view.pushUndoStop();
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    view.pushUndoStop();
  };
  return {
    getText: () => view.getModel()?.getValue() ?? '',
    setText(text) {
      const model = view.getModel();
      if (model !== null && model.getValue() !== text) replace(model, text);
    },
    revealLine(line, column = 1) {
      const lineNumber = Math.min(Math.max(1, line), view.getModel()?.getLineCount() ?? 1);
      view.setPosition({ lineNumber, column });
      view.revealLineInCenterIfOutsideViewport(lineNumber);
      view.focus();
    },
    focus: () => view.focus(),
    insert: (text) => view.trigger('symbols', 'type', { text }),
    indent: () => view.trigger('symbols', 'tab', {}),
    outdent: () => view.trigger('symbols', 'outdent', {}),
  };
}

function toMarker(mark: EditorMark, model: editor.ITextModel): editor.IMarkerData {
  const first = model.getLineFirstNonWhitespaceColumn(mark.line) || 1;
  const last = model.getLineMaxColumn(mark.line);
  const start = Math.min(mark.column ?? first, last);
  return {
    severity: mark.tone === 'fail' ? MarkerSeverity.Error : MarkerSeverity.Warning,
    message: `${mark.title} ${mark.text}`.trim(),
    startLineNumber: mark.line,
    startColumn: start,
    endLineNumber: mark.line,
    endColumn: Math.max(Math.min(mark.endColumn ?? last, last), start + 1),
  };
}

function toDecorations(mark: EditorMark): editor.IModelDeltaDecoration[] {
  return [
    {
      range: { startLineNumber: mark.line, startColumn: 1, endLineNumber: mark.line, endColumn: 1 },
      options: {
        isWholeLine: true,
        className: `mark-line mark-line--${mark.tone}`,
        marginClassName: `mark-line mark-line--${mark.tone}`,
        glyphMarginClassName: `mark-glyph mark-glyph--${mark.tone}`,
        glyphMarginHoverMessage: { value: mark.title },
      },
    },
  ];
}

/** The message stands below its line, as high as its words need at this width. */
function addMessages(view: editor.IStandaloneCodeEditor, marks: readonly EditorMark[]): () => void {
  const ids: string[] = [];
  view.changeViewZones((accessor) => {
    for (const mark of marks) {
      const domNode = toMessage(mark);
      const width = Math.max(160, view.getLayoutInfo().contentWidth - 24);
      domNode.style.maxWidth = `min(36rem, ${width}px)`;
      ids.push(
        accessor.addZone({
          afterLineNumber: mark.line,
          heightInPx: measure(domNode, view.getContainerDomNode()),
          domNode,
          suppressMouseDown: true,
        }),
      );
    }
  });
  return () => {
    if (view.getModel() === null) return;
    view.changeViewZones((accessor) => {
      for (const id of ids) accessor.removeZone(id);
    });
  };
}

function toMessage(mark: EditorMark): HTMLElement {
  const node = document.createElement('div');
  node.className = `mark-message mark-message--${mark.tone}`;
  const title = document.createElement('b');
  title.textContent = mark.title;
  node.append(title, mark.text === '' ? '' : ` ${mark.text}`);
  return node;
}

function measure(node: HTMLElement, beside: HTMLElement): number {
  node.style.visibility = 'hidden';
  node.style.position = 'absolute';
  beside.append(node);
  const height = node.offsetHeight;
  node.remove();
  node.style.visibility = '';
  node.style.position = '';
  return Math.max(24, height);
}
