import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { expect, test } from 'vitest';
import { shownCode, shownText } from '../../../../../src/core/example/displayed-code.ts';
import { shownOutput } from '../../../../../src/core/text/plain-output.ts';
import {
  expectedCode,
  expectedOutput,
  expectedValue,
} from '../../../../../src/site/audit/plan/text/expected-text.ts';
import { exampleOf } from '../../../../fixtures/examples.ts';

test('the audit cuts each region of each example as the pages do, by other code', async () => {
  const files = await glob('**/*.py', { cwd: 'examples' });
  let compared = 0;
  for (const file of files) {
    const example = exampleOf(await readFile(join('examples', file), 'utf8'));
    for (const region of [undefined, ...example.regions.map(({ name }) => name)])
      for (const withBlock of [false, true]) {
        const shown = shownText(shownCode(example, region, withBlock));
        expect([file, region, expectedCode(example.source, region, withBlock)]).toEqual([
          file,
          region,
          shown,
        ]);
        compared += 1;
      }
  }
  expect(compared).toBeGreaterThan(300);
});

test.each([
  ['a\nb\nc\n', '2-3', 'b\nc\n'],
  ['a\nb\nc', '2-3', 'b\nc'],
  ['a\nb\nc', '1-2', 'a\nb\n'],
  ['a\n\u001B[31mb\u001B[0m\n', '2-2', 'b\n'],
  ['a\r\nb\n', undefined, 'a\r\nb\n'],
])('of the output %j, the lines %s are %j', (output, range, text) => {
  expect(expectedOutput(output, range)).toBe(text);
});

test('a value is the first group of the first match, without control sequences', () => {
  expect(expectedValue('one: 1\ntwo: \u001B[1m2\u001B[0m\n', String.raw`^two: (\d)$`)).toBe('2');
  expect(expectedValue('one', '(two)')).toBeUndefined();
  expect(shownOutput('\u001B[1m2\u001B[0m')).toBe('2');
});
