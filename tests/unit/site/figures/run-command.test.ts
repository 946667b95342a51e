import { expect, test } from 'vitest';
import { runCommand } from '../../../../src/site/figures/run-command.ts';
import { expectedCommand } from '../../../../src/site/audit/plan/expected-command.ts';
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
