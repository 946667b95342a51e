import { describe, expect, test } from 'vitest';
import { digest, isAuthentic } from '../../../../src/core/verdict/recording.ts';
import { recordingOf } from '../../../fixtures/examples.ts';

describe('a recording is authentic', () => {
  test('as it was written', () => {
    expect(isAuthentic(recordingOf('a\n', 'b\n'))).toBe(true);
  });

  test.for([
    ['its output was edited', { out: 'A\n' }],
    ['its last line feed is gone', { out: 'a' }],
    ['its error output was edited', { err: 'B\n' }],
    ['its error output is gone', { err: undefined }],
    ['it has no receipt', { receipt: undefined }],
  ] as const)('not when %s', ([, change]) => {
    expect(isAuthentic({ ...recordingOf('a\n', 'b\n'), ...change })).toBe(false);
  });
});

describe('a digest', () => {
  test('is the same for the same output on any machine', () => {
    expect(digest({ out: 'hello\n' })).toBe(
      'feec98ddd94d04fd619b44f43e317bce7ff0bafc866e9a7b5242e87e214cfff3',
    );
  });

  test('tells the streams apart', () => {
    expect(
      new Set([
        digest({ out: 'ab' }),
        digest({ out: 'a', err: 'b' }),
        digest({ out: '', err: 'ab' }),
        digest({ out: 'ab', err: '' }),
      ]).size,
    ).toBe(4);
  });
});
