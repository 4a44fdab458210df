/** Wrong solutions as a guessing game: read one, say which test notices, then see what is wrong. */
import './foes.css';
import { useState } from 'react';
import type { Challenge, Mutant } from '../../domain/challenge.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { StateLabel } from '../../ui/StateLabel.tsx';
import { toMutantChoices, toTestWords } from './mutant-choices.ts';
import type { RenderDiff } from './render-diff.ts';
import { words } from './words.ts';

interface MutantGameProps {
  readonly challenge: Challenge;
  readonly renderDiff: RenderDiff;
}

export function MutantGame({ challenge, renderDiff }: MutantGameProps) {
  return (
    <ul className="foes">
      {challenge.mutants.map((mutant, index) => (
        <li key={mutant.name}>
          <Foe mutant={mutant} number={index + 1} challenge={challenge} renderDiff={renderDiff} />
        </li>
      ))}
    </ul>
  );
}

interface FoeProps extends MutantGameProps {
  readonly mutant: Mutant;
  readonly number: number;
}

function Foe({ mutant, number, challenge, renderDiff }: FoeProps) {
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState<string | null>(null);
  const choices = toMutantChoices(mutant, challenge, number);
  const isRight = answer !== null && mutant.kills.includes(answer);
  return (
    <Disclosure
      onToggle={setOpen}
      summary={
        <>
          <span>{words.after.mutant(number)}</span>
          {answer !== null && (
            <span className="foes__by">
              {answer === '' ? null : (
                <StateLabel
                  tone={isRight ? 'pass' : 'quiet'}
                  icon={isRight ? 'pass' : 'skip'}
                  word={isRight ? words.mutants.right : words.mutants.wrong}
                />
              )}
            </span>
          )}
        </>
      }
    >
      {isOpen &&
        mutant.files.map((file) => (
          <div key={file.path} className="after__diff">
            {renderDiff(
              challenge.solution.find((own) => own.path === file.path)?.text ?? '',
              file.text,
              words.after.referenceTitle,
              words.after.mutant(number),
            )}
          </div>
        ))}
      {answer === null ? (
        <div className="foes__ask">
          {choices.length > 0 && <span>{words.mutants.ask}</span>}
          {choices.map((choice) => (
            <Button key={choice} onClick={() => setAnswer(choice)}>
              {toTestWords(choice)}
            </Button>
          ))}
          <Button kind="bare" onClick={() => setAnswer('')}>
            {words.after.mutantShow}
          </Button>
        </div>
      ) : (
        <p className="foes__why" role="status">
          {mutant.why.replace(/^./, (letter) => letter.toUpperCase())}.
          {mutant.kills.length > 0 && (
            <>
              {' '}
              {words.after.mutantCaughtBy}: {mutant.kills.map(toTestWords).join(', ')}.
            </>
          )}
        </p>
      )}
    </Disclosure>
  );
}
