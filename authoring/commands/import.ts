/** `challenge import`: what others wrote becomes challenge folders. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { importExercism } from '../import/exercism/import-exercism.ts';
import { formatReport, type ImportReport } from '../import/import-report.ts';
import { importPytest } from '../import/pytest/import-pytest.ts';
import { createPythonReader } from '../import/pytest/python-reader.ts';
import { type Say, UsageError } from './command.ts';

/** @returns 0 when everything that was asked for was imported, 1 when not */
export async function importChallenges(args: readonly string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      into: { type: 'string' },
      track: { type: 'string' },
      replace: { type: 'boolean', default: false },
    },
  });
  const [kind, ...paths] = positionals;
  const [first] = paths;
  if (kind !== 'exercism' && kind !== 'pytest')
    throw new UsageError('Say what to import: exercism or pytest.');
  if (first === undefined || (kind === 'pytest' && paths.length > 1)) {
    throw new UsageError(
      kind === 'pytest' ? 'Name one folder with code and tests.' : 'Name exercises or a track.',
    );
  }
  if (values.into === undefined) throw new UsageError('Say with --into DIR where the challenges go.');
  if (kind === 'pytest' && !(await isFolder(first))) throw new UsageError(`There is no folder ${first}.`);

  const into = path.resolve(values.into);
  const common = { into, shelf: values.track ?? null, replace: values.replace };
  let report: ImportReport;
  try {
    report =
      kind === 'exercism'
        ? await importExercism({ paths, ...common })
        : await importPytest({ folder: path.resolve(first), ...common, reader: await createPythonReader() });
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return 1;
  }
  for (const line of formatReport(report, into)) say(line);
  return report.refused.length === 0 && report.imported.length > 0 ? 0 : 1;
}

async function isFolder(place: string): Promise<boolean> {
  return (await stat(place).catch(() => null))?.isDirectory() ?? false;
}
