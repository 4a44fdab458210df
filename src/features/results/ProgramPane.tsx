/** A file that runs as a program: how it stands, what it prints, and the line that it waits for. */
import './causes.css';
import './program.css';
import type { ReactNode } from 'react';
import { type ProgramState, promptOf } from '../../domain/program-run.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { describeProgram } from './describe-program.ts';
import { FoldedLines } from './FoldedLines.tsx';
import { FrameLine } from './FrameLine.tsx';
import type { GoToLine } from './go-to-line.ts';
import { InputRow } from './InputRow.tsx';
import { ProgramOutput } from './ProgramOutput.tsx';
import { programWords } from './program-words.ts';
import { VerdictLine } from './VerdictLine.tsx';
import { words } from './words.ts';

interface ProgramPaneProps {
  readonly program: Exclude<ProgramState, { kind: 'idle' }>;
  readonly onAnswer: (line: string | null) => void;
  readonly onGoToLine: GoToLine;
  readonly onStop: () => void;
  /** How Python's start is coming along, shown while the program waits for it. */
  readonly bootProgress: ReactNode;
}

export function ProgramPane({ program, onAnswer, onGoToLine, onStop, bootProgress }: ProgramPaneProps) {
  const text = describeProgram(program);
  const output = program.kind === 'waiting-for-boot' ? [] : program.output;
  const isAsking = program.kind === 'running' && program.isInputWanted && !program.isStopping;
  const dropped =
    program.kind === 'ended' && program.ending.kind === 'exited'
      ? program.ending.report.droppedCharacters
      : 0;
  return (
    <div className="results">
      <p role="status" className="results__live">
        <VisuallyHidden>{`${text.strong}${text.rest}. ${text.advice}`}</VisuallyHidden>
      </p>
      <VerdictLine {...text}>
        {program.kind === 'waiting-for-boot' && (
          <>
            {bootProgress}
            <Button icon="stop" onClick={onStop} disabled={program.isStopping}>
              {program.isStopping ? words.stopping : words.cancel}
            </Button>
          </>
        )}
      </VerdictLine>
      {text.where !== null && (
        <div className="case case--bare">
          <FrameLine title={words.failure.yourLine} frame={text.where} tone="fail" onGoToLine={onGoToLine} />
        </div>
      )}
      {text.causes.length > 0 && (
        <>
          <h3 className="results__sub">{words.causesTitle}</h3>
          <ol className="causes">
            {text.causes.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ol>
        </>
      )}
      {program.kind !== 'waiting-for-boot' && (
        <>
          <h3 className="results__sub">{programWords.outputOf(program.program)}</h3>
          {output.length === 0 ? (
            <p className="output__none">
              {program.kind === 'ended' ? programWords.nothing : programWords.nothingYet}
            </p>
          ) : (
            <ProgramOutput
              output={output}
              label={programWords.outputOf(program.program)}
              onGoToLine={onGoToLine}
            />
          )}
        </>
      )}
      {dropped > 0 && <p className="output__dropped">{words.capture.dropped(dropped)}</p>}
      {isAsking && <InputRow key={output.length} prompt={promptOf(output)} onAnswer={onAnswer} />}
      {text.raw !== '' && (
        <div className="results__rest">
          <Disclosure summary={words.raw}>
            <FoldedLines text={text.raw} label={words.raw} />
          </Disclosure>
        </div>
      )}
    </div>
  );
}
