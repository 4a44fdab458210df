/** The editor for this device: Monaco with a pointer, a plain one on touch screens and until Monaco is here. */
import { Component, lazy, type ReactNode, Suspense } from 'react';
import type { EditorProps } from './editor-port.ts';
import { TextareaEditor } from './TextareaEditor.tsx';
import { useIsTouch } from './use-is-touch.ts';
import { words } from './words.ts';

/** Characters from which a plain text field takes longer to draw than Monaco takes to arrive. */
const longestPlain = 100_000;

const LazyMonaco = lazy(async () => ({ default: (await import('./MonacoEditor.tsx')).MonacoEditor }));

export function CodeEditor(props: EditorProps) {
  const isTouch = useIsTouch();
  const plain = <TextareaEditor {...props} />;
  const isLong = props.initialText.length > longestPlain;
  if (isTouch && !isLong) return plain;
  return (
    <FallBack to={plain}>
      <Suspense fallback={isLong ? <p className="editor-wait">{words.loading}</p> : plain}>
        <LazyMonaco {...props} />
      </Suspense>
    </FallBack>
  );
}

/** A full editor that cannot be loaded leaves the plain one in its place. */
export class FallBack extends Component<{ to: ReactNode; children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.to : this.props.children;
  }
}
