import '../../src/ui/field.css';
import { useState } from 'react';
import type { AppPaths } from '../../src/domain/app-paths.ts';
import type { Catalog, Challenge } from '../../src/domain/challenge.ts';
import { originalLanguage, readWords } from '../../src/domain/challenge-words.ts';
import { Statement } from '../../src/features/workspace/Statement.tsx';
import { Prose } from '../../src/ui/Prose.tsx';
import { PreviewFrame } from './PreviewFrame.tsx';
import { words } from './words.ts';

interface PreviewProps {
  readonly challenge: Challenge | null;
  readonly catalog: Catalog;
  readonly paths: AppPaths;
}

const phoneWidth = 390;

/** Statement, hints and explanation with the learner's own parts, at the width of a desktop or of a phone. */
export function Preview({ challenge, catalog, paths }: PreviewProps) {
  const [width, setWidth] = useState<'desktop' | 'phone'>('desktop');
  const [language, setLanguage] = useState(originalLanguage);
  if (challenge === null) return <p className="author__note">{words.preview.broken}</p>;
  const texts = readWords(challenge, language);
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
      </div>
      <PreviewFrame
        title={words.preview.frame(challenge.title)}
        width={width === 'phone' ? phoneWidth : null}
      >
        <main className="author-preview__page">
          <h1>{challenge.title}</h1>
          <Statement
            challenge={challenge}
            texts={texts}
            catalog={catalog}
            paths={paths}
            onLanguage={setLanguage}
            hintsShown={challenge.hintsHtml.length}
            onShowHint={() => undefined}
          />
          <section className="author-preview__explanation">
            <h2>{words.preview.explanation}</h2>
            {texts.explanation.html === '' ? (
              <p>{words.preview.noExplanation}</p>
            ) : (
              <Prose html={texts.explanation.html} language={texts.explanation.language} />
            )}
          </section>
        </main>
      </PreviewFrame>
    </>
  );
}
