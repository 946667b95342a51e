import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../../../src/core/text/hash.ts';

describe('a fingerprint', () => {
  test('is that of the same parts, as text or as bytes', () => {
    expect(fingerprint(['a', Buffer.from('é')])).toBe(fingerprint(['a', 'é']));
    expect(fingerprint(['a'])).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is the SHA-256 of the lengths of the parts, a line feed and the parts', () => {
    const large = [Buffer.alloc(600_000, 'a'), Buffer.alloc(600_000, 'b')];
    expect(fingerprint(large)).toBe(
      createHash('sha256')
        .update('600000 600000\n')
        .update(large[0] as Buffer)
        .update(large[1] as Buffer)
        .digest('hex'),
    );
    expect(fingerprint(['a', 'bc'])).toBe(createHash('sha256').update('1 2\nabc').digest('hex'));
  });

  test('tells apart parts that are one text when joined', () => {
    const all = [
      ['ab', 'c'],
      ['a', 'bc'],
      ['abc'],
      ['', 'abc'],
      ['abc', ''],
      ['2 1\nab', 'c'],
      ['c', 'ab'],
    ].map(fingerprint);
    expect(new Set(all).size).toBe(all.length);
  });
});
