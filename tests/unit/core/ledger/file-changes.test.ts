import { expect, test } from 'vitest';
import { fileChanges } from '../../../../src/core/ledger/file-changes.ts';
import { contractOf } from '../../../fixtures/examples.ts';

const files = (all: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(all).map(([name, text]) => [name, Buffer.from(text)]));
const contract = contractOf({ artifacts: { 'plot.svg': 'Lines', 'rows.csv': 'Rows' } });

test('only files that differ are changes, with their texts unless they are pictures', () => {
  const recording = { out: '', artifacts: files({ 'plot.svg': '<svg/>', 'rows.csv': 'a\n' }) };
  const of = (all: Readonly<Record<string, string>>): unknown =>
    fileChanges({ contract }, { artifacts: files(all) }, recording);
  expect(of({ 'plot.svg': '<svg/>', 'rows.csv': 'a\n' })).toBeUndefined();
  expect(of({ 'plot.svg': '<svg />', 'rows.csv': 'b\n' })).toEqual([
    { name: 'plot.svg', summary: '' },
    {
      name: 'rows.csv',
      summary: '',
      before: { text: 'a\n', omitted: 0 },
      after: { text: 'b\n', omitted: 0 },
    },
  ]);
  expect(of({ 'plot.svg': '<svg/>' })).toEqual([
    { name: 'rows.csv', summary: 'it was not written', before: { text: 'a\n', omitted: 0 } },
  ]);
});

test('a long file is an excerpt, and without a recording nothing changed', () => {
  const long = 'x'.repeat(30_000);
  const recording = { out: '', artifacts: files({ 'plot.svg': '<svg/>', 'rows.csv': 'a\n' }) };
  const run = { artifacts: files({ 'plot.svg': '<svg/>', 'rows.csv': long }) };
  expect(fileChanges({ contract }, run, recording)?.[0]?.after).toEqual({
    text: 'x'.repeat(20_000),
    omitted: 10_000,
  });
  expect(fileChanges({ contract }, run, undefined)).toBeUndefined();
  expect(fileChanges({ contract }, {}, recording)).toBeUndefined();
});
