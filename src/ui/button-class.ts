export type ButtonKind = 'plain' | 'main' | 'stop' | 'bare';

/** The look shared by buttons and by links that look like them. */
export function buttonClass(kind: ButtonKind, extra?: string): string {
  return ['button', kind === 'plain' ? '' : `button--${kind}`, extra ?? ''].filter(Boolean).join(' ');
}
