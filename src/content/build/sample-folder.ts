/** A small challenge folder that is right, for tests to break in one place. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Text, bytes, or null for a file that is not there. */
export type FolderChanges = Readonly<Record<string, string | Uint8Array | null>>;

export const sampleTracks = `[[tracks]]
slug = "idioms"
title = "Idioms"
summary = "Small tools."
planned = ["good-one", "later"]
`;

/** challenge.toml of the sample; every line has one key, so that tests can name lines. */
export function sampleToml(slug: string, order = 1): string {
  return `schema = 1
slug = "${slug}"
title = "A good one"
track = "idioms"
order = ${order}
difficulty = 2
minutes = 25
summary = "Does what it says."
goal = "Say what it does."
concepts = ["words"]

[files]
editor = ["solution.py"]
visible = ["tests/test_good.py"]
hidden = ["tests/test_good_hidden.py"]

[[mutants]]
file = "mutants/wrong.py"
why = "is wrong"
`;
}

function sampleFiles(slug: string, order = 1): Record<string, string> {
  return {
    'challenge.toml': sampleToml(slug, order),
    'statement.md': '# Title\n\nA story.\n\n## Your task\n\n1. Do it.\n',
    'explanation.md': 'Because.\n',
    'starter.py': 'x = 1\n',
    'solution.py': 'x = 2\n',
    'tests/test_good.py': 'from solution import x\n\ndef test_x():\n    assert x == 2\n',
    'tests/test_good_hidden.py': 'from solution import x\n\ndef test_y():\n    assert x > 1\n',
    'mutants/wrong.py': 'x = 3\n',
    'hints/1.md': 'one\n',
    'hints/2.md': 'two\n',
    'hints/3.md': 'three\n',
    'assets/given.py': 'y = 1\n',
  };
}

/** @returns the folder's path */
export async function writeSample(
  root: string,
  slug: string,
  changes: FolderChanges = {},
  order = 1,
): Promise<string> {
  const folder = path.join(root, slug);
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries({ ...sampleFiles(slug, order), ...changes })) {
    if (content === null) continue;
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}
