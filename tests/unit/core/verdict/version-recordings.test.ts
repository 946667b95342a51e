import { describe, expect, test } from 'vitest';
import { digest, type Recording, type Recordings } from '../../../../src/core/verdict/recording.ts';
import {
  assignRecordings,
  type InterpreterOutputs,
  redundantVersionRecordings,
  unassignedOutputs,
} from '../../../../src/core/verdict/version-recordings.ts';
import { sortTags } from '../../../../src/core/python-version.ts';
import { CPYTHON, exampleOf, recordingOf, sourceOf } from '../../../fixtures/examples.ts';

const EXAMPLE = exampleOf();
const printed = (name: string, out: string): InterpreterOutputs => ({
  interpreter: { ...CPYTHON, version: name.replace('t', ''), gil: !name.endsWith('t') },
  outputs: [{ out }, { out }],
});
const recorded = (python: string, out: string): Recording => ({
  out,
  receipt: { sha256: digest({ out }), python, runs: 5 },
});
const recordings = (base?: Recording, versions: Readonly<Record<string, string>> = {}): Recordings => ({
  base,
  versions: new Map(Object.entries(versions).map(([tag, out]) => [tag, { ...recordingOf(out), tag }])),
});
/** What stands where: `*` is the recording for all. */
const texts = ({ base, versions }: Recordings): Record<string, string> => ({
  ...(base === undefined ? {} : { '*': base.out }),
  ...Object.fromEntries([...versions].map(([tag, { out }]) => [tag, out])),
});
const placed = (before: Recordings, asked: boolean, ...runs: InterpreterOutputs[]): Record<string, string> =>
  texts(assignRecordings(EXAMPLE, before, runs, asked));

describe('what interpreters that were named printed is recorded', () => {
  test('for all versions where nothing was recorded, by the first', () => {
    expect(placed(recordings(), true, printed('3.13.0', 'a\n'), printed('3.12.0', 'a\n'))).toEqual({
      '*': 'a\n',
    });
  });

  test('for the version that prints something else', () => {
    expect(
      placed(
        recordings(),
        true,
        printed('3.13.0', 'a\n'),
        printed('3.12.0', 'b\n'),
        printed('3.13.0t', 'c\n'),
      ),
    ).toEqual({ '*': 'a\n', '3.12': 'b\n', '3.13t': 'c\n' });
    expect(placed(recordings(recorded('3.12.0', 'a\n')), true, printed('3.13.0', 'b\n'))).toEqual({
      '*': 'a\n',
      '3.13': 'b\n',
    });
  });

  test('for all versions again by the version that wrote that', () => {
    expect(
      placed(recordings(recorded('3.12.4', 'a\n')), true, printed('3.13.0', 'b\n'), printed('3.12.0', 'c\n')),
    ).toEqual({ '*': 'c\n', '3.13': 'b\n' });
  });

  test('for all versions where what stands there was edited by hand', () => {
    expect(
      placed(recordings({ ...recorded('3.12.0', 'a\n'), out: 'A\n' }), true, printed('3.13.0', 'b\n')),
    ).toEqual({ '*': 'b\n' });
  });

  test('in the place of what was recorded for the version', () => {
    expect(
      placed(recordings(recorded('3.13.0', 'a\n'), { 3.12: 'b\n' }), true, printed('3.12.0', 'c\n')),
    ).toEqual({ '*': 'a\n', 3.12: 'c\n' });
  });

  test('anew where the recording does not fit a contract that was tightened', () => {
    const tightened = exampleOf(
      sourceOf("mask = [{ name = 'ratio', pattern = '([0-9.]+) times', min = 0.5 }]"),
    );
    expect(
      texts(
        assignRecordings(
          tightened,
          recordings(recorded('3.13.0', '0.4 times\n')),
          [printed('3.13.0', '0.6 times\n')],
          false,
        ),
      ),
    ).toEqual({ '*': '0.6 times\n' });
    expect(
      texts(
        assignRecordings(
          tightened,
          recordings(recorded('3.13.0', '0.7 times\n')),
          [printed('3.13.0', '0.6 times\n')],
          false,
        ),
      ),
    ).toEqual({ '*': '0.7 times\n' });
  });

  test('with the build that printed it', () => {
    const { base, versions } = assignRecordings(
      EXAMPLE,
      recordings(),
      [printed('3.13.0', 'a\n'), printed('3.13.0t', 'b\n')],
      true,
    );
    expect(base).toEqual({
      out: 'a\n',
      receipt: { sha256: digest({ out: 'a\n' }), python: '3.13.0', runs: 2 },
    });
    expect(versions.get('3.13t')).toEqual({
      out: 'b\n',
      receipt: { sha256: digest({ out: 'b\n' }), python: '3.13.0', gil: false, runs: 2 },
      tag: '3.13t',
    });
  });
});

describe('what was printed unasked is recorded', () => {
  test('for all versions, whichever wrote it before, and also if a version has its own', () => {
    expect(
      placed(
        recordings(recorded('3.12.0', 'a\n'), { '3.13t': 'b\n' }),
        false,
        printed('3.13.0', 'c\n'),
        printed('3.13.0t', 'd\n'),
      ),
    ).toEqual({ '*': 'c\n', '3.13t': 'd\n' });
  });

  test('for its version alone where the version has a recording', () => {
    expect(
      placed(recordings(recorded('3.12.0', 'a\n'), { 3.13: 'b\n' }), false, printed('3.13.0', 'c\n')),
    ).toEqual({ '*': 'a\n', 3.13: 'c\n' });
  });
});

describe('a recording for a version', () => {
  test('goes when the version prints what the others print', () => {
    expect(
      placed(recordings(recorded('3.13.0', 'a\n'), { 3.12: 'b\n' }), true, printed('3.12.0', 'a\n')),
    ).toEqual({ '*': 'a\n' });
    expect(
      placed(recordings(recorded('3.13.0', 'a\n'), { 3.12: 'b\n' }), false, printed('3.13.0', 'b\n')),
    ).toEqual({ '*': 'b\n' });
  });

  test('is reported if the contract makes it equal to the others', () => {
    const example = exampleOf(sourceOf('order = "any"'));
    expect(
      redundantVersionRecordings(
        example,
        recordings(recordingOf('a\nb\n'), { 3.12: 'b\na\n', '3.13t': 'b\nc\n' }),
      ),
    ).toEqual([
      {
        file: 'examples/topic/sample.3.12.out',
        title: 'The recording for 3.12 says nothing that examples/topic/sample.out does not say.',
        remedy: 'Let record remove it: npm run record -- topic/sample',
      },
    ]);
  });

  test('that stands alone says something', () => {
    expect(redundantVersionRecordings(EXAMPLE, recordings(undefined, { 3.12: 'a\n' }))).toEqual([]);
  });
});

test('a recording that is permitted stays the very same', () => {
  const before = recordings(recorded('3.13.0', 'a\n'), { 3.12: 'b\n' });
  const after = assignRecordings(EXAMPLE, before, [printed('3.13.0', 'a\n'), printed('3.12.0', 'b\n')], true);
  expect(after.base).toBe(before.base);
  expect(after.versions.get('3.12')).toBe(before.versions.get('3.12'));
});

test('two builds of one minor version that differ have no place for both', () => {
  const runs = [printed('3.13.1', 'a\n'), printed('3.13.0', 'b\n')];
  const after = assignRecordings(EXAMPLE, recordings(), runs, true);
  expect(unassignedOutputs(EXAMPLE, after, runs)).toHaveLength(1);
  const fine = [printed('3.13.1', 'a\n'), printed('3.12.0', 'b\n')];
  expect(unassignedOutputs(EXAMPLE, assignRecordings(EXAMPLE, recordings(), fine, true), fine)).toEqual([]);
});

test('tags are sorted as interpreters are', () => {
  expect(sortTags(['3.9', '3.13t', '3.14t', '3.13', '3.10'])).toEqual([
    '3.13',
    '3.10',
    '3.9',
    '3.14t',
    '3.13t',
  ]);
});
