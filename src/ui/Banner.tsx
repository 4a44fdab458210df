import './Banner.css';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import type { IconName } from './icons.ts';
import { words } from './words.ts';

type BannerKind = 'info' | 'warn' | 'fail' | 'pass';

interface BannerProps {
  readonly kind: BannerKind;
  readonly title?: string;
  /** Whole sentences: what is so, and what to do next. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

const iconOf: Record<BannerKind, IconName> = { info: 'info', warn: 'warning', fail: 'error', pass: 'pass' };

/** Says something about the whole page or pane. A failure interrupts a screen reader, the others wait. */
export function Banner({ kind, title, children, actions, onDismiss }: BannerProps) {
  return (
    <div className={`banner banner--${kind}`} role={kind === 'fail' ? 'alert' : 'status'}>
      <Icon name={iconOf[kind]} label={words[kind]} />
      <div className="banner__text">
        {title !== undefined && <strong>{title}</strong>}
        <div>{children}</div>
      </div>
      {actions !== undefined && <div className="banner__actions">{actions}</div>}
      {onDismiss !== undefined && (
        <IconButton icon="close" label={words.dismiss} className="banner__close" onClick={onDismiss} />
      )}
    </div>
  );
}
