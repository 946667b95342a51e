import { expect, test } from 'vitest';
import { isLineNumbers, namedLines } from '../../../../../src/core/example/shown/named-lines.ts';

const SOURCE = `import threading
# region count
with lock:
    total = total + 1
    print("total", total)
# endregion
print("total")
`;
const FILE = { file: 'examples/topic/count.py', source: SOURCE };
const lines = SOURCE.split('\n').map((text, index) => ({ line: index + 1, text }));
const REGION = lines.slice(2, 5);
const find = (text: string, shown = REGION) => namedLines('highlight', text, FILE, shown);

test('lines are named by their numbers in the file, or by a part of one that is shown', () => {
  expect(find('3,5')).toEqual({ lines: [3, 5] });
  expect(find('3-5')).toEqual({ lines: [3, 4, 5] });
  expect(find('with lock:')).toEqual({ lines: [3] });
  expect(find(' total + 1')).toEqual({ lines: [4] });
  // The other line with this text is not shown.
  expect(find('print(')).toEqual({ lines: [5] });
});

test('a number that is not shown is mended to the nearest that is', () => {
  expect(find('2,3')).toMatchObject({
    title: 'highlight="2,3" names line 2, which is not shown; shown is 3-5.',
    remedy: 'Lines are counted in the file, as an editor does: highlight="3"',
  });
  expect(find('5-7')).toMatchObject({ remedy: expect.stringContaining('highlight="5"') });
});

test('numbers that count what is shown are mended to those of the file', () => {
  expect(find('1-2')).toMatchObject({ remedy: expect.stringContaining('highlight="3-4"') });
});

test('a quotation of a line that is not shown says where it is', () => {
  expect(find('import')).toMatchObject({
    title: 'No line that is shown of examples/topic/count.py holds "import".',
    remedy: 'Line 1 does, which this figure does not show.',
  });
});

test('a quotation with a slip is mended to the nearest line', () => {
  expect(find('with loc:')).toMatchObject({ remedy: 'Did you mean highlight="with lock:"?' });
  expect(find('nothing of the kind')).toMatchObject({ remedy: 'Mend highlight: it is a part of one line.' });
});

test('a quotation of several lines is mended to a whole line that is there once, in the quotes that it needs', () => {
  expect(find('total', lines)).toMatchObject({
    title: '"total" is in lines 4, 5, 7 of examples/topic/count.py, not in one.',
    remedy: 'Quote more of it: highlight="total = total + 1"',
  });
  expect(find('print(', lines)).toMatchObject({
    remedy: `Quote more of it: highlight='print("total", total)'`,
  });
  const same = [1, 2].map(line => ({ line, text: 'go()' }));
  expect(find('go()', same)).toMatchObject({ remedy: 'Name it by its number: highlight="1"' });
});

test('what has no sign but those of numbers is meant as numbers', () => {
  expect(['4-6,9', '4–6', '1..2', '[3]', '3:5'].map(isLineNumbers)).toEqual(Array(5).fill(true));
  expect(['with lock:', 'x = 1', '-', '(4)'].map(isLineNumbers)).toEqual(Array(4).fill(false));
});
