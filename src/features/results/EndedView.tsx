/** A verdict and everything that explains it. */
import './causes.css';
import { useStore } from 'zustand';
import type { EndedRun } from '../../domain/run-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { RunawayThread } from '../../ui/RunawayThread.tsx';
import { CapturedOutput } from './CapturedOutput.tsx';
import { CollectionErrors } from './CollectionErrors.tsx';
import { describeVerdict, type VerdictText } from './describe-verdict.ts';
import { FoldedLines } from './FoldedLines.tsx';
import { FrameLine } from './FrameLine.tsx';
import type { ResultsPaneProps } from './results-props.ts';
import { TestList } from './TestList.tsx';
import { VerdictLine } from './VerdictLine.tsx';
import { WarningList } from './WarningList.tsx';
import { words } from './words.ts';

export function EndedView(props: ResultsPaneProps & { readonly run: EndedRun }) {
  const { run, challenge, progress, store, onGoToLine, onRun, onSubmit, onReplay, afterSolving } = props;
  const { openId, jumps } = useStore(store.state);
  const text = describeVerdict(run, challenge, progress);
  const { verdict } = run;
  const report = 'report' in verdict ? verdict.report : null;
  const hasPassed = verdict.kind === 'passed' && run.replay === null;
  const isPartPassed = hasPassed && run.mode === 'visible' && challenge.hiddenTests.length > 0;
  const hasTests = run.planned.length > 0 || run.tests.length > 0;
  const isStuck =
    verdict.kind === 'timed-out' || verdict.kind === 'out-of-memory' || verdict.kind === 'crashed';

  return (
    <>
      <VerdictLine {...text} change={run.change}>
        {isPartPassed && <Button onClick={onSubmit}>{words.submit}</Button>}
        {run.replay !== null && (
          <Button onClick={run.mode === 'all' ? onSubmit : onRun}>{words.schedule.runAll}</Button>
        )}
        {hasPassed && !isPartPassed && props.crossing}
      </VerdictLine>
      {isStuck && (
        <div className="results__runaway">
          <RunawayThread />
        </div>
      )}
      {text.where !== null && isStuck && (
        <div className="case case--bare">
          <FrameLine title={words.failure.yourLine} frame={text.where} tone="warn" onGoToLine={onGoToLine} />
        </div>
      )}
      <Causes text={text} />
      {verdict.kind === 'crashed' && (
        <div className="results__actions">
          <Button icon="play" onClick={onRun}>
            {words.runAgain}
          </Button>
        </div>
      )}
      {report !== null && report.collectionErrors.length > 0 && (
        <CollectionErrors errors={report.collectionErrors} onGoToLine={onGoToLine} />
      )}
      {hasPassed && !isPartPassed && afterSolving}
      {hasTests && (
        <>
          <h3 className="results__sub">{words.tests}</h3>
          <TestList
            run={run}
            openId={openId}
            jumps={jumps}
            onToggle={store.toggle}
            onGoToLine={onGoToLine}
            onReplay={onReplay}
          />
        </>
      )}
      {report !== null && (
        <div className="results__rest">
          <CapturedOutput title={words.capture.outsideTests} capture={report.stdout} />
          <CapturedOutput title={words.capture.stderr} capture={report.stderr} />
          <WarningList warnings={report.warnings} onGoToLine={onGoToLine} />
        </div>
      )}
      {text.raw !== '' && (
        <div className="results__rest">
          <Disclosure summary={words.raw}>
            <FoldedLines text={text.raw} label={words.raw} />
          </Disclosure>
        </div>
      )}
    </>
  );
}

function Causes({ text }: { readonly text: VerdictText }) {
  if (text.causes.length === 0) return null;
  return (
    <>
      <h3 className="results__sub">{words.causesTitle}</h3>
      <ol className="causes">
        {text.causes.map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ol>
    </>
  );
}
