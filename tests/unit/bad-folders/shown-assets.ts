/** Given files that learners are promised to see. */
import { type Mistake, replaced } from './mistake.ts';

const hidden = 'hidden = ["tests/test_good_hidden.py"]';
const showing = (list: string) => replaced(hidden, `${hidden}\nshown = ${list}`);

export const shownAssets: readonly Mistake[] = [
  {
    name: 'a shown file that is not there',
    changes: showing('["gven.py"]'),
    place: 'challenge.toml:16',
    says: 'files.shown lists gven.py, but there is no assets/gven.py. Write it or correct the name. Did you mean "given.py"?',
  },
  {
    name: 'a shown file by its path in the folder',
    changes: showing('["assets/given.py"]'),
    place: 'challenge.toml:16',
    says: 'Write "given.py": it lies beside the solution when the tests run.',
  },
  {
    name: 'a shown file that is shown already',
    changes: showing('["given.py", "given.py"]'),
    place: 'challenge.toml:16',
    says: 'given.py is listed twice.',
  },
  {
    name: 'a shown file that is no text',
    changes: { ...showing('["face.bin"]'), 'assets/face.bin': Uint8Array.from([0, 255]) },
    place: 'challenge.toml:16',
    says: 'assets/face.bin is no text, so no page can show it.',
  },
  {
    name: 'a statement that speaks of a file nobody sees',
    changes: { 'statement.md': '# T\n\nA story. See `given.py`.\n\n## Your task\n\n1. Do it.\n' },
    place: 'statement.md:3',
    says: 'It speaks of given.py, which learners cannot read. Add it to files.shown in challenge.toml',
    isWarning: true,
  },
];
