import { expect, test } from 'vitest';
import {
  NEWS,
  orderToRelease,
  orderToStart,
  readNews,
} from '../../../../../src/runner/execution/launcher/protocol.ts';

/** News as the launcher writes it. */
function written(number: number, kind: number, data: string): Buffer {
  const head = Buffer.alloc(12);
  [number, kind, Buffer.byteLength(data)].forEach((value, index) => head.writeUInt32LE(value, index * 4));
  return Buffer.concat([head, Buffer.from(data)]);
}

test('news are read wherever the bytes are cut', () => {
  const bytes = Buffer.concat([
    written(1, NEWS.started, '4711'),
    written(2, 1, 'a line\nand half of'),
    written(1, NEWS.closed, ''),
    written(70_000, NEWS.exited, '0 12.5'),
  ]);
  const whole = readNews(bytes);
  expect(whole.news.map(({ number, kind, data }) => [number, kind, String(data)])).toEqual([
    [1, 4, '4711'],
    [2, 1, 'a line\nand half of'],
    [1, 6, ''],
    [70_000, 5, '0 12.5'],
  ]);
  expect(whole.rest.length).toBe(0);
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const first = readNews(bytes.subarray(0, cut));
    const second = readNews(Buffer.concat([first.rest, bytes.subarray(cut)]));
    expect([...first.news, ...second.news]).toEqual(whole.news);
  }
});

test('an order says how long each of its parts is, in bytes', () => {
  const order = orderToStart(3, {
    command: '/bin/echo',
    words: ['ä', ''],
    cwd: '/',
    env: { NAME: 'b=c\n' },
    stdin: 'in',
    inputs: [Buffer.from('\0\n')],
  });
  expect(String(order)).toBe('3 3 1 25 2 2\n/\0/bin/echo\0ä\0\0NAME=b=c\nin\0\n');
  expect(String(orderToStart(4, { command: 'x', words: [], cwd: '/', env: {}, inputs: [] }))).toBe(
    '4 1 0 3 0\n/\0x',
  );
  expect(() => orderToStart(5, { command: 'x', words: ['a\0b'], cwd: '/', env: {}, inputs: [] })).toThrow(
    'No program can be given a NUL character: "a\\u0000b"',
  );
  expect(String(orderToRelease(3))).toBe('3 0 0\n');
});
