import { expect, test } from 'vitest';
import type { VariantFacts } from '../../../../src/core/example/example.ts';
import {
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
