import { expect, test, vi } from 'vitest';
import { type CommandEntry, UsageError } from './commands/command.ts';
import { commands } from './commands/table.ts';
import { runTool } from './run-tool.ts';

const greet = vi.fn(async (args: readonly string[]) => {
  if (args.includes('--loud')) throw new UsageError('There is no loud greeting.');
  return args.length;
});
const table: readonly CommandEntry[] = [
  { name: 'greet', summary: 'say hello', usage: ['greet NAME…'], load: async () => greet },
];

async function call(...args: readonly string[]) {
  const lines: string[] = [];
  const code = await runTool(args, (line) => lines.push(line), table);
  return { code, text: lines.join('\n') };
}

test('a command gets what stands after its name, and its number is the exit code', async () => {
  expect(await call('greet', 'Ada')).toEqual({ code: 1, text: '' });
  expect(greet).toHaveBeenLastCalledWith(['Ada'], expect.any(Function));
});

test('an unknown command names the known ones', async () => {
  const { code, text } = await call('meet');
  expect(code).toBe(2);
  expect(text).toContain('There is no command "meet". There are: greet.');
});

test('without a command there is the overview; asking for help is no mistake', async () => {
  expect(await call()).toMatchObject({ code: 2, text: expect.stringContaining('greet  say hello') });
  expect((await call('--help')).code).toBe(0);
  expect(await call('greet', '--help')).toMatchObject({ code: 0, text: expect.stringContaining('NAME…') });
});

test('arguments that cannot be used are a sentence and the usage', async () => {
  const { code, text } = await call('greet', '--loud');
  expect(code).toBe(2);
  expect(text).toContain('There is no loud greeting.');
  expect(text).toContain('greet NAME…');
});

test('an unknown option of a real command is a sentence, no stack', async () => {
  const lines: string[] = [];
  expect(await runTool(['check', '--alll'], (line) => lines.push(line))).toBe(2);
  expect(lines[0]).toBe("Unknown option '--alll'.");
});

test('every command of the table can be loaded and says how it is called', async () => {
  for (const entry of commands) {
    expect(entry.usage.every((line) => line.startsWith(entry.name))).toBe(true);
    expect(await entry.load()).toBeTypeOf('function');
  }
});
