/** Text of a challenge folder. The build made this HTML of Markdown and lets no HTML of the folder through. */
import './Prose.css';
import { useEffect, useRef } from 'react';

interface ProseProps {
  readonly html: string;
  /** The language of the text, where it may differ from the page's. */
  readonly language?: string;
}

export function Prose({ html, language }: ProseProps) {
  const root = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the elements are new with each text.
  useEffect(() => {
    // Code that is wider than the pane scrolls, so the keyboard has to reach it.
    for (const code of root.current?.querySelectorAll('pre') ?? []) code.tabIndex = 0;
  }, [html]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see the first line.
  return <div ref={root} className="prose" lang={language} dangerouslySetInnerHTML={{ __html: html }} />;
}
