/** The learner's files and the visible tests in tabs, one of them in the editor. */
import './editor.css';
import { useRef } from 'react';
import type { TextFile } from '../../domain/challenge.ts';
import { Icon } from '../../ui/Icon.tsx';
import { CodeEditor } from './CodeEditor.tsx';
import type { CursorPlace, EditorHandle, EditorMark, EditorSession } from './editor-port.ts';
import { useIsTouch } from './use-is-touch.ts';
import { words } from './words.ts';

export interface EditorPaneProps {
  readonly files: readonly TextFile[];
  /** Shown for reading, after the learner's own files. */
  readonly readOnlyFiles: readonly TextFile[];
  readonly activePath: string;
  readonly onOpen: (path: string) => void;
  readonly marks: readonly EditorMark[];
  readonly fontSize: number;
  readonly session: EditorSession;
  readonly onChange: (path: string, text: string) => void;
  readonly onCursor: (place: CursorPlace) => void;
  readonly onHandle: (handle: EditorHandle | null) => void;
}

const panelId = 'editor-panel';

export function EditorPane(props: EditorPaneProps) {
  const { files, readOnlyFiles, activePath, onOpen } = props;
  const tabs = useRef<HTMLDivElement>(null);
  const isTouch = useIsTouch();
  const all = [...files, ...readOnlyFiles];
  const active = all.find((file) => file.path === activePath) ?? all[0];
  if (active === undefined) return null;
  const isReadOnly = !files.some((file) => file.path === active.path);

  function moveTab(event: React.KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || active === undefined) return;
    const index = (all.indexOf(active) + step + all.length) % all.length;
    const next = all[index];
    if (next === undefined) return;
    event.preventDefault();
    onOpen(next.path);
    tabs.current?.querySelectorAll<HTMLElement>('[role="tab"]')[index]?.focus();
  }

  return (
    <div className="editor-pane">
      <div className="tab-strip">
        <div className="tab-strip__tabs" role="tablist" aria-label={words.files} ref={tabs} onKeyDown={moveTab}>
          {all.map((file) => (
            <button
              key={file.path}
              type="button"
              role="tab"
              id={tabId(file.path)}
              aria-selected={file.path === active.path}
              aria-controls={panelId}
              tabIndex={file.path === active.path ? 0 : -1}
              className="tab-strip__tab tab-strip__tab--file"
              title={file.path}
              onClick={() => onOpen(file.path)}
            >
              {!files.includes(file) && <Icon name="lock" label={words.readOnly} />}
              {file.path.split('/').at(-1)}
            </button>
          ))}
        </div>
        {!isTouch && <span className="tab-strip__note">{isMac() ? words.tabLeavesMac : words.tabLeaves}</span>}
      </div>
      <div className="editor-pane__body" role="tabpanel" id={panelId} aria-labelledby={tabId(active.path)}>
        <CodeEditor
          path={active.path}
          initialText={active.text}
          isReadOnly={isReadOnly}
          fontSize={props.fontSize}
          marks={props.marks}
          onChange={props.onChange}
          onCursor={props.onCursor}
          onHandle={props.onHandle}
          session={props.session}
        />
      </div>
    </div>
  );
}

function tabId(path: string): string {
  return `file-${path.replaceAll(/[^a-z0-9]/gi, '-')}`;
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
