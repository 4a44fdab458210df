/** The editor for this device: Monaco with a pointer, a plain one on touch screens and until Monaco is here. */
import { Component, lazy, type ReactNode, Suspense } from 'react';
import type { EditorProps } from './editor-port.ts';
import { TextareaEditor } from './TextareaEditor.tsx';
import { useIsTouch } from './use-is-touch.ts';

const LazyMonaco = lazy(async () => ({ default: (await import('./MonacoEditor.tsx')).MonacoEditor }));

export function CodeEditor(props: EditorProps) {
  const isTouch = useIsTouch();
  const plain = <TextareaEditor {...props} />;
  if (isTouch) return plain;
  return (
    <FallBack to={plain}>
      <Suspense fallback={plain}>
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
