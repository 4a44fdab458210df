/** The task: what it is about, what came before it, the text, the hints. */
import './statement.css';
import type { AppPaths } from '../../domain/app-paths.ts';
import type { Catalog, Challenge } from '../../domain/challenge.ts';
import { type ChallengeWords, type LocalText, originalLanguage } from '../../domain/challenge-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Prose } from '../../ui/Prose.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { words } from './words.ts';

interface StatementProps {
  readonly challenge: Challenge;
  readonly texts: ChallengeWords;
  readonly catalog: Catalog;
  readonly paths: AppPaths;
  readonly onLanguage: (language: string) => void;
  readonly hintsShown: number;
  readonly onShowHint: () => void;
}

export function Statement(props: StatementProps) {
  const { challenge, texts, catalog, paths, onLanguage, hintsShown, onShowHint } = props;
  const languages = [originalLanguage, ...challenge.translations.map((item) => item.language)];
  return (
    <article className="statement">
      <p className="statement__brief">
        <span>{words.statement.difficulty(challenge.difficulty)}</span>
        <span>{words.statement.minutes(challenge.minutes)}</span>
        {challenge.packages.length > 0 && <span>{challenge.packages.join(', ')}</span>}
        {challenge.prerequisites.map((slug) => (
          <span key={slug}>
            {words.statement.after} <Prerequisite slug={slug} catalog={catalog} paths={paths} />
          </span>
        ))}
        {challenge.assumes.length > 0 && (
          <span>
            {words.statement.assumes}: {challenge.assumes.join(', ')}
          </span>
        )}
      </p>
      <LanguageSwitch languages={languages} current={texts.language} onChange={onLanguage} />
      <Prose html={texts.statement.html} language={texts.statement.language} />
      <Hints hints={texts.hints} shown={hintsShown} onShow={onShowHint} />
    </article>
  );
}

interface PrerequisiteProps {
  readonly slug: string;
  readonly catalog: Catalog;
  readonly paths: AppPaths;
}

function Prerequisite({ slug, catalog, paths }: PrerequisiteProps) {
  const entry = catalog.entries.find((item) => item.slug === slug);
  if (entry !== undefined) return <a href={paths.challenge(slug)}>{entry.title}</a>;
  return (
    <>
      {slug.replaceAll('-', ' ')} ({words.statement.planned})
    </>
  );
}

interface HintsProps {
  readonly hints: readonly LocalText[];
  readonly shown: number;
  readonly onShow: () => void;
}

function Hints({ hints, shown, onShow }: HintsProps) {
  if (hints.length === 0) return null;
  return (
    <section className="hints" aria-labelledby="hints-title">
      <h2 id="hints-title">{words.hints.title}</h2>
      <ol aria-live="polite">
        {hints.slice(0, shown).map((hint, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hints are an ordered ladder.
          <li key={index}>
            <b>{words.hints.name(index + 1)}</b>
            <Prose html={hint.html} language={hint.language} />
          </li>
        ))}
      </ol>
      {shown < hints.length ? (
        <Button icon="hint" onClick={onShow}>
          {words.hints.show(shown + 1, hints.length)}
        </Button>
      ) : (
        <p className="hints__end">{words.hints.all}</p>
      )}
    </section>
  );
}
