import { expect, test } from 'vitest';
import { versionChanges } from '../../../../../src/site/figures/changes/version-changes.ts';
import {
  type CheckedExample,
  checkedExample,
} from '../../../../../src/site/figures/parts/checked-example.ts';
import { digest, type Recording } from '../../../../../src/core/verdict/recording.ts';
import { exampleOf, sourceOf } from '../../../../fixtures/examples.ts';
import { recordedOn } from '../../../../fixtures/versions.ts';

const [BASE, FREE] = [recordedOn('3.13', 'yes\n', 'all'), recordedOn('3.13t', 'no\n')];

/** The example of these recordings; those of `verified` are verified. */
function checked(verified = [BASE, FREE], facts: Partial<CheckedExample> = {}): CheckedExample {
  const example = exampleOf();
  const known = checkedExample(example, [], example, { base: BASE, versions: new Map([['3.13t', FREE]]) });
  return { ...known, verified: verified.map(recording => ({ recording, pythons: [] })), ...facts };
}

const lines = [
  { sign: '-', text: 'yes' },
  { sign: '+', text: 'no' },
];
const CHANGE = { id: 'topic/sample', tag: '3.13t', than: '3.13', files: [], variant: undefined };

test('a version that prints something else is a change, with its lines', () => {
  const streams = [{ stream: 'out', lines }];
  expect(versionChanges(checked())).toEqual([{ ...CHANGE, streams, unverified: [] }]);
});

test.for([
  [[BASE], ['3.13t']],
  [[FREE], ['3.13']],
  [[], ['3.13t', '3.13']],
] as const)('what this build did not verify is named, and not shown', ([verified, unverified]) => {
  expect(versionChanges(checked([...verified]))).toEqual([{ ...CHANGE, streams: [], unverified }]);
});

test('a file with other bytes, or of one version alone, is a change', () => {
  const files = (...all: [string, string][]) =>
    new Map(all.map(([name, text]) => [name, Buffer.from(text)] as const));
  const before = { ...recordedOn('3.13', '', 'all'), artifacts: files(['a.txt', 'a'], ['b.txt', 'b']) };
  const after = {
    ...recordedOn('3.14', ''),
    artifacts: files(['a.txt', 'a'], ['b.txt', 'B'], ['c.txt', '']),
  };
  const recorded = [before, after].map(each => sealed(each));
  const verified = recorded.map(recording => ({ recording, pythons: [] }));
  expect(versionChanges(checked([], { recorded, verified }))).toMatchObject([
    { tag: '3.14', streams: [], files: ['b.txt', 'c.txt'] },
  ]);
});

test('changes of a variant are among those of its example', () => {
  const variant = { ...exampleOf(), id: 'topic/sample.without-it', variant: { name: 'without it' } };
  const own = checked([BASE, FREE], { example: variant as CheckedExample['example'] });
  const changes = versionChanges(checked([], { recorded: [BASE], variants: [own] }));
  expect(changes).toMatchObject([{ id: 'topic/sample.without-it', variant: 'without it' }]);
});

test('counts of a race are no output', () => {
  const outcome = (prints: string): string =>
    `[[tool.verbatim.outcomes.table]]\nprints = "${prints}"\nmeaning = "m"`;
  const source = sourceOf(
    `[tool.verbatim.outcomes]\nruns = 20\n${outcome('1')}\nseen = true\n${outcome('2')}`,
  );
  expect(versionChanges(checked([BASE, FREE], { example: exampleOf(source) }))).toEqual([]);
});

/** With the digest of all that it holds. */
function sealed(recording: Recording): Recording {
  const { receipt } = recording;
  return { ...recording, receipt: receipt && { ...receipt, sha256: digest(recording) } };
}
