import '../../src/ui/field.css';
import { useState } from 'react';
import type { AppPaths } from '../../src/domain/app-paths.ts';
import type { Catalog, Challenge } from '../../src/domain/challenge.ts';
import { Prose } from '../../src/features/workspace/Prose.tsx';
import { Statement } from '../../src/features/workspace/Statement.tsx';
import { PreviewFrame } from './PreviewFrame.tsx';
import { words } from './words.ts';

interface PreviewProps {
  readonly challenge: Challenge | null;
  readonly catalog: Catalog;
  readonly paths: AppPaths;
}

const phoneWidth = 390;
/** What files without a language in their names are written in. */
const originalLanguage = 'en';

/** Statement, hints and explanation with the learner's own parts, at the width of a desktop or of a phone. */
export function Preview({ challenge, catalog, paths }: PreviewProps) {
  const [width, setWidth] = useState<'desktop' | 'phone'>('desktop');
  const [language, setLanguage] = useState('');
  if (challenge === null) return <p className="author__note">{words.preview.broken}</p>;
  const shown = translate(challenge, language);
  const statement = {
    challenge: shown,
    texts: toTexts(shown, language === '' ? originalLanguage : language),
    catalog,
    paths,
    onLanguage: (next: string) => setLanguage(next === originalLanguage ? '' : next),
    hintsShown: challenge.hintsHtml.length,
    onShowHint: () => undefined,
  };
  return (
    <>
      <p className="author__note">{words.preview.intro}</p>
      <div className="author-preview__controls">
        <label className="author__filter">
          {words.preview.width}
          <select
            className="field"
            value={width}
            onChange={(event) => setWidth(event.target.value === 'phone' ? 'phone' : 'desktop')}
          >
            <option value="desktop">{words.preview.desktop}</option>
            <option value="phone">{words.preview.phone}</option>
          </select>
        </label>
        {challenge.translations.length > 0 && (
          <label className="author__filter">
            {words.preview.language}
            <select className="field" value={language} onChange={(event) => setLanguage(event.target.value)}>
              <option value="">{words.preview.original}</option>
              {challenge.translations.map((translation) => (
                <option key={translation.language} value={translation.language}>
                  {translation.language}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {language !== '' && <p className="author__note">{words.preview.untranslated}</p>}
      <PreviewFrame
        title={words.preview.frame(challenge.title)}
        width={width === 'phone' ? phoneWidth : null}
      >
        <main className="author-preview__page" lang={language === '' ? undefined : language}>
          <h1>{challenge.title}</h1>
          <Statement {...statement} />
          <section className="author-preview__explanation">
            <h2>{words.preview.explanation}</h2>
            {shown.explanationHtml === '' ? (
              <p>{words.preview.noExplanation}</p>
            ) : (
              <Prose {...statement.texts.explanation} />
            )}
          </section>
        </main>
      </PreviewFrame>
    </>
  );
}

/** The words in another language; what a translation leaves out stays the original's. */
function translate(challenge: Challenge, language: string): Challenge {
  const found = challenge.translations.find((translation) => translation.language === language);
  if (found === undefined) return challenge;
  return {
    ...challenge,
    statementHtml: found.statementHtml ?? challenge.statementHtml,
    hintsHtml: challenge.hintsHtml.map((html, at) => found.hintsHtml[at] ?? html),
    explanationHtml: found.explanationHtml ?? challenge.explanationHtml,
  };
}

/** The words as the statement takes them, each with the language it is in. */
function toTexts(shown: Challenge, language: string) {
  const toText = (html: string) => ({ html, language });
  return {
    language,
    statement: toText(shown.statementHtml),
    hints: shown.hintsHtml.map(toText),
    explanation: toText(shown.explanationHtml),
  };
}
