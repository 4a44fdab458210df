/** Text of a challenge folder. The build made this HTML of Markdown and lets no HTML of the folder through. */
import './Prose.css';
import { useEffect, useMemo, useRef } from 'react';
import { trustedNames, trustHtml } from '../domain/trusted-text.ts';

interface ProseProps {
  readonly html: string;
  /** The language of the text, where it may differ from the page's. */
  readonly language?: string;
}

/** See the first line. */
const trusted = trustHtml(globalThis, trustedNames.prose, (html) => html);

export function Prose({ html, language }: ProseProps) {
  const root = useRef<HTMLDivElement>(null);
  // The same object for the same text: another one would be written into the page again.
  const content = useMemo(() => ({ __html: trusted(html) }), [html]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the elements are new with each text.
  useEffect(() => {
    // Code that is wider than the pane scrolls, so the keyboard has to reach it.
    for (const code of root.current?.querySelectorAll('pre') ?? []) code.tabIndex = 0;
  }, [html]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see the first line.
  return <div ref={root} className="prose" lang={language} dangerouslySetInnerHTML={content} />;
}
