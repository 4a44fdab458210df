/** Addresses, stored settings and messages that the app did not make itself. */
import type { AttackGroup, AttackOutcome, Stage } from '../attack.ts';
import { trapSlug } from '../content/trap-site.ts';
import { describeApp, goTo } from '../page/app-actions.ts';

const group = 'addresses and stored settings';
const html = encodeURIComponent(
  `"><img src=x onerror="(window.taken??=[]).push('route')"><script>(window.taken??=[]).push('route')</script>`,
);
const challenge = `site/c/${trapSlug}/`;

interface Route {
  readonly attack: string;
  readonly path: string;
  /** Puts something into the page's stores before the app starts. */
  readonly before?: () => void | Promise<void>;
  /** Says what is wrong on the page, in words; null when nothing is. */
  readonly check?: () => string | null;
}

const routes: Readonly<Record<string, Route>> = {
  'search-words': { attack: 'markup in the search of the catalogue', path: `site/?q=${html}&track=${html}` },
  'search-keys': {
    attack: 'keys of every object in the query',
    path: 'site/?__proto__[taken]=x&constructor[prototype][taken]=x&__proto__.taken=x',
  },
  fragment: { attack: 'markup in the fragment', path: `site/#${html}` },
  'fragment-script': {
    attack: 'script in the fragment',
    path: `site/#javascript:(window.taken??=[]).push(1)`,
  },
  'load-solution': {
    attack: 'asks a published page for the solution in the editor',
    path: `${challenge}?load=solution`,
    check: () =>
      document.body.textContent.includes('The editor shows the solution') ? 'the solution is loaded' : null,
  },
  'load-mutant': { attack: 'asks for a mutant called __proto__', path: `${challenge}?load=mutant:__proto__` },
  'load-markup': { attack: 'markup in the trial’s name', path: `${challenge}?load=${html}` },
  'unknown-page': { attack: 'markup in the path of a page that is not there', path: `site/${html}/` },
  'climbing-path': { attack: 'a path that climbs', path: `${challenge}%2e%2e/%2e%2e/${html}` },
  'two-slashes': { attack: 'a path that begins like another host', path: 'site//stranger.invalid/' },
  'theme-markup': {
    attack: 'markup as the stored theme',
    path: 'site/',
    before: () =>
      localStorage.setItem('interleave.theme', `"><img src=x onerror="(window.taken??=[]).push('theme')">`),
    check: () =>
      document.documentElement.dataset.theme?.includes('<') ? 'the theme is taken as it is' : null,
  },
  'session-markup': {
    attack: 'markup and numbers in the session’s keys',
    path: challenge,
    before: () => {
      sessionStorage.setItem('interleave-isolation-reload', '<img src=x>');
      sessionStorage.setItem('interleave-isolation-refused', '<img src=x>');
    },
  },
  'strange-channel': {
    attack: 'strange words over the store’s channel',
    path: challenge,
    before: () => {
      const channel = new BroadcastChannel('interleave-store');
      const words = [
        null,
        1,
        'x',
        [],
        {},
        { type: '__proto__' },
        { type: 'draft-saved' },
        { type: 'draft-saved', slug: {} },
      ];
      // The page opens its own end a moment later: it hears those that come then.
      const timer = setInterval(() => {
        for (const word of words) channel.postMessage(word);
      }, 50);
      setTimeout(() => clearInterval(timer), 5_000);
    },
  },
};

export const routeAttacks: AttackGroup = {
  attacks: Object.entries(routes).map(([id, { attack }]) => ({
    id: `route-${id}`,
    group,
    attack,
    expected: 'a page as always; no script runs, nothing reaches a server, no prototype has changed',
  })),
  async run(stage) {
    const outcomes: AttackOutcome[] = [];
    for (const [id, route] of Object.entries(routes)) outcomes.push(await follow(stage, id, route));
    return outcomes;
  },
};

async function follow({ driver, servers }: Stage, id: string, route: Route): Promise<AttackOutcome> {
  const { home } = servers.site;
  servers.takeHits();
  // A page of the same origin without the app: what is set there is there when the app starts.
  await driver.open(`${home}bare.html`);
  if (route.before) await driver.evaluate(route.before, null);
  await goTo(driver, home + route.path);
  const app = await driver.evaluate(describeApp, '');
  const wrong = route.check ? await driver.evaluate(route.check, null) : null;
  const isPolluted = await driver.evaluate(() => 'taken' in {}, null);
  const hits = servers.takeHits();
  await driver.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  }, null);
  const problems = [
    wrong,
    app.taken.length > 0 ? `script has run: ${app.taken.join(', ')}` : null,
    isPolluted ? 'a prototype has changed' : null,
    hits.paths.length > 0 ? `the server was asked for ${hits.paths.join(', ')}` : null,
    ...app.strange,
  ].filter((problem) => problem !== null);
  return {
    id: `route-${id}`,
    happened: problems.length === 0 ? 'a page as always' : problems.join('; '),
    isFine: problems.length === 0,
    stallMs: null,
  };
}
