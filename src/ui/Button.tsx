import './Button.css';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonKind, buttonClass } from './button-class.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

interface ButtonProps extends ComponentProps<'button'> {
  /** `main` is the one accent button of a view. */
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  /** Shown after the words, for the eye alone; announce it with `aria-keyshortcuts`. */
  readonly shortcut?: string;
  readonly children: ReactNode;
}

export function Button({ kind = 'plain', icon, shortcut, children, className, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={buttonClass(kind, className)}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
      {shortcut !== undefined && (
        <span className="keys" aria-hidden="true">
          {shortcut}
        </span>
      )}
    </button>
  );
}
