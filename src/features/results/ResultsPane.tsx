/** The results of a run in every state it can be in. */
import './empty.css';
import './results.css';
import { useStore } from 'zustand';
import { assertNever } from '../../domain/assert-never.ts';
import { isFailing, type RunningRun, type WaitingRun } from '../../domain/run-state.ts';
import { Braid } from '../../ui/Braid.tsx';
import { Button } from '../../ui/Button.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { CollectionErrors } from './CollectionErrors.tsx';
import { describeVerdict } from './describe-verdict.ts';
import { EndedView } from './EndedView.tsx';
import { listTestNames } from './list-test-names.ts';
import type { ResultsPaneProps } from './results-props.ts';
import { TestList } from './TestList.tsx';
import { TestRow } from './TestRow.tsx';
import { VerdictLine } from './VerdictLine.tsx';
import { words } from './words.ts';

export function ResultsPane(props: ResultsPaneProps) {
  return (
    <div className="results">
      <p role="status" className="results__live">
        <VisuallyHidden>{announce(props)}</VisuallyHidden>
      </p>
      <Body {...props} />
    </div>
  );
}

function Body(props: ResultsPaneProps) {
  const { run } = props;
  switch (run.kind) {
    case 'idle':
      return <Idle {...props} />;
    case 'waiting-for-boot':
      return <Waiting {...props} run={run} />;
    case 'running':
      return <Running {...props} run={run} />;
    case 'ended':
      return <EndedView {...props} run={run} />;
    default:
      return assertNever(run);
  }
}

/** The sentence for screen readers: how it stands, not every test. */
function announce({ run, challenge, progress }: ResultsPaneProps): string {
  switch (run.kind) {
    case 'idle':
      return '';
    case 'waiting-for-boot':
      return run.mode === 'all' ? words.waiting.submit : words.waiting.run;
    case 'running':
      return words.commandsRunning;
    case 'ended': {
      const { strong, rest, advice } = describeVerdict(run, challenge, progress);
      return `${strong}${rest}. ${advice}`;
    }
    default:
      return assertNever(run);
  }
}

function Idle({ challenge, progress, isReadOnly, onRun, onReadTests, afterSolving }: ResultsPaneProps) {
  const names = listTestNames(challenge.visibleTests);
  const isSolved = (progress?.solvedAt ?? null) !== null;
  return (
    <>
      {!isSolved && (
        <>
          <div className="empty">
            <Braid states={Array.from({ length: 7 }, () => 'new' as const)} />
            <h2>{isReadOnly ? words.empty.readOnlyTitle : words.empty.title}</h2>
            <p>{isReadOnly ? words.empty.readOnly : words.empty.text}</p>
          </div>
          <div className="results__actions">
            {!isReadOnly && (
              <Button icon="play" onClick={onRun}>
                {words.run}
              </Button>
            )}
            <Button onClick={onReadTests}>{words.empty.readTests}</Button>
          </div>
        </>
      )}
      {afterSolving}
      <h3 className="results__sub">
        {words.visibleTests} <span>{words.fromTasks}</span>
      </h3>
      <ul className="tests">
        {names.map((name, index) => (
          <TestRow
            // biome-ignore lint/suspicious/noArrayIndexKey: two tests may share a name, and their order is fixed.
            key={index}
            id={name}
            name={name}
            result="not-run"
            isOpen={false}
            jump={0}
            isNew={false}
            onToggle={ignore}
            onGoToLine={ignore}
            onReplay={null}
          />
        ))}
      </ul>
    </>
  );
}

function Waiting({ run, bootProgress, onStop }: ResultsPaneProps & { readonly run: WaitingRun }) {
  const title = run.mode === 'all' ? words.waiting.submit : words.waiting.run;
  return (
    <VerdictLine tone="run" icon="running" strong="" rest={title} advice={words.waitingAdvice}>
      {bootProgress}
      <Button icon="stop" onClick={onStop} disabled={run.isStopping}>
        {run.isStopping ? words.stopping : words.cancel}
      </Button>
    </VerdictLine>
  );
}

function Running({ run, store, onGoToLine }: ResultsPaneProps & { readonly run: RunningRun }) {
  const { openId, jumps } = useStore(store.state);
  const failed = run.tests.filter(isFailing).length;
  const total = run.planned.length;
  const title = total === 0 ? words.collecting : words.running(Math.min(run.tests.length + 1, total), total);
  return (
    <>
      <VerdictLine
        tone="run"
        icon="running"
        strong=""
        rest={run.isStopping ? words.stopping : title}
        advice={words.soFar(run.tests.length - failed, failed)}
      />
      <CollectionErrors errors={run.collectionErrors} onGoToLine={onGoToLine} />
      <TestList
        run={run}
        openId={openId}
        jumps={jumps}
        onToggle={store.toggle}
        onGoToLine={onGoToLine}
        onReplay={null}
      />
    </>
  );
}

/** A test that has not run has nothing to open. */
const ignore = Object.assign(() => undefined, { canOpen: () => false });
