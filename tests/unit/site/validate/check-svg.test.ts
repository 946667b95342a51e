import { expect, test } from 'vitest';
import { svgProblems } from '../../../../src/site/validate/check-svg.ts';

const START = '<svg xmlns="http://www.w3.org/2000/svg">\n';

test('a tag that is never closed is reported where it begins', () => {
  expect(svgProblems(Buffer.from(`${START}<g>\n</svg>\n`), 'a.svg')).toMatchObject([
    { line: 2, column: 1, title: '<g> is never closed, so browsers show no drawing.' },
  ]);
});

test.for([
  ['are never closed', '<g>\n'],
  ['load something', '<a/>\n'],
])('of a hundred thousand tags that %s, twenty are reported', ([, tag = '']) => {
  expect(svgProblems(Buffer.from(START + tag.repeat(100_000)), 'a.svg')).toHaveLength(20);
});
