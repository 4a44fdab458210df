/** Text of a challenge folder. The build made this HTML of Markdown and lets no HTML of the folder through. */
import './prose.css';
import { useEffect, useRef } from 'react';

export function Prose({ html }: { readonly html: string }) {
  const root = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the elements are new with each text.
  useEffect(() => {
    // Code that is wider than the pane scrolls, so the keyboard has to reach it.
    for (const code of root.current?.querySelectorAll('pre') ?? []) code.tabIndex = 0;
  }, [html]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see the first line.
  return <div ref={root} className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
