/** Monaco's colours, read from the design tokens, so that the editor follows the page's theme. */
import { editor } from 'monaco-editor/editor';

const themeName = 'interleave';

/** Defines the theme now and again whenever the page's theme changes. */
export function defineThemes(): void {
  applyTheme();
  const root = document.documentElement;
  new MutationObserver(applyTheme).observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  for (const query of [
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more)',
    '(forced-colors: active)',
  ]) {
    matchMedia(query).addEventListener('change', applyTheme);
  }
}

function applyTheme(): void {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => toHex(style.getPropertyValue(name));
  const isDark = style.colorScheme.includes('dark');
  const foreground = (name: string) => token(name).slice(1);

  editor.defineTheme(themeName, {
    base: isDark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: foreground('--ink') },
      { token: 'keyword', foreground: foreground('--code-keyword') },
      { token: 'string', foreground: foreground('--code-literal') },
      { token: 'string.escape', foreground: foreground('--code-literal') },
      { token: 'number', foreground: foreground('--code-literal') },
      { token: 'comment', foreground: foreground('--code-comment'), fontStyle: 'italic' },
      { token: 'identifier', foreground: foreground('--code-name') },
      { token: 'tag', foreground: foreground('--code-name') },
      { token: 'delimiter', foreground: foreground('--ink') },
    ],
    colors: {
      'editor.background': token('--surface'),
      'editor.foreground': token('--ink'),
      'editorLineNumber.foreground': token('--ink-3'),
      'editorLineNumber.activeForeground': token('--ink'),
      'editorCursor.foreground': token('--accent'),
      'editor.selectionBackground': token('--accent-wash'),
      'editor.inactiveSelectionBackground': token('--well'),
      'editor.lineHighlightBackground': token('--well'),
      'editor.lineHighlightBorder': token('--well'),
      'editorIndentGuide.background1': token('--line'),
      'editorIndentGuide.activeBackground1': token('--line-strong'),
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((level) => [`editorBracketHighlight.foreground${level}`, token('--ink')]),
      ),
      'editorBracketMatch.background': token('--accent-wash'),
      'editorBracketMatch.border': token('--accent'),
      'editorError.foreground': token('--fail'),
      'editorWarning.foreground': token('--warn'),
      'editorWidget.background': token('--surface'),
      'editorWidget.border': token('--line-strong'),
      'editorSuggestWidget.selectedBackground': token('--accent-wash'),
      'editorSuggestWidget.selectedForeground': token('--ink'),
      'editorSuggestWidget.highlightForeground': token('--accent'),
      'editorHoverWidget.background': token('--surface'),
      'editorOverviewRuler.errorForeground': token('--fail'),
      'editorOverviewRuler.warningForeground': token('--warn'),
      'editorOverviewRuler.border': token('--line'),
      'input.background': token('--surface'),
      'input.border': token('--line-strong'),
      focusBorder: token('--focus'),
      'diffEditor.insertedLineBackground': token('--accent-wash'),
      'diffEditor.removedLineBackground': token('--warn-wash'),
      'diffEditor.insertedTextBackground': '#00000000',
      'diffEditor.removedTextBackground': '#00000000',
      'diffEditor.diagonalFill': token('--line'),
      'diffEditor.unchangedRegionBackground': token('--ground'),
      'diffEditor.unchangedRegionForeground': token('--ink-2'),
      'scrollbarSlider.background': `${token('--line-strong')}55`,
    },
  });
  editor.setTheme(themeName);
}

/** A token may resolve to `#abc`, `#aabbcc` or another custom property's value; Monaco wants six digits. */
function toHex(value: string): string {
  const text = value.trim();
  if (/^#[0-9a-f]{6}$/i.test(text)) return text;
  if (/^#[0-9a-f]{3}$/i.test(text)) return `#${[...text.slice(1)].map((digit) => digit + digit).join('')}`;
  return '#808080';
}
