export interface AboutSection {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly points: readonly string[];
  readonly link: { readonly label: string; readonly href: string } | null;
}

export const aboutWords = {
  title: 'About Interleave',
  intro:
    'A place to learn the hard parts of Python by solving them, with the real interpreter and the real pytest.',
  shortcuts: 'Shortcuts',
  shortcutsCaption: 'Keys and what they do',
  key: 'Key',
  action: 'What it does',
  licences: 'Licences',
  licencesText: 'Interleave is free software. So is everything it is built from:',
  licencesLink: 'the licences of all that is shipped with this page',
} as const;

/** Text in `backticks` is code. */
export const aboutSections: readonly AboutSection[] = [
  {
    id: 'how',
    title: 'How it works',
    paragraphs: [
      'Your browser downloads CPython 3.14, compiled to WebAssembly, and keeps it. Each time you press Run, your code and the tests go into a fresh interpreter, pytest runs them, and the interpreter is thrown away. Nothing of one run can spoil the next.',
      'Run executes the tests you can read. Submit adds the ones you cannot see in the list. They are unlisted, not secret: this page has no server to hide them on.',
      'What you have opened once works without a network: the list of challenges, each challenge you have visited, and Python. When there is a new version of this site, the page offers it and waits for you.',
      'Stop always works, even on an endless loop, because the page and the interpreter do not share a thread.',
    ],
    points: [],
    link: null,
  },
  {
    id: 'privacy',
    title: 'Privacy',
    paragraphs: [
      'Nothing leaves this browser. There is no account, no server that sees your code, no cookie and no counter.',
      'Your code runs in a sealed frame: it cannot reach the network, this page, or what the page has stored. What you write is kept in this browser’s storage, and the browser is asked not to clear it when room runs low. The Progress page exports all of it as one file, and erases it.',
    ],
    points: [],
    link: null,
  },
  {
    id: 'differences',
    title: 'What differs from Python on your machine',
    paragraphs: ['It is the same interpreter, built for another kind of machine. What you may notice:'],
    points: [
      'It is slower, often by a factor of two to five, and recursion ends earlier.',
      'Integers of the machine have 32 bits: `sys.maxsize` is `2**31 - 1`, and objects take fewer bytes than you may know.',
      'Sockets connect within a run only. There are no other programs to start, and no `fork`.',
      'Files live in memory and are gone after the run.',
      'Only the standard library and the packages of a challenge can be imported; nothing is installed while you work.',
      '`asyncio` runs on an event loop made for the browser. Where a challenge says so, its clock jumps instead of waiting.',
      'Threads are real and take turns as under the GIL, in browsers that can switch WebAssembly stacks. Processes need shared memory as well.',
    ],
    link: {
      label: 'More on Python in WebAssembly, in the documentation of Pyodide',
      href: 'https://pyodide.org/en/stable/usage/wasm-constraints.html',
    },
  },
];

export const shortcuts: readonly { readonly keys: string; readonly action: string }[] = [
  { keys: 'Ctrl or Cmd + Enter', action: 'Run the visible tests' },
  { keys: 'Ctrl or Cmd + Shift + Enter', action: 'Submit: run all tests' },
  { keys: 'Ctrl or Cmd + .', action: 'Stop' },
  {
    keys: 'Ctrl or Cmd + S',
    action: 'Nothing is needed: your code is saved as you type, and the page says so',
  },
  { keys: 'F8', action: 'Next failing test' },
  { keys: 'Alt + 1, 2, 3', action: 'Go to statement, code, results' },
  { keys: 'Ctrl + M', action: 'In the editor: let Tab leave it, or indent again' },
  { keys: '?', action: 'On a challenge: show all shortcuts' },
  { keys: '/', action: 'On the list of challenges: search' },
];
