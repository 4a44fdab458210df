import './Button.css';
import type { ComponentProps } from 'react';
import { type ButtonKind, buttonClass } from './button-class.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: IconName;
  /** The button's name: spoken, and shown as a tooltip. */
  readonly label: string;
  readonly kind?: ButtonKind;
}

export function IconButton({ icon, label, kind = 'bare', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={buttonClass(kind, ['button--square', className ?? ''].join(' ').trim())}
    >
      <Icon name={icon} />
    </button>
  );
}
