/** What a failing test has to say: assertion, values, your line, output, traceback. */
import './case.css';
import type { Assertion, Failure, TestResult } from '../../domain/report.ts';
import { AlignedItems } from './AlignedItems.tsx';
import { CapturedOutput } from './CapturedOutput.tsx';
import { learnerFrame } from './describe-verdict.ts';
import { FrameLine } from './FrameLine.tsx';
import type { GoToLine } from './go-to-line.ts';
import type { OnReplay } from './on-replay.ts';
import { SafeText } from './SafeText.tsx';
import { ScheduleView } from './ScheduleView.tsx';
import { TracebackView } from './TracebackView.tsx';
import { ValueDiff } from './ValueDiff.tsx';
import { WarningList } from './WarningList.tsx';
import { words } from './words.ts';

interface FailureDetailsProps {
  readonly test: TestResult;
  readonly onGoToLine: GoToLine;
  readonly onReplay: OnReplay | null;
}

export function FailureDetails({ test, onGoToLine, onReplay }: FailureDetailsProps) {
  const { failure } = test;
  const own = learnerFrame(test);
  const inTest = failure?.frames.findLast((frame) => frame.origin === 'test') ?? null;
  return (
    <div className="case">
      {failure === null ? <Quiet test={test} /> : <What failure={failure} />}
      {own !== null && (
        <FrameLine title={words.failure.yourLine} frame={own} onGoToLine={onGoToLine} tone="fail" />
      )}
      {own === null && inTest !== null && (
        <FrameLine title={words.failure.testLine} frame={inTest} onGoToLine={onGoToLine} tone="quiet" />
      )}
      {failure !== null && failure.schedule !== null && (
        <ScheduleView
          testId={test.id}
          schedule={failure.schedule}
          onGoToLine={onGoToLine}
          onReplay={onReplay}
        />
      )}
      <CapturedOutput title={words.capture.stdout} capture={test.stdout} isOpen />
      <CapturedOutput title={words.capture.stderr} capture={test.stderr} isOpen />
      <CapturedOutput title={words.capture.log} capture={test.log} />
      {failure !== null && <TracebackView failure={failure} onGoToLine={onGoToLine} />}
      <WarningList warnings={test.warnings} onGoToLine={onGoToLine} />
    </div>
  );
}

function Quiet({ test }: { readonly test: TestResult }) {
  if (test.skipReason !== '') {
    return (
      <p>
        {words.failure.skipped}: <SafeText text={test.skipReason} />
      </p>
    );
  }
  return <p>{test.outcome === 'passed' ? words.failure.passedNote : words.failure.nothingToShow}</p>;
}

function What({ failure }: { readonly failure: Failure }) {
  const { assertion } = failure;
  return (
    <>
      {failure.when !== 'call' && (
        <p>{failure.when === 'setup' ? words.failure.inSetup : words.failure.inTeardown}</p>
      )}
      {assertion === null ? <Raised failure={failure} /> : <AssertionView assertion={assertion} />}
    </>
  );
}

function Raised({ failure }: { readonly failure: Failure }) {
  return (
    <div className="raised">
      <h4>{words.failure.raised(failure.type)}</h4>
      {failure.message !== '' && (
        <pre className="raised__message">
          <SafeText text={failure.message} />
        </pre>
      )}
    </div>
  );
}

function AssertionView({ assertion }: { readonly assertion: Assertion }) {
  return (
    <>
      {assertion.note !== '' && (
        <p className="case__note">
          <SafeText text={assertion.note} />
        </p>
      )}
      <pre className="assertion">
        assert{' '}
        <b>
          <SafeText text={assertion.expression} />
        </b>
      </pre>
      <Values assertion={assertion} />
    </>
  );
}

/** Longest value that still reads well as one line, in characters. */
const longestInline = 160;

function Values({ assertion }: { readonly assertion: Assertion }) {
  const { expected, actual, expectedItems, actualItems, diff, explanation } = assertion;
  const isFlat = expectedItems !== null && actualItems !== null;
  const areItemsShort = isFlat && [...expectedItems, ...actualItems].every((item) => item.length <= 40);
  if (isFlat && areItemsShort) return <AlignedItems expected={expectedItems} actual={actualItems} />;

  const isShort = (value: string | null) =>
    value !== null && value.length <= longestInline && !value.includes('\n');
  if (isShort(expected) && isShort(actual)) return <Pair expected={expected ?? ''} actual={actual ?? ''} />;
  if (diff.length > 0) {
    return (
      <div>
        <h4>
          {words.failure.difference} <span>{words.failure.differenceHelp}</span>
        </h4>
        <ValueDiff lines={diff} />
      </div>
    );
  }
  if (expected !== null && actual !== null) return <Pair expected={expected} actual={actual} />;
  if (explanation.length === 0) return null;
  return (
    <div>
      <h4>{words.failure.explanation}</h4>
      <ValueDiff lines={explanation.map((line) => ` ${line}`)} />
    </div>
  );
}

function Pair({ expected, actual }: { readonly expected: string; readonly actual: string }) {
  return (
    <dl className="pair">
      <dt>{words.failure.expected}</dt>
      <dd>
        <span className="aligned__wanted">
          <SafeText text={expected} />
        </span>
      </dd>
      <dt>{words.failure.yours}</dt>
      <dd>
        <span className="aligned__got">
          <SafeText text={actual} />
        </span>{' '}
        <span className="aligned__note">≠</span>
      </dd>
    </dl>
  );
}
