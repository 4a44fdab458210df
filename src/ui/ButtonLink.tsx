import './Button.css';
import type { ComponentProps } from 'react';
import { type ButtonKind, buttonClass } from './button-class.ts';

interface ButtonLinkProps extends ComponentProps<'a'> {
  readonly kind?: ButtonKind;
}

/** A link with the weight of a button: it goes somewhere, it does not act. */
export function ButtonLink({ kind = 'plain', className, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={buttonClass(kind, className)}>
      {children}
    </a>
  );
}
