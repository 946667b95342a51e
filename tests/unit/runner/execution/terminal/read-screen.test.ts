import { expect, test } from 'vitest';
import { readScreen } from '../../../../../src/runner/execution/terminal/read-screen.ts';

const size = { columns: 72, rows: 24 };

test('a screen is read in a thread of its own', async () => {
  expect(await readScreen({ written: ' 50 %\r100 %\r\n', size })).toEqual({
    text: '100 %\n',
    fault: undefined,
  });
});

test.for([
  ['lines that are inserted without end', '\u001b[99999999L'.repeat(1_000)],
  ['a character that is repeated without end', 'x\u001b[2147483647b'.repeat(1_000)],
])('%s end with a fault', async ([, written = '']) => {
  expect(await readScreen({ written, size }, 2_000)).toEqual({ text: '', fault: 'too-much' });
});
