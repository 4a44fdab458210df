/** What there is to read once a challenge is solved: why it works, how others do it, what goes wrong, what next. */
import './after.css';
import type { AppPaths } from '../../domain/app-paths.ts';
import type { CatalogEntry, Challenge, TextFile } from '../../domain/challenge.ts';
import type { LocalText } from '../../domain/challenge-words.ts';
import { DifficultyMark } from '../../ui/DifficultyMark.tsx';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { Prose } from '../../ui/Prose.tsx';
import { MutantGame } from './MutantGame.tsx';
import type { RenderDiff } from './render-diff.ts';
import { words } from './words.ts';

interface AfterSolvingProps {
  readonly challenge: Challenge;
  readonly explanation: LocalText;
  /** The learner's text that passed. */
  readonly files: readonly TextFile[];
  readonly next: readonly CatalogEntry[];
  readonly paths: AppPaths;
  readonly renderDiff: RenderDiff;
}

export function AfterSolving(props: AfterSolvingProps) {
  const { challenge, explanation, files, next, paths, renderDiff } = props;
  return (
    <div className="after">
      <section>
        {/^\s*<h2/.test(explanation.html) ? null : <h2>{words.after.explanation}</h2>}
        <Prose html={explanation.html} language={explanation.language} />
      </section>
      <section>
        <h2>{words.after.reference}</h2>
        {challenge.solution.map((file) => (
          <div key={file.path} className="after__diff">
            {renderDiff(
              files.find((own) => own.path === file.path)?.text ?? '',
              file.text,
              words.after.yours,
              words.after.referenceTitle,
            )}
          </div>
        ))}
      </section>
      {challenge.mutants.length > 0 && (
        <section>
          <h2>{words.after.mutants}</h2>
          <p className="after__lede">{words.after.mutantsText(challenge.mutants.length)}</p>
          <MutantGame challenge={challenge} renderDiff={renderDiff} />
        </section>
      )}
      <section>
        <h2>{words.after.next}</h2>
        {next.length === 0 ? (
          <p className="after__lede">{words.after.nothingNext}</p>
        ) : (
          <ul className="after__next">
            {next.map((entry) => (
              <li key={entry.slug}>
                <h3>
                  <a href={paths.challenge(entry.slug)}>
                    <InlineCode text={entry.title} />
                  </a>
                </h3>
                <p>
                  <InlineCode text={entry.summary} />
                </p>
                <p className="after__meta">
                  <DifficultyMark level={entry.difficulty} />
                  <span>{words.statement.minutes(entry.minutes)}</span>
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
