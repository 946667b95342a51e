import { expect, test } from 'vitest';
import { expectedContent } from '../../../../../src/site/audit/plan/artifacts/expected-artifact.ts';
import { shownLines, shownTable } from '../../../../../src/site/figures/artifacts/shown-artifact.ts';
import { seeded } from '../../../../fixtures/seeded.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const tableOf = (text: string): ReturnType<typeof shownTable> => shownTable(bytes(text));

test('the first row of a CSV file is the head of its table', () => {
  expect(tableOf('city,degrees\r\nOslo,-3\r\n"Rome, Italy","12.5"\r\n')).toEqual({
    head: ['city', 'degrees'],
    rows: [
      ['Oslo', '-3'],
      ['Rome, Italy', '12.5'],
    ],
    more: 0,
    numeric: [false, true],
  });
});

test('cells keep their line feeds, quotes and blanks, and short rows are filled', () => {
  expect(tableOf('a,b,c\n"1\n2"," x ","say ""hi"""\n4\n')).toMatchObject({
    rows: [
      ['1\n2', ' x ', 'say "hi"'],
      ['4', '', ''],
    ],
  });
});

test('a row longer than the head widens the table', () => {
  expect(tableOf('a,b\n1,2,3\n')).toMatchObject({ head: ['a', 'b', ''], rows: [['1', '2', '3']] });
});

test('a table of many rows shows fifty, and counts the others', () => {
  const rows = Array.from({ length: 73 }, (_, index) => `${index},x\n`);
  const { rows: shown, more } = tableOf(`n,what\n${rows.join('')}`) ?? {};
  expect([shown?.length, more]).toEqual([50, 23]);
});

test.for([
  ['an open quote', 'a,b\n"1,2\n'],
  ['one column, as a list has it', 'name\nAda\n'],
  ['nothing', ''],
  ['a head too wide for a page', `${'x'.repeat(15_000)},${'y'.repeat(15_000)}\n1,2\n`],
] as const)('what is no table for a page is a text: %s', ([, text]) => {
  expect(tableOf(text)).toBeUndefined();
  expect(expectedContent({ name: 'a.csv', bytes: bytes(text) })).toMatchObject({ kind: 'text' });
});

test('a long text is cut after whole lines, and the lines that are left out are counted', () => {
  const { text, more } = shownLines(bytes('line\n'.repeat(250)));
  expect([text.split('\n').length - 1, more]).toEqual([200, 50]);
  expect(shownLines(bytes(`short\n${'x'.repeat(30_000)}\n`))).toEqual({ text: 'short\n', more: 1 });
});

test('a text without a line feed at its end, and one with carriage returns', () => {
  expect(shownLines(bytes('one\r\ntwo'))).toEqual({ text: 'one\ntwo', more: 0 });
  expect(shownLines(bytes('a\n\n'))).toEqual({ text: 'a\n\n', more: 0 });
  expect(shownLines(bytes(''))).toEqual({ text: '', more: 0 });
});

test('control characters, which no page can hold, are shown as replaced', () => {
  expect(shownLines(bytes('a\0b\x1b[31mc\x85\td\n')).text).toBe('a\ufffdb\ufffd[31mc\ufffd\td\n');
});

/** Parts of files that are hard to read. */
const PARTS = [
  'a',
  '1',
  '1.5',
  ',',
  ',',
  '\n',
  '\r\n',
  '\n',
  '"',
  '""',
  '"x,y"',
  '"p\nq"',
  ' ',
  '\0',
  'é',
  '\t',
  '',
];

test('what renders pages and what audits them read any file in the same way', () => {
  const random = seeded(19);
  for (let round = 0; round < 3000; round += 1) {
    const text = random.list(14, () => random.pick(PARTS)).join('');
    const content = expectedContent({ name: 'a.csv', bytes: bytes(text) });
    const table = tableOf(text);
    const shown =
      table === undefined
        ? { kind: 'text', ...shownLines(bytes(text)) }
        : { kind: 'table', head: table.head, rows: table.rows, more: table.more };
    expect([text, shown]).toEqual([text, content]);
  }
});
