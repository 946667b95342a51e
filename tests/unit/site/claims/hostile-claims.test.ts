import { expect, test } from 'vitest';
import { parseExample } from '../../../../src/core/variant/parse-example.ts';
import { scan } from '../../../../src/site/article/parse-mdx.ts';
import { literalProblems, numberProblems } from '../../../../src/site/claims/number-problems.ts';
import { buildReference } from '../../../../src/site/figures/build-reference.ts';
import { checkedExample, type CheckedExamples } from '../../../../src/site/figures/parts/checked-example.ts';
import { PLAIN } from '../../../../src/site/highlight/plain-highlighter.ts';
import { recordAttack } from '../../../fixtures/attacks.ts';
import { en } from '../../../../src/core/words/en/en.ts';
import { recordingOf } from '../../../fixtures/examples.ts';

const FILE = 'content/a/b.mdx';
const SECONDS = `mask = [{ name = "seconds", pattern = 'in (\\d\\.\\d) s', min = 1.9, max = 3 }]`;

function example(out: string, contract: string): CheckedExamples {
  const source = `# /// script\n# [tool.verbatim]\n# ${contract}\n# ///\nprint("x")\n`;
  const files = new Map([['a.py', new TextEncoder().encode(source)]]);
  const { value, problems } = parseExample('t/a', 'examples/t/a.py', files);
  if (value === undefined) throw new Error(JSON.stringify(problems));
  const recordings = { base: recordingOf(out), versions: new Map() };
  return new Map([[value.id, checkedExample(value, [], value, recordings)]]);
}

/** The titles of all that a check of an article finds in its numbers and quotations. */
function findings(article: string, out: string, contract: string): readonly string[] {
  const examples = example(out, contract);
  const { value: found, problems } = scan(article, FILE);
  if (found === undefined) return problems.map(({ title }) => title);
  const built = found.references.flatMap(
    reference =>
      buildReference(reference, FILE, new Set(), { examples, highlighter: PLAIN, words: en }).problems ?? [],
  );
  const numbers = numberProblems(found, article, FILE, examples);
  return [...built, ...numbers, ...literalProblems(found.tags, FILE)].map(({ title }) => title);
}

const SHOWN = '<Example file="t/a.py" />\n\n';
const quote = (props: string, text: string): string =>
  `${SHOWN}It took <Value file="t/a.py" ${props}>${text}</Value>.`;
const M = 'match="in (\\d\\.\\d)"';

test.for([
  ['a wide about', quote(`${M} about={100}`, '90'), 'more than half'],
  ['about without an end', quote(`${M} about={1e999}`, '90'), 'about'],
  ['about that is computed', quote(`${M} about={1 + 99}`, '90'), 'computed'],
  ['about beyond the bounds of the mask', quote(`${M} about={1}`, '1.5'), 'permits 1.9 to 3 only'],
  [
    'a number in words of another language',
    quote(`${M} as="words" about={0.5}`, 'zwei'),
    'no number in English',
  ],
  [
    'a part of a masked number',
    quote('match="in \\d\\.(\\d)" as="words"', 'one'),
    'another part of the line',
  ],
  [
    'a sentence in a Literal',
    `${SHOWN}<Literal>It made 5 downloads, and ${'so '.repeat(30)}on</Literal>`,
    'characters',
  ],
  ['a paragraph in a Literal', `${SHOWN}<Literal>\n\nIt took 9 seconds.\n\n</Literal>`, 'has "9 seconds"'],
  ['a number split by marks', `${SHOWN}It took **9** *seconds*`, 'has "9 seconds"'],
  ['a number in entities', `${SHOWN}It took &#57; seconds`, 'has "9 seconds"'],
  ['a number in an expression', `${SHOWN}It took {9} seconds`, 'has "9 seconds"'],
  ['a number behind a deeper heading', `${SHOWN}### More\n\nIt took 9 seconds`, 'has "9 seconds"'],
  [
    'a quotient of a number and itself',
    `${SHOWN}<Ratio of="t/a.py" to="t/a.py" ${M} about={0.5}>1.4</Ratio>`,
    'also no difference',
  ],
  ['a line that is not there once', `${SHOWN}Line <Value file="t/a.py" line="#">1</Value>`, 'not in one'],
] as const)('a claim that nothing proves is refused: %s', ([tried, article, refused], { task }) => {
  const found = findings(article, 'done in 2.1 s\n', SECONDS);
  recordAttack(task, { against: 'claim', tried, refused: found[0] ?? 'nothing' });
  expect(found.join('\n')).toContain(refused);
});

test('thousands of numbers and quotations beside a masked output of a megabyte end', ({ task }) => {
  const out = 'done in 2.1 s, job 17 of 90 files\n'.repeat(25_000);
  const article =
    SHOWN +
    'It made 4 files, in 7 s, job 3. '.repeat(2000) +
    `${quote(M, '2.1').slice(SHOWN.length)} `.repeat(1000);
  recordAttack(task, {
    against: 'claim',
    tried: 'a check without end',
    refused: 'limits of numbers and messages',
  });
  expect(findings(article, out, SECONDS).at(-1)).toMatch(/more numbers speak of outputs/);
}, 240_000);
