/** One call of the author's tool, from its arguments to its exit code. */
import { type CommandEntry, type Say, UsageError } from './commands/command.ts';
import { commands } from './commands/table.ts';

const call = 'npm run challenge -- ';

/** @returns 0 all is well, 1 something is wrong with what was looked at, 2 the call was not understood */
export async function runTool(
  args: readonly string[],
  say: Say,
  table: readonly CommandEntry[] = commands,
): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    sayOverview(table, say);
    return name === undefined ? 2 : 0;
  }
  const entry = table.find((item) => item.name === name);
  if (entry === undefined) {
    const known = table.map((item) => item.name).join(', ');
    say(`There is no command "${name}". There are: ${known}. For more: ${call}--help`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    sayUsage(entry, say);
    return 0;
  }
  try {
    const command = await entry.load();
    return await command(rest, say);
  } catch (error) {
    const complaint = explainUsage(error);
    if (complaint === null) throw error;
    say(complaint);
    sayUsage(entry, say);
    return 2;
  }
}

function sayOverview(table: readonly CommandEntry[], say: Say): void {
  say(`Write, check and try challenges: ${call}COMMAND …`);
  say('');
  const width = Math.max(...table.map((entry) => entry.name.length));
  for (const entry of table) say(`  ${entry.name.padEnd(width)}  ${entry.summary}`);
  say('');
  say(`${call}COMMAND --help tells what a command takes.`);
}

function sayUsage(entry: CommandEntry, say: Say): void {
  for (const line of entry.usage) say(`  ${call}${line}`);
  for (const line of entry.options ?? []) say(`    ${line}`);
}

/** The sentence of a call that cannot be used; null for any other error. */
function explainUsage(error: unknown): string | null {
  if (error instanceof UsageError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // What node:util's parseArgs says; its first sentence is enough.
  if (!code.startsWith('ERR_PARSE_ARGS')) return null;
  return `${(error as Error).message.split(/\. (?=To|For|Did)/)[0]?.replace(/\.$/, '')}.`;
}
