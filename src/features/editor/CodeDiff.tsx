/** Two texts compared: in Monaco's diff editor with a pointer, as plain lines on touch screens. */
import './editor.css';
import { lazy, Suspense } from 'react';
import { FallBack } from './CodeEditor.tsx';
import { PlainDiff } from './PlainDiff.tsx';
import { useIsTouch } from './use-is-touch.ts';
import { words } from './words.ts';

const LazyDiff = lazy(async () => ({ default: (await import('./MonacoDiff.tsx')).MonacoDiff }));

interface CodeDiffProps {
  readonly left: string;
  readonly right: string;
  readonly leftTitle: string;
  readonly rightTitle: string;
}

export function CodeDiff({ left, right, leftTitle, rightTitle }: CodeDiffProps) {
  const isTouch = useIsTouch();
  const label = words.diffName(leftTitle, rightTitle);
  const plain = <PlainDiff left={left} right={right} label={label} />;
  return (
    <div className="diff">
      <div className="diff__titles" aria-hidden="true">
        <span>− {leftTitle}</span>
        <span>+ {rightTitle}</span>
      </div>
      {isTouch ? (
        plain
      ) : (
        <FallBack to={plain}>
          <Suspense fallback={plain}>
            <LazyDiff left={left} right={right} label={label} />
          </Suspense>
        </FallBack>
      )}
    </div>
  );
}
