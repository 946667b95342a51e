import { expect, test } from 'vitest';
import type { VariantFacts } from '../../../../src/core/example/example.ts';
import {
  artifactRecording,
  parseRecordingName,
  recordingFile,
  recordingOf,
} from '../../../../src/core/example/recording-name.ts';

test.for([
  ['examples/a/b.py', 'out', 'examples/a/b.out'],
  ['examples/a/main.py', 'err', 'examples/a/main.err'],
  ['examples/a.py/main.py', 'out', 'examples/a.py/main.out'],
] as const)('of %s, the part %s is in %s', ([file, part, expected]) => {
  expect(recordingFile(file, part)).toBe(expected);
  expect(parseRecordingName(expected)).toEqual({ file, slug: undefined, tag: undefined, part });
});

test.for([
  ['examples/a/b.py', 'out', '3.13', 'examples/a/b.3.13.out'],
  ['examples/a/b.py', 'err', '3.14t', 'examples/a/b.3.14t.err'],
  ['examples/a/b.2.py', 'out', '3.13', 'examples/a/b.2.3.13.out'],
] as const)('of %s, the part %s for %s is in %s', ([file, part, tag, expected]) => {
  expect(recordingFile(file, part, tag)).toBe(expected);
  expect(parseRecordingName(expected)).toEqual({ file, slug: undefined, tag, part });
});

test.for([
  ['examples/a/b.py', 'out', undefined, 'examples/a/b.without-the-lock.out'],
  ['examples/a/b/main.py', 'err', '3.13t', 'examples/a/b/main.without-the-lock.3.13t.err'],
] as const)('of a variant of %s, the part %s for %s is in %s', ([file, part, tag, expected]) => {
  const slug = 'without-the-lock';
  expect(recordingFile(file, part, tag, slug)).toBe(expected);
  expect(parseRecordingName(expected)).toEqual({ file, slug, tag, part });
});

test.for([
  ['timeline', undefined, undefined, 'examples/a/b.timeline.json'],
  ['timeline', undefined, '3.13t', 'examples/a/b.3.13t.timeline.json'],
  ['outcomes', undefined, undefined, 'examples/a/b.outcomes.json'],
  [undefined, 'cured', undefined, 'examples/a/b.cured.out'],
] as const)(
  'of an example of the form %s, variant %s and tag %s, the output is in %s',
  ([form, slug, tag, path]) => {
    const variant = slug === undefined ? undefined : ({ slug } as VariantFacts);
    expect(recordingOf({ file: 'examples/a/b.py', variant, contract: { form } }, 'out', tag)).toBe(path);
    expect(parseRecordingName(path)).toEqual({
      ...{ file: 'examples/a/b.py', slug, tag, part: 'out' },
      ...(form === undefined ? {} : { form }),
    });
  },
);

test('where an example hangs is a part of its own', () => {
  expect(parseRecordingName('examples/a/b.cured.waits')).toMatchObject({ slug: 'cured', part: 'waits' });
});

test.for([
  ...['examples/a/b.py', 'examples/a/out', 'examples/a/b.outs', 'examples/a/b.json', 'examples/a.out/b'],
  // The lock of a sample is no file that a run leaves.
  ...['examples/a/b.requirements.txt', 'examples/a/main.requirements.txt'],
])('%s is no name of a recording', path => {
  expect(parseRecordingName(path)).toBeUndefined();
});

test.for([
  ['examples/a/b.plot.svg', { file: 'examples/a/b.py', artifact: 'plot.svg' }],
  ['examples/a/b.3.13t.plot.svg', { file: 'examples/a/b.py', tag: '3.13t', artifact: 'plot.svg' }],
  ['examples/a/b.in-blue.plot-2.png', { file: 'examples/a/b.py', slug: 'in-blue', artifact: 'plot-2.png' }],
  [
    'examples/a/b.in-blue.3.13.A_1.csv',
    { file: 'examples/a/b.py', slug: 'in-blue', tag: '3.13', artifact: 'A_1.csv' },
  ],
  ['examples/a/b/main.data.json', { file: 'examples/a/b/main.py', artifact: 'data.json' }],
] as const)('%s is a recorded file', ([path, expected]) => {
  const { file, slug, tag, artifact = '' } = parseRecordingName(path) ?? { file: '' };
  expect({ file, slug, tag, artifact }).toEqual({ slug: undefined, tag: undefined, ...expected });
  const variant = slug === undefined ? undefined : ({ slug } as never);
  expect(artifactRecording({ file, variant }, artifact, tag)).toBe(path);
});

test.for([
  'plot.svg',
  'examples/a/plot.svg',
  'examples/a.b/plot.svg',
  'examples/a/b.plot.html',
  'a/b.c d.svg',
])('%s is no recorded file', path => {
  expect(parseRecordingName(path)?.artifact).toBeUndefined();
});

test('a timeline is no recorded file', () => {
  const name = parseRecordingName('a/b.timeline.json');
  expect([name?.form, name?.artifact]).toEqual(['timeline', undefined]);
});
