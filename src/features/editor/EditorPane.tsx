/** The learner's files and the visible tests in tabs, one of them in the editor. */
import './editor.css';
import type { TextFile } from '../../domain/challenge.ts';
import { TabPanel, Tabs } from '../../ui/Tabs.tsx';
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
  /** Pixels. */
  readonly fontSize: number;
  readonly session: EditorSession;
  readonly onChange: (path: string, text: string) => void;
  readonly onCursor: (place: CursorPlace) => void;
  readonly onHandle: (handle: EditorHandle | null) => void;
}

const tabsName = 'files';

export function EditorPane(props: EditorPaneProps) {
  const { files, readOnlyFiles, activePath, onOpen } = props;
  const isTouch = useIsTouch();
  const active = [...files, ...readOnlyFiles].find((file) => file.path === activePath) ?? files[0];
  if (active === undefined) return null;
  const isReadOnly = !files.some((file) => file.path === active.path);
  const toTab = (file: TextFile) => ({
    id: file.path,
    label: file.path.split('/').at(-1) ?? file.path,
    mono: true,
  });
  // Files come first: what the note says stands in the list of keys as well.
  const isCrowded = files.length + readOnlyFiles.length > 3;
  const note = isTouch || isCrowded ? undefined : isMac() ? words.tabLeavesMac : words.tabLeaves;

  return (
    <div className="editor-pane">
      <Tabs
        label={words.files}
        name={tabsName}
        tabs={[
          ...files.map(toTab),
          ...readOnlyFiles.map((file) => ({ ...toTab(file), icon: 'lock' as const })),
        ]}
        selected={active.path}
        onSelect={onOpen}
        end={note}
        spread="wrap"
      />
      <TabPanel name={tabsName} id={active.path} isSelected className="editor-pane__body">
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
      </TabPanel>
    </div>
  );
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
