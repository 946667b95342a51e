import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { artifactDifferences } from '../../../../src/core/artifacts/compare-artifacts.ts';
import { BLACK, type Color, pngOf, svgOf } from '../../../fixtures/artifacts/pictures.ts';

/** How a file differs from the recorded one, as one text; undefined if it does not. */
function difference(
  name: string,
  before: string | Buffer,
  after: string | Buffer,
  threshold = 0.1,
): string | undefined {
  const [found] = artifactDifferences(
    new Map([[name, Buffer.from(before)]]),
    new Map([[name, Buffer.from(after)]]),
    { [name]: { threshold } },
  );
  return found && [found.summary, found.text].filter(each => each).join('\n');
}

describe('a text that was recorded', () => {
  test.for(['a.csv', 'a.json', 'a.txt', 'a.md', 'a.svg'])('differs in each byte: %s', name => {
    expect(difference(name, 'a,b\n1,2\n', 'a,b\n1,2\n')).toBeUndefined();
    expect(difference(name, 'a,b\n1,2\n', 'a,b\n1,3\n')).toBe(' a,b\n-1,2\n+1,3');
    expect(difference(name, 'a,b\n', 'a,b')).toContain('No newline');
    expect(difference(name, 'a,b\r\n', 'a,b\n')).toBe('-a,b\\x0d\n+a,b');
    expect(difference(name, 'a', '\ufeffa')).toContain('\\ufeff');
  });

  test('is shown around what changed, if a line is long', () => {
    const path = (middle: string): string =>
      `<path d="${'1 2 '.repeat(300)}${middle}${'3 4 '.repeat(300)}"/>`;
    const found = difference('a.svg', path('7 8 '), path('7 9 ')) ?? '';
    expect(found.split('\n').map(line => [line[0], line.includes('7 '), line.length < 150])).toEqual([
      ['-', true, true],
      ['\\', false, true],
      ['+', true, true],
      ['\\', false, true],
    ]);
  });
});

describe('a PNG that was recorded', () => {
  const square = (color: Color, x = 5): Buffer => pngOf(40, 20, [{ x, y: 5, width: 8, height: 8, color }]);

  test('is the same if its pixels are, whatever its bytes are', () => {
    const one = pngOf(40, 20, [], [10, 200, 30]);
    const other = Buffer.concat([one.subarray(0, 33), textChunk(), one.subarray(33)]);
    expect(one.equals(other)).toBe(false);
    expect(difference('a.png', one, other, 0)).toBeUndefined();
  });

  test('differs in a single pixel', () => {
    expect(difference('a.png', pngOf(40, 20), pngOf(40, 20, [{ x: 7, y: 9, color: BLACK }]))).toBe(
      '1 of 800 pixels differs, in x = 7…7, y = 9…9',
    );
  });

  test('names the rectangle around what differs', () => {
    expect(difference('a.png', square(BLACK), square(BLACK, 6))).toBe(
      '16 of 800 pixels differ, in x = 5…13, y = 5…12',
    );
  });

  test('may have colors that no eye tells apart, as far as its threshold permits', () => {
    expect(difference('a.png', square([200, 0, 0]), square([203, 1, 1]))).toBeUndefined();
    expect(difference('a.png', square([200, 0, 0]), square([203, 1, 1]), 0)).toContain('64 of 800 pixels');
    expect(difference('a.png', square([200, 0, 0]), square([0, 0, 200]))).toContain('64 of 800 pixels');
    expect(difference('a.png', square([200, 0, 0]), square([0, 0, 200]), 1)).toBeUndefined();
  });

  test('differs if pixels are clear in one of the two', () => {
    expect(difference('a.png', square([255, 255, 255, 255]), square([255, 255, 255, 0]))).toContain('pixels');
  });

  test('differs if its size does', () => {
    expect(difference('a.png', pngOf(40, 20), pngOf(20, 40))).toBe(
      'it has 20 × 40 pixels, and 40 × 20 are recorded',
    );
  });

  test('differs if it says that its colors are meant otherwise', () => {
    const gamma = chunk('gAMA', Buffer.from([0, 0, 0x10, 0]));
    const one = square(BLACK);
    expect(difference('a.png', one, Buffer.concat([one.subarray(0, 33), gamma, one.subarray(33)]))).toBe(
      'it says of its colors that they are meant otherwise',
    );
  });
});

test('other pictures differ in each byte', () => {
  const found = difference('a.jpg', Buffer.of(1, 2, 3), Buffer.of(1, 2, 4)) ?? '';
  expect(found).toMatch(
    /^it has 3 bytes with the digest [\da-f]{12}, and 3 bytes with the digest [\da-f]{12} /,
  );
});

test('a file that was not recorded, or not written, differs', () => {
  const files = new Map([['a.svg', svgOf('<path d="M0 0"/>')]]);
  const promised = { 'a.svg': { threshold: 0 } };
  const summaries = (...[before, after]: Parameters<typeof artifactDifferences>): string[] =>
    artifactDifferences(before, after, promised).map(({ summary }) => summary);
  expect(summaries(undefined, files)).toEqual(['it was never recorded']);
  expect(summaries(files, new Map())).toEqual(['it was not written']);
  expect(artifactDifferences(files, new Map(), {})).toEqual([]);
});

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const crc = Buffer.alloc(4);
  const body = Buffer.concat([Buffer.from(type), data]);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}

function textChunk(): Buffer {
  return chunk('tEXt', Buffer.from('Software\0another version'));
}
