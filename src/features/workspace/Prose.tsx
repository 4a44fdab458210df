/** Text of a challenge folder. The build made this HTML of Markdown and lets no HTML of the folder through. */
import './prose.css';
export function Prose({ html }: { readonly html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see the first line.
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
