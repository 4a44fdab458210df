/** Programs that make a mess of files, and sources that are none. */
import { type BadProgram, broken, failed, passed } from '../bad-program.ts';

const tells = '    assert False, "said all the same"\n';
const toldAnyway = failed(/said all the same/);
const body = 'def work():\n    pass\n';

export const files: readonly BadProgram[] = [
  {
    name: 'the test file renamed',
    solution: `import os\n\ndef work():\n    os.rename("tests/test_work.py", "tests/gone.py")\n${tells}`,
    ending: toldAnyway,
  },
  {
    name: 'the test file emptied at import',
    solution: `open("tests/test_work.py", "w").close()\n\ndef work():\n${tells}`,
    ending: toldAnyway,
  },
  {
    name: 'its own file deleted',
    solution: `import os\nos.remove(__file__)\n\ndef work():\n${tells}`,
    ending: toldAnyway,
  },
  {
    name: 'the current folder deleted',
    solution: `import os, shutil, tempfile\n\ndef work():\n    folder = tempfile.mkdtemp()\n    os.chdir(folder)\n    shutil.rmtree(folder, ignore_errors=True)\n${tells}`,
    ending: toldAnyway,
  },
  {
    name: 'everything in the run’s folder deleted',
    solution: `import os, shutil\n\ndef work():\n    for name in os.listdir("."):\n        shutil.rmtree(name) if os.path.isdir(name) else os.remove(name)\n${tells}`,
    ending: toldAnyway,
  },
  {
    name: 'the standard library deleted',
    solution: `import os, glob\n\ndef work():\n    for path in glob.glob("/lib/**/*.zip", recursive=True):\n        os.remove(path)\n    import colorsys\n${tells}`,
    ending: failed(/said all the same|ModuleNotFoundError|FileNotFoundError/),
  },
  {
    name: '10,000 files',
    solution: `def work():\n    for number in range(10_000):\n        open(f"file-{number}.txt", "w").close()\n${tells}`,
    seconds: 60,
    ending: toldAnyway,
  },
  {
    name: 'folders 500 deep',
    solution: `import os\n\ndef work():\n    for _ in range(500):\n        os.mkdir("d")\n        os.chdir("d")\n${tells}`,
    ending: failed(/said all the same|OSError/),
  },
  {
    name: 'a file name with newlines and controls',
    solution: `def work():\n    with open("new\\nline\\x1b[31m\\u202e.txt", "w") as file:\n        file.write("x")\n    open("new\\nline\\x1b[31m\\u202e.txt/deeper")\n`,
    ending: failed(/NotADirectoryError|OSError/),
  },
  {
    name: 'a file of 300 MB',
    solution: `def work():\n    with open("large.bin", "wb") as file:\n        for _ in range(300):\n            file.write(bytes(1_000_000))\n${tells}`,
    seconds: 60,
    ending: { verdict: 'failed', says: /said all the same|OSError|MemoryError/ },
  },
  { name: 'a NUL in the source', solution: 'def work():\n    return "\0"\n', ending: broken(/null bytes/) },
  {
    name: 'tabs and spaces mixed',
    solution: 'def work():\n    if True:\n\treturn 1\n',
    ending: broken(/inconsistent|TabError|indent/i),
  },
  { name: 'a byte-order mark', solution: `\ufeff${body}`, ending: passed },
  {
    name: 'invalid UTF-8 in the source',
    solution: body,
    files: [
      {
        path: 'helper.py',
        base64: Buffer.from([0x78, 0x3d, 0x22, 0xff, 0xfe, 0x22, 0x0a]).toString('base64'),
      },
    ],
    tests: 'import helper\nfrom solution import work\n\ndef test_work():\n    work()\n',
    ending: broken(/utf-8|UTF-8|SyntaxError/),
  },
  {
    name: 'an unknown encoding declared',
    solution: `# -*- coding: klingon -*-\n${body}`,
    ending: broken(/encoding/),
  },
  { name: 'line ends of an old Mac', solution: body.replaceAll('\n', '\r'), ending: passed },
  {
    name: 'a form feed and a no-break space',
    solution: '\fdef work():\n\u00a0   return 1\n',
    ending: broken(/invalid non-printable character|U\+00A0/),
  },
  {
    name: 'a source of 3 MB',
    solution: `${'value = 1\n'.repeat(300_000)}${body}`,
    seconds: 60,
    ending: passed,
  },
  { name: 'an empty file', solution: '', ending: broken(/work/) },
  {
    name: 'a lone surrogate in the source',
    solution: 'def work():\n    return "\ud800"\n',
    ending: broken(/Non-UTF-8 code/),
  },
  {
    name: 'surrogates and controls in what it prints',
    solution: `def work():\n    print("\\ud800 \\x1b[31m \\x00 \\u202e reversed")\n    assert False, "\\ud800 said all the same \\x1b[0m"\n`,
    ending: failed(/said all the same/),
  },
  {
    name: 'a module that is called like the standard library’s',
    solution: body,
    files: [{ path: 'json.py', text: 'raise RuntimeError("not the real json")\n' }],
    ending: { verdict: 'passed', says: /pass/ },
  },
];
