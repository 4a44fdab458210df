/** The one place that loads Monaco: only the features a Python editor needs, its worker from our own files. */
import 'monaco-editor/languages/definitions/python/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/diffEditor/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/longLinesHelper/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/readOnlyMessage/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/suggest/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/unicodeHighlighter/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
// `features/suggest` registers inline completions only: the list of suggestions is this one.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import { editor } from 'monaco-editor/editor';
import editorWorkerUrl from 'monaco-editor/editor/editor.worker?worker&url';
import { trustedNames, trustScriptUrl } from '../../domain/trusted-text.ts';
import { defineThemes } from './monaco-theme.ts';

const trusted = trustScriptUrl(globalThis, trustedNames.editor, (url) => {
  const { origin } = new URL(url, document.baseURI);
  if (origin !== location.origin) throw new TypeError('The editor’s worker comes from our own files.');
  return url;
});

let isReady = false;

/** Monaco reads its worker factory from a global of this name; themes and fonts are global too. */
export function setUpMonaco(): void {
  if (isReady) return;
  isReady = true;
  Object.assign(globalThis, {
    MonacoEnvironment: { getWorker: () => new Worker(trusted(editorWorkerUrl), { type: 'module' }) },
  });
  defineThemes();
  void document.fonts.ready.then(() => editor.remeasureFonts());
}
