/** What the attacks do on pages of the app itself; each function runs in the page, and so uses nothing around it. */
import type { PageDriver } from '../driver.ts';

export interface AppLook {
  /** Names that script left behind. */
  readonly taken: readonly string[];
  /** Elements and attributes that no page of the app has. */
  readonly strange: readonly string[];
  readonly isShown: boolean;
}

/**
 * Opens a page of the app and waits until it has drawn itself. The page for what is not there finds its scripts at the
 * root alone; elsewhere it stays as it was sent.
 */
export async function goTo(driver: PageDriver, url: string): Promise<void> {
  await driver.open(url);
  await driver.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = () => {
          const isMissing =
            document.querySelector('#page-data')?.textContent.includes('"not-found"') ?? false;
          const isSent = isMissing && document.readyState === 'complete';
          const isDrawn = document.querySelector('#root > .prerendered') === null || isSent;
          if (isDrawn && document.querySelector('#root h1') !== null) resolve();
          else setTimeout(look, 50);
        };
        look();
      }),
    null,
  );
}

export function describeApp(mark: string): AppLook {
  const strange = [...document.querySelectorAll('*')].flatMap((element) => {
    const attributes = [...element.attributes];
    const handlers = attributes.filter(({ name }) => name.startsWith('on'));
    const addresses = attributes.filter(
      ({ name, value }) =>
        ['href', 'src', 'action', 'srcdoc'].includes(name) &&
        /^[\s\0-\x20]*(javascript|vbscript|data:text|file)/i.test(value),
    );
    return [...handlers, ...addresses].map(({ name }) => `${element.tagName} with ${name}`);
  });
  const inProse = document.querySelectorAll(
    '.prose :is(script, iframe, form, input, style, meta, base, object, embed, svg)',
  );
  const { taken = [] } = window as unknown as { taken?: string[] };
  return {
    taken,
    strange: [...strange, ...[...inProse].map(({ tagName }) => `${tagName} in a text`)],
    isShown: document.body.textContent.includes(mark) || document.title.includes(mark),
  };
}

/** Presses every link of the texts; those that lead away are told not to. */
export function pressEveryLink(): number {
  const links = document.querySelectorAll<HTMLAnchorElement>('.prose a');
  for (const link of links) {
    if (/^https?:$/.test(link.protocol)) continue;
    link.click();
  }
  return links.length;
}

/**
 * Presses Run, waits for the verdict, and opens every test; opening one closes the other, so the first comes again at
 * the end and stays open. False when nothing came of it.
 */
export async function clickRun(): Promise<boolean> {
  const buttons = [...document.querySelectorAll('button')];
  const run = buttons.find((button) => /^Run/.test(button.textContent ?? ''));
  if (run === undefined) return false;
  run.click();
  for (let count = 0; count < 1_200; count += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const said = document.querySelector('.results__live')?.textContent ?? '';
    if (!/fail/.test(said)) continue;
    const rows = [...document.querySelectorAll<HTMLElement>('.tests button[aria-expanded]')];
    for (const row of [...rows, ...rows.slice(0, 1)]) {
      if (row.getAttribute('aria-expanded') === 'false') row.click();
      await new Promise((resolve) => setTimeout(resolve, 100));
      for (const part of document.querySelectorAll<HTMLElement>('details:not([open]) > summary'))
        part.click();
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    return true;
  }
  return false;
}
