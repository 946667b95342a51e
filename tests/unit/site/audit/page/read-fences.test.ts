import { expect, test } from 'vitest';
import { en } from '../../../../../src/core/words/en/en.ts';
import { readClaims } from '../../../../../src/site/audit/page/read-fences.ts';

const RUNS = 'Runs in the browser (Pyodide 314.0.7, Python 3.14.2).';
const NOT = 'Does not run in the browser: it needs Python >=3.15.';

test.for([
  ['a paragraph', `It prints:\n\n${NOT}\n`],
  ['a block of code', `\`\`\`python\n1\n\`\`\`\n\n${NOT}\n`],
  ['a heading', `## Files\n\n${NOT}\n`],
  ['a table', `| A | B |\n| --- | --- |\n| 1 | 2 |\n\n${NOT}\n`],
  ['an item of a list', `- one\n- two\n\n${NOT}\n`],
] as const)('what an edition claims of the browser is read behind %s', ([, edition]) => {
  expect(readClaims(edition, en)).toEqual([NOT]);
  expect(readClaims(edition.replace(NOT, RUNS), en)).toEqual([RUNS]);
});

test('code is no claim, and neither is a sentence about browsers', () => {
  expect(
    readClaims(`\`\`\`\n${RUNS}\n\`\`\`\n\nIt runs in the browser. A thread does not run there.\n`, en),
  ).toEqual([]);
});
