/** What is shown when the app itself cannot start: a sentence, and the prerendered words stay readable. */

export function renderFailure(container: HTMLElement, error: unknown): void {
  const box = document.createElement('div');
  box.setAttribute('role', 'alert');
  box.className = 'start-failure';
  const sentence = document.createElement('p');
  sentence.textContent =
    'This page could not start, so nothing can be edited or run. Reload it; what you wrote before is safe.';
  const detail = document.createElement('p');
  detail.textContent = error instanceof Error ? error.message : String(error);
  box.append(sentence, detail);
  container.prepend(box);
}
