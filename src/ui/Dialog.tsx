import './Dialog.css';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './IconButton.tsx';
import { words } from './words.ts';

interface DialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** Asked for by Escape, the close button, or a press outside. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons of the last line; the main one last. */
  readonly actions?: ReactNode;
  /** `wide` for tables and diffs. */
  readonly size?: 'normal' | 'wide';
}

/** A modal dialog on the browser's own element: it traps focus, and gives it back. */
export function Dialog({ isOpen, title, onClose, children, actions, size = 'normal' }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = element.current;
    if (dialog === null) return;
    if (isOpen && !dialog.open) dialog.showModal();
    if (!isOpen && dialog.open) dialog.close();
  }, [isOpen]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way out; the browser sends it as cancel.
    <dialog
      ref={element}
      className={`dialog dialog--${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      {isOpen && (
        <div className="dialog__sheet">
          <div className="dialog__head">
            <h2 id={titleId}>{title}</h2>
            <IconButton icon="close" label={words.close} onClick={onClose} />
          </div>
          <div className="dialog__body">{children}</div>
          {actions !== undefined && <div className="dialog__actions">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
