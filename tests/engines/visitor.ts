/** A learner in any engine: everything is done from inside the page, as the drivers can do no more. */
import type { PageDriver } from './driver.ts';
import { patience } from './driver.ts';

const pauseMs = 250;

export class Visitor {
  readonly driver: PageDriver;
  readonly url: string;

  constructor(driver: PageDriver, url: string) {
    this.driver = driver;
    this.url = url;
  }

  /** Opens the challenge with this text as the learner's stored code. */
  async openWith(slug: string, text: string): Promise<void> {
    // Any page of the app makes the database.
    await this.driver.open(`${this.url}about/`);
    await this.until('the app to start', () => document.querySelector('.site-header') !== null);
    await this.driver.evaluate(putDraft, { slug, text });
    await this.driver.open(`${this.url}c/${slug}/`);
    // Where a service worker adds the headers the page comes twice.
    await this.until('the challenge to open', () => document.querySelector('.foot') !== null);
  }

  /** Presses a button of the bar, or takes the command of that name from the menu. */
  async command(title: string): Promise<void> {
    await this.until(`the command ${title}`, pressCommand, title);
  }

  /** The page says so somewhere outside the statement. */
  async sees(text: string): Promise<void> {
    try {
      await this.until(`"${text}"`, isSaid, text);
    } catch (error) {
      const said = await this.driver.evaluate(() => document.body.textContent?.slice(0, 3_000), null);
      throw new Error(`${error instanceof Error ? error.message : error}. The page says:\n${said}`);
    }
  }

  async until<Argument>(
    what: string,
    isSo: (argument: Argument) => boolean,
    argument?: Argument,
  ): Promise<void> {
    const endsAt = Date.now() + patience;
    let last: unknown;
    while (Date.now() < endsAt) {
      try {
        if (await this.driver.evaluate(isSo, argument as Argument)) return;
      } catch (error) {
        // The page was just being loaded anew.
        last = error;
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    throw new Error(`Waited in vain for ${what}${last === undefined ? '' : ` (${String(last)})`}`);
  }
}

function putDraft({ slug, text }: { slug: string; text: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('interleave');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction('drafts', 'readwrite');
      const files = [{ path: 'solution.py', text }];
      // A version that no challenge has reached: the page has nothing to ask about changes.
      const draft = { slug, challengeVersion: 1_000, files, savedAt: Date.now(), revision: 1 };
      transaction.objectStore('drafts').put(draft, slug);
      transaction.oncomplete = () => {
        db.close();
        resolve();
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}

function isSaid(text: string): boolean {
  const places = document.querySelectorAll('[role=status], [role=alert], #pane-results, .foot, .bar');
  return [...places].some((place) => place.textContent?.includes(text));
}

function pressCommand(title: string): boolean {
  // Behind a command's name its keys may follow.
  const isTitle = (text: string) =>
    text.startsWith(title) && /^(\W|Ctrl|Cmd|Meta|Shift|Alt|$)/.test(text.slice(title.length));
  const isLonger = (text: string) => /^ \w/.test(text.slice(title.length));
  const press = (selector: string): boolean => {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].find((node) => {
      const text = node.textContent?.trim() ?? '';
      return isTitle(text) && !isLonger(text) && !node.matches(':disabled, [aria-disabled=true]');
    });
    found?.click();
    return found !== undefined;
  };
  if (press('.bar button') || press('[role=menuitem]')) return true;
  document.querySelector<HTMLElement>('[aria-label="More commands"]')?.click();
  return false;
}
