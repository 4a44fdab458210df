/** A frame of a given width: what is inside is laid out as on a screen that wide. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

interface PreviewFrameProps {
  readonly title: string;
  /** CSS pixels; null fills the place that is there. */
  readonly width: number | null;
  readonly children: ReactNode;
}

/** The frame is of this page's own origin, so that its content stays in place when a file is saved. */
export function PreviewFrame({ title, width, children }: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);

  useEffect(() => {
    const inner = frame.current?.contentDocument ?? null;
    if (inner === null) return;
    const stop = dress(inner);
    setBody(inner.body);
    return stop;
  }, []);

  return (
    <iframe
      ref={frame}
      title={title}
      className="author-preview__frame"
      style={width === null ? undefined : { width }}
    >
      {body !== null && createPortal(children, body)}
    </iframe>
  );
}

/** Gives the frame this page's language, styles and theme, and opens its links in tabs of their own. */
function dress(inner: Document): () => void {
  inner.documentElement.lang = document.documentElement.lang;
  inner.title = document.title;
  const copyStyles = () => {
    const own = document.querySelectorAll<HTMLElement>('link[rel="stylesheet"], style');
    inner.head.replaceChildren(...Array.from(own, copyStyle));
  };
  const copyStyle = (element: HTMLElement) => {
    const copy = inner.importNode(element, true);
    if (element instanceof HTMLLinkElement) copy.setAttribute('href', element.href);
    return copy;
  };
  const copyTheme = () => {
    const { theme } = document.documentElement.dataset;
    if (theme === undefined) delete inner.documentElement.dataset.theme;
    else inner.documentElement.dataset.theme = theme;
  };
  const openOutside = (event: MouseEvent) => {
    const link = (event.target as Element | null)?.closest('a');
    if (link === null || link === undefined) return;
    event.preventDefault();
    open(new URL(link.getAttribute('href') ?? '', document.baseURI), '_blank', 'noopener');
  };

  copyStyles();
  copyTheme();
  inner.addEventListener('click', openOutside);
  const observer = new MutationObserver(copyTheme);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    observer.disconnect();
    inner.removeEventListener('click', openOutside);
  };
}
