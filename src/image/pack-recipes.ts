// What goes into which pack of the interpreter image, and what is left out.
import { type PackageGroup, packMountPath, stdlibMountPath } from './manifest.ts';

/** How one pack is made; patterns are shell patterns over the path inside the pack, where `*` crosses folders. */
export interface PackRecipe {
  readonly name: 'stdlib' | 'site' | PackageGroup;
  /** Path of the pack inside the interpreter. */
  readonly mount: string;
  /** Distributions whose wheels are unpacked into it; none for the standard library, which comes from Pyodide. */
  readonly distributions: readonly string[];
  /** Left out. */
  readonly drop: readonly string[];
  /** Kept although `drop` says otherwise. */
  readonly keep: readonly string[];
  /** Whether the sources are shipped beside the compiled modules. */
  readonly withSource: boolean;
}

// importlib.metadata needs METADATA and entry_points.txt; the licences are published with the site instead.
const dropFromWheels = ['*.dist-info/*', '*.pyi', '*/py.typed', '*.c', '*.pxd', '*.data/*'] as const;
const keepFromWheels = ['*.dist-info/METADATA', '*.dist-info/entry_points.txt'] as const;

/** Every pack made from Pyodide's standard library and the wheels. Our own Python is the pack `interleave`. */
export const packRecipes: readonly PackRecipe[] = [
  {
    name: 'stdlib',
    mount: stdlibMountPath,
    distributions: [],
    // Pyodide already leaves out tests, idlelib, tkinter, turtle, ensurepip, venv and the like. What goes here needs a
    // terminal, a mail server or a computer of the eighties: DOS and classic Mac OS code pages, mail protocols.
    drop: [
      'encodings/mac_*',
      'encodings/cp7*',
      'encodings/cp8*',
      'encodings/cp1125.py',
      'encodings/cp1006.py',
      'encodings/hp_roman8.py',
      'imaplib.py',
      'poplib.py',
      'mailbox.py',
      'ctypes/macholib/*',
      '_pyio.py',
      '__phello__/*',
      '__hello__.py',
      'site-packages/*',
    ],
    keep: ['encodings/cp850.py', 'encodings/cp866.py'],
    withSource: false,
  },
  {
    name: 'site',
    mount: packMountPath('site'),
    distributions: ['pytest', 'pluggy', 'iniconfig', 'packaging', 'pygments'],
    // pytest colours tracebacks with Pygments: the terminal formatter and the Python and diff lexers are all it uses.
    drop: [
      ...dropFromWheels,
      'pygments/lexers/*',
      'pygments/formatters/*',
      'pygments/styles/*',
      'pygments/sphinxext.py',
    ],
    keep: [
      ...keepFromWheels,
      'pygments/lexers/__init__.py',
      'pygments/lexers/_mapping.py',
      'pygments/lexers/diff.py',
      'pygments/lexers/python.py',
      'pygments/formatters/__init__.py',
      'pygments/formatters/_mapping.py',
      'pygments/formatters/terminal.py',
      'pygments/styles/__init__.py',
      'pygments/styles/_mapping.py',
      'pygments/styles/default.py',
    ],
    withSource: false,
  },
  {
    name: 'flask',
    mount: packMountPath('flask'),
    distributions: ['flask', 'werkzeug', 'jinja2', 'markupsafe', 'click', 'blinker', 'itsdangerous'],
    drop: [...dropFromWheels, 'werkzeug/debug/shared/*'],
    keep: keepFromWheels,
    withSource: false,
  },
  {
    name: 'sqlalchemy',
    mount: packMountPath('sqlalchemy'),
    distributions: ['sqlalchemy', 'typing_extensions'],
    // The test framework of the project itself, and drivers for servers no browser can reach. PostgreSQL's and MySQL's
    // dialects stay: they can show the SQL they would send.
    drop: [
      ...dropFromWheels,
      'sqlalchemy/testing/*',
      'sqlalchemy/dialects/mssql/*',
      'sqlalchemy/dialects/oracle/*',
    ],
    keep: keepFromWheels,
    withSource: false,
  },
  {
    name: 'dramatiq',
    mount: packMountPath('dramatiq'),
    distributions: ['dramatiq'],
    // Dramatiq is under the LGPL: its licence and its complete source go where it goes.
    drop: [],
    keep: [],
    withSource: true,
  },
  {
    name: 'pytest-asyncio',
    mount: packMountPath('pytest-asyncio'),
    distributions: ['pytest_asyncio'],
    drop: dropFromWheels,
    keep: keepFromWheels,
    withSource: false,
  },
  {
    name: 'anyio',
    mount: packMountPath('anyio'),
    distributions: ['anyio', 'idna', 'typing_extensions'],
    drop: dropFromWheels,
    keep: keepFromWheels,
    withSource: false,
  },
];
