/** What can be wrong with mutants. */
import { type Mistake, toml } from './mistake.ts';

export const wrongMutants: readonly Mistake[] = [
  {
    name: 'a mutant that is not there',
    changes: { 'mutants/wrong.py': null },
    place: 'challenge.toml:18',
    says: 'mutants lists mutants/wrong.py, but there is no such file.',
  },
  {
    name: 'a mutant that equals the solution',
    changes: { 'mutants/wrong.py': '# a comment\nx = 2\n\n' },
    place: 'mutants/wrong.py',
    says: 'The mutant equals the solution.',
  },
  {
    name: 'a mutant that equals the starter',
    changes: { 'mutants/wrong.py': 'x = 1\n' },
    place: 'mutants/wrong.py',
    says: 'The mutant equals the starter.',
    isWarning: true,
  },
  {
    name: 'kills that names no test',
    changes: toml((text) => `${text}kills = [\n  "test_x",\n  "test_z",\n]\n`),
    place: 'challenge.toml:22',
    says: 'No test is named "test_z". Did you mean "test_x"? Correct "kills".',
  },
  {
    name: 'a mutant listed twice',
    changes: toml((text) => `${text}\n[[mutants]]\nfile = "mutants/wrong.py"\nwhy = "again"\n`),
    place: 'challenge.toml:22',
    says: 'The mutant mutants/wrong.py is listed twice.',
  },
  {
    name: 'a mutant that is not listed',
    changes: { 'mutants/other.py': 'x = 9\n' },
    place: 'mutants/other.py',
    says: 'challenge.toml does not list it, so no test has to catch it.',
    isWarning: true,
  },
];
