/** What a learner may set once for all pages. */

export type ThemeChoice = 'system' | 'light' | 'dark';

/** `system`, or a language tag such as `zh`. */
export type LanguageChoice = string;

export interface Settings {
  readonly theme: ThemeChoice;
  /** Of statements, hints and explanations, where they are translated. */
  readonly language: LanguageChoice;
  readonly showTimer: boolean;
  readonly editorFontSize: number;
  /** Widths of the panes of the challenge page in per cent, by layout name. */
  readonly panes: Readonly<Record<string, readonly number[]>>;
}

export const defaultSettings: Settings = {
  theme: 'system',
  language: 'system',
  showTimer: true,
  editorFontSize: 13.5,
  panes: {},
};
