/** Two texts side by side in Monaco's diff editor, read-only. */
import './monaco.css';
import { editor } from 'monaco-editor/editor';
import { useEffect, useRef } from 'react';
import { setUpMonaco } from './monaco-setup.ts';

export interface DiffProps {
  readonly left: string;
  readonly right: string;
  /** Name of the comparison for screen readers. */
  readonly label: string;
}

/** Rows of text beyond which the view scrolls. */
const mostRows = 34;
const rowHeight = 20;

export function MonacoDiff({ left, right, label }: DiffProps) {
  const host = useRef<HTMLDivElement>(null);
  const rows = Math.max(countLines(left), countLines(right)) + 2;

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    setUpMonaco();
    const original = editor.createModel(left, 'python');
    const modified = editor.createModel(right, 'python');
    const view = editor.createDiffEditor(element, {
      automaticLayout: true,
      readOnly: true,
      originalEditable: false,
      renderSideBySide: true,
      useInlineViewWhenSpaceIsLimited: true,
      renderSideBySideInlineBreakpoint: 640,
      hideUnchangedRegions: { enabled: true },
      renderIndicators: true,
      renderOverviewRuler: false,
      hideCursorInOverviewRuler: true,
      overviewRulerLanes: 0,
      bracketPairColorization: { enabled: false },
      renderLineHighlight: 'none',
      minimap: { enabled: false },
      scrollBeyondLastLine: false,
      fontSize: 12,
      lineHeight: rowHeight,
      fontLigatures: false,
      fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono'),
      accessibilityVerbose: true,
      ariaLabel: label,
      scrollbar: { alwaysConsumeMouseWheel: false },
      fixedOverflowWidgets: true,
    });
    view.setModel({ original, modified });
    return () => {
      view.dispose();
      original.dispose();
      modified.dispose();
    };
  }, [left, right, label]);

  return <div ref={host} className="diff-host" style={{ height: Math.min(rows, mostRows) * rowHeight }} />;
}

function countLines(text: string): number {
  return text.split('\n').length;
}
