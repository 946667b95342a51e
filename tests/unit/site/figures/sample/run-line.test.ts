import { expect, test, vi } from 'vitest';
import type { Example } from '../../../../../src/core/example/example.ts';
import { lineFor, ownCommand, runLine } from '../../../../../src/site/figures/sample/run-line.ts';
import { auditedSample } from '../../../../../src/site/audit/plan/sample/audited-sample.ts';
import { lineWith } from '../../../../../src/site/audit/plan/sample/expected-line.ts';
import { exampleOf, sourceOf } from '../../../../fixtures/examples.ts';

/** An example of several files, whose folder has the name of a variant behind it if it is one. */
function several(table: string, more: Partial<Example> = {}): Example {
  const example = exampleOf(sourceOf(table));
  const files = new Map([
    ['main.py', Buffer.from(example.source)],
    ['data.txt', Buffer.from('1')],
  ]);
  return { ...example, file: 'examples/topic/sample/main.py', entry: 'main.py', files, ...more };
}

/** The parts of a line, after the audit has found the same. */
function partsOf(example: Example): readonly unknown[] | string {
  const line = runLine(example);
  const { line: expected } = auditedSample(example, true);
  if (typeof line === 'string') {
    expect(expected).toBeUndefined();
    return line;
  }
  expect(expected).toEqual({ before: line.before, after: line.after });
  return [line.before, line.after, line.isPosix];
}

test.for([
  ['', 'python3 sample.py'],
  ['args = ["--loud", "Ada Lovelace", ""]', "python3 sample.py --loud 'Ada Lovelace' ''"],
  [`env = { MODE = "it's", N = "1" }`, String.raw`MODE='it'\''s' N=1 python3 sample.py`],
  [String.raw`stdin = "12\n$HOME %s\n"`, String.raw`printf '%s\n' 12 '$HOME %s' | python3 sample.py`],
  ['stdin = ""\nargs = ["a;b"]', "printf '%s' '' | python3 sample.py 'a;b'"],
] as const)('%j is run from its folder by %j, which the audit expects too', ([table, command]) => {
  const example = exampleOf(sourceOf(table));
  expect(ownCommand(example)).toBe(command);
  expect(auditedSample(example, true).command).toBe(command);
});

test.for([
  ['', ['uv run', '', false]],
  ['args = ["--loud"]', ['uv run', '--loud', false]],
  ['args = ["Ada Lovelace"]', ['uv run', "'Ada Lovelace'", true]],
  ['stdin = "12\\n"\nenv = { N = "1" }', [String.raw`printf '%s\n' 12 | N=1 uv run`, '', true]],
  ['stdin = "1\\n\\n-2"', [String.raw`printf '%s\n%s\n%s' 1 '' -2 | uv run`, '', true]],
  ['stdin = "\\n"', [String.raw`printf '%s\n' '' | uv run`, '', true]],
] as const)('with %j, one file is fetched and run by %j', ([table, parts]) => {
  expect(partsOf(exampleOf(sourceOf(table)))).toEqual(parts);
});

test('without a block, uv does not take the file for a part of the project around it', () => {
  expect(partsOf(exampleOf('print(1)\n'))).toEqual(['uv run --no-project', '', false]);
});

test('a program that reads its own path is fetched under its own name', () => {
  const example = exampleOf(sourceOf('env = { N = "1" }', 'print(__file__)'));
  expect(partsOf(example)).toEqual(['curl -fsSLo sample.py', '&& N=1 uv run sample.py', true]);
  expect(partsOf(exampleOf(sourceOf('', 'my__file__ = 1')))).toEqual(['uv run', '', false]);
});

test.for([
  ['', 'python3', 'python3 main.py'],
  ['stdin = "1\\n"\nargs = ["x y"]', 'python3', String.raw`printf '%s\n' 1 | python3 main.py 'x y'`],
] as const)('with %j, several files come as an archive that %j opens', ([table, program, command]) => {
  const open = `&& ${program} -m zipfile -e sample.zip . && (cd sample && ${command})`;
  expect(partsOf(several(table))).toEqual(['curl -fsSLO', open, true]);
});

test('several files with packages need uv alone, which brings Python too', () => {
  const example = several('');
  const metadata = { ...example.metadata, dependencies: ['attrs'] };
  const open = '&& uv run --no-project python -m zipfile -e sample.zip . && (cd sample && uv run main.py)';
  expect(partsOf({ ...example, metadata })).toEqual(['curl -fsSLO', open, true]);
});

test.for([
  ['args = ["a\\tb"]', 'characters'],
  ['stdin = "\\u001b[A"', 'characters'],
  ['env = { N = "a\\nb" }', 'characters'],
  [`stdin = "${'x'.repeat(3000)}"`, 'length'],
] as const)('what a terminal obeys or nobody can paste has no line: %j', ([table, reason]) => {
  expect(partsOf(exampleOf(sourceOf(table)))).toBe(reason);
});

test('what is not verified has no line in the plan of the audit', () => {
  expect(auditedSample(exampleOf(), false).line).toBeUndefined();
});

test('a line has the address of the site, which the audit writes too', () => {
  vi.stubEnv('SITE_URL', 'http://[::1]:4321/project/');
  const words = { before: 'N=1 uv run', after: '--loud', isPosix: true };
  const line = "N=1 uv run 'http://[::1]:4321/project/examples/a/b.py' --loud";
  expect(lineFor(words, 'examples/a/b.py')).toBe(line);
  expect(lineWith(words, 'http://[::1]:4321/project/examples/a/b.py')).toBe(line);
  vi.unstubAllEnvs();
});
