import './Disclosure.css';
import type { ReactNode } from 'react';

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  /** Open at first; the reader's own choice wins after that. */
  readonly isOpenAtFirst?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
  readonly className?: string;
}

/** The browser's own details element: works with find-in-page and without scripts. */
export function Disclosure({ summary, children, isOpenAtFirst, onToggle, className }: DisclosureProps) {
  return (
    <details
      className={['disclosure', className].filter(Boolean).join(' ')}
      open={isOpenAtFirst}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary className="disclosure__summary">{summary}</summary>
      <div className="disclosure__body">{children}</div>
    </details>
  );
}
