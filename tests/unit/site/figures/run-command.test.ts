import { expect, test, vi } from 'vitest';
import { addressCommand, commandFor, runCommand } from '../../../../src/site/figures/run-command.ts';
import {
  commandOf,
  expectedCommand,
  expectedWords,
} from '../../../../src/site/audit/plan/expected-command.ts';
import { exampleOf, sourceOf } from '../../../fixtures/examples.ts';

test.for([
  ['', 'python3 sample.py'],
  ['args = ["--loud", "Ada Lovelace", ""]', "python3 sample.py --loud 'Ada Lovelace' ''"],
  [`env = { MODE = "it's", N = "1" }`, String.raw`MODE='it'\''s' N=1 python3 sample.py`],
  [String.raw`stdin = "12\n$HOME %s\n"`, "printf '%s' '12\n$HOME %s\n' | python3 sample.py"],
  ['stdin = ""\nargs = ["a;b"]', "printf '%s' '' | python3 sample.py 'a;b'"],
] as const)('%j is run by %j, which the audit expects too', ([table, command]) => {
  const example = exampleOf(sourceOf(table));
  expect(runCommand(example)).toBe(command);
  expect(expectedCommand(example, 'sample.py')).toBe(command);
});

test.for([
  ['', 'uv run', ''],
  ['args = ["--loud", "Ada Lovelace"]', 'uv run', "--loud 'Ada Lovelace'"],
  ['stdin = "12\\n"\nenv = { N = "1" }', "printf '%s' '12\n' | N=1 uv run", ''],
] as const)('with %j, the file at its address is run by %j and %j', ([table, before, after]) => {
  const example = exampleOf(sourceOf(table));
  expect(addressCommand(example)).toEqual({ before, after });
  expect(expectedWords(example)).toEqual({ before, after });
});

test('a command with an address has the address of the site, which the audit writes too', () => {
  vi.stubEnv('SITE_URL', 'http://[::1]:4321/project/');
  const command = { before: 'N=1 uv run', after: '--loud' };
  const line = "N=1 uv run 'http://[::1]:4321/project/examples/a/b.py' --loud";
  expect(commandFor(command, '/examples/a/b.py')).toBe(line);
  expect(commandOf(command, 'http://[::1]:4321/project/examples/a/b.py')).toBe(line);
  vi.unstubAllEnvs();
});

test('an example that needs more files than the one at its address has no such command', () => {
  const example = exampleOf();
  const files = new Map([...example.files, ['data.txt', Buffer.from('1')]]);
  expect(addressCommand({ ...example, files })).toBeUndefined();
  expect(expectedWords({ ...example, files })).toBeUndefined();
});
