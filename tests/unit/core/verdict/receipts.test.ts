import { describe, expect, test } from 'vitest';
import { formatReceipts, parseReceipts, receiptPosition } from '../../../../src/core/verdict/receipts.ts';
import { recordingOf } from '../../../fixtures/examples.ts';
import type { Receipt } from '../../../../src/core/verdict/recording.ts';

const receipt = (out: string): Receipt => recordingOf(out).receipt as Receipt;
const FILE = 'examples/topic/recordings.json';
const RECEIPTS = new Map([
  ['deep/er', receipt('3')],
  ['a_b', receipt('2')],
  ['a 3.13t', { ...receipt('1'), gil: false }],
  ['a', receipt('0')],
]);
const TEXT = formatReceipts(RECEIPTS);

test('receipts are a line each, sorted, those of versions behind that for all', () => {
  expect(
    TEXT.split('\n').map(line => /^ *"(?<key>[^"]+)": \{"sha256".*\},?$/.exec(line)?.groups?.key ?? line),
  ).toEqual(['{', 'a', 'a 3.13t', 'a_b', 'deep/er', '}', '']);
  expect(JSON.parse(TEXT)).toEqual(Object.fromEntries(RECEIPTS));
});

test('receipts are read back as they were written', () => {
  expect(parseReceipts(FILE, TEXT)).toEqual({
    receipts: new Map([...RECEIPTS].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  });
});

describe('receipts that record did not write are a problem at the first wrong line; others are read:', () => {
  const without = (...keys: string[]): string[] =>
    [...RECEIPTS.keys()].filter(key => !keys.includes(key)).sort();
  test.for<[string, string, number, readonly string[]]>([
    ['half a file', TEXT.slice(0, TEXT.indexOf('"a_b"') + 20), 3, without('a_b', 'deep/er')],
    ['a conflict', TEXT.replace('  "a_b"', '<<<<<<< HEAD\n  "a_b"'), 4, without()],
    ['a digest that is none', TEXT.replace(receipt('2').sha256, '0", "'), 4, without('a_b')],
    ['a receipt without its runs', TEXT.replace(/,"runs":5(?=\},\n {2}"a_b)/, ''), 3, without('a 3.13t')],
    ['a receipt twice', TEXT.replace('  "a_b"', '  "a": null,\n  "a_b"'), 4, without()],
    [
      'another order',
      TEXT.split('\n')
        .toSpliced(1, 2, ...TEXT.split('\n').slice(1, 3).reverse())
        .join('\n'),
      2,
      without(),
    ],
    ['another layout', JSON.stringify(Object.fromEntries(RECEIPTS), null, 2), 2, []],
    ['carriage returns', TEXT.replaceAll('\n', '\r\n'), 1, without()],
    ['nothing', '', 1, []],
    ['null', 'null', 1, []],
  ])('%s', ([, text, line, keys]) => {
    const { receipts, problem } = parseReceipts(FILE, text);
    expect([...receipts.keys()].sort()).toEqual(keys);
    expect(problem).toEqual({
      file: FILE,
      line,
      column: 1,
      title: 'The receipts are not as record writes them.',
      remedy: 'Let it write them again: npm run record -- examples/topic',
    });
  });
});

test.for([
  ['topic/a', 'examples/topic/a.py', undefined, 'examples/topic/recordings.json', 'a'],
  ['topic/a', 'examples/topic/a.py', '3.13t', 'examples/topic/recordings.json', 'a 3.13t'],
  [
    'topic/deep/a',
    'some/examples/topic/deep/a.py',
    undefined,
    'some/examples/topic/recordings.json',
    'deep/a',
  ],
  ['topic/words', 'examples/topic/words/main.py', '3.9', 'examples/topic/recordings.json', 'words 3.9'],
  ['words', 'examples/words/main.py', undefined, 'examples/recordings.json', 'words'],
  ['a', 'examples/a.py', undefined, 'examples/recordings.json', 'a'],
] as const)('the receipt of %s, %s, for version %s is in %s as "%s"', ([id, path, tag, file, key]) => {
  expect(receiptPosition({ id, file: path }, tag)).toEqual({ file, key });
});
