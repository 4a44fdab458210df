import { expect, test } from 'vitest';
import { checkNode, checkPip, findPython } from './prerequisites.mjs';
import { makeFolder, writeProgram } from './scratch-project.ts';

test.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0', '26.1.0'])('Node %s is accepted', (version) => {
  expect(() => checkNode(version)).not.toThrow();
});

test.each(['18.20.0', '20.18.9', '21.7.0', '22.11.0'])('Node %s is refused with what to do', (version) => {
  expect(() => checkNode(version)).toThrow(
    `This is Node ${version}, and Interleave needs Node 20.19 or newer (of the 22 line, 22.12 or newer). Install a current Node`,
  );
});

test('without Python, names the packages to install', async () => {
  const root = makeFolder();
  await expect(findPython({ root, env: { PATH: root } })).rejects.toThrow(
    'There is no python3 on the PATH, and it is needed to fetch the Python packages. ' +
      'Install Python 3.10 or newer with pip (on Debian and Ubuntu: `apt-get install python3 python3-pip`) and run `npm start` again.',
  );
});

test('a Python that is too old is named with its version', async () => {
  const root = makeFolder();
  const PATH = writeProgram(root, 'python3', 'echo 3.8.10');
  await expect(findPython({ root, env: { PATH } })).rejects.toThrow(
    'The Python found is 3.8.10, and 3.10 or newer is needed',
  );
});

test('takes "python" when "python3" is too old', async () => {
  const root = makeFolder();
  writeProgram(root, 'python3', 'echo 2.7.18');
  const PATH = writeProgram(root, 'python', 'echo 3.12.1');
  expect(await findPython({ root, env: { PATH } })).toEqual({ python: 'python', version: '3.12.1' });
});

test('without pip, names the package to install', async () => {
  const root = makeFolder();
  const PATH = writeProgram(root, 'python3', 'echo "/usr/bin/python3: No module named pip" >&2; exit 1');
  await expect(checkPip({ python: 'python3', root, env: { PATH } })).rejects.toThrow(
    "The python3 found has no pip (Debian's python3 comes without it). " +
      'Install it (on Debian and Ubuntu: `apt-get install python3-pip`; elsewhere: `python3 -m ensurepip`) and run `npm start` again.',
  );
});

test('a pip that is too old is named with its version', async () => {
  const root = makeFolder();
  const PATH = writeProgram(root, 'python3', 'echo "pip 9.0.3 from /somewhere (python 3.10)"');
  await expect(checkPip({ python: 'python3', root, env: { PATH } })).rejects.toThrow(
    'The pip found is 9.0.3',
  );
});
