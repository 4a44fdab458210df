/** What a learner may set once for all pages. */

export type ThemeChoice = 'system' | 'light' | 'dark';

export interface Settings {
  readonly theme: ThemeChoice;
  readonly showTimer: boolean;
  readonly editorFontSize: number;
  /** Widths of the panes of the challenge page in per cent, by layout name. */
  readonly panes: Readonly<Record<string, readonly number[]>>;
}

export const defaultSettings: Settings = {
  theme: 'system',
  showTimer: true,
  editorFontSize: 13.5,
  panes: {},
};
