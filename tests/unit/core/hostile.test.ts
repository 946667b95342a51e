import { expect, test } from 'vitest';
import { assessContract } from '../../../src/core/contract/assess-contract.ts';
import { compare } from '../../../src/core/contract/compare.ts';
import { inferContract } from '../../../src/core/contract/infer-contract.ts';
import { unprovedBy } from '../../../src/core/contract/masks/masked-part.ts';
import { unfitKeys } from '../../../src/core/contract/unfit-keys.ts';
import { shownCode, shownText } from '../../../src/core/example/displayed-code.ts';
import { parseMetadata } from '../../../src/core/example/metadata.ts';
import { parseRegions } from '../../../src/core/example/region.ts';
import { nearest } from '../../../src/core/problems/suggest.ts';
import { difference } from '../../../src/core/text/diff.ts';
import { parseRanges, showRanges, splitLines } from '../../../src/core/text/lines.ts';
import { capture, shownOutput } from '../../../src/core/text/plain-output.ts';
import { readSource } from '../../../src/core/text/read-source.ts';
import { checkCharacters } from '../../../src/core/verdict/written/check-characters.ts';
import { outcome } from '../../../src/core/verdict/run-outcome.ts';
import { linesInsideStrings } from '../../../src/site/audit/plan/text/string-lines.ts';
import { contractOf, exampleOf, problemsOf, runOf, sourceOf } from '../../fixtures/examples.ts';
import { recordAttack } from '../../fixtures/attacks.ts';

/** As much as a run may print, or nearly. */
const MANY = 150_000;
const LONG = 900_000;

const lines = (line: (index: number) => string, count = MANY): string =>
  Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
const reversed = (text: string): string => `${text.trimEnd().split('\n').reverse().join('\n')}\n`;
const titles = (source: string): string[] => problemsOf(source).map(({ title }) => title);
const printing = (pattern: string, text: string) =>
  unfitKeys({ out: text }, contractOf({ mask: [{ name: 'm', pattern, min: 0 }] })).map(
    ({ reason }) => reason,
  );

const numbered = lines(index => `line ${index}`);
const keyed = lines(index => `[w${index % 50}] step ${index}`);
const TAKES_LONG = expect.stringContaining('its masks take too long for this output');

/** What a stranger may write or print, and what happens. */
const ROWS: readonly (readonly [name: string, happens: () => unknown, expected: unknown])[] = [
  [
    '120,000 starts of a block',
    () => parseMetadata('# /// a\n'.repeat(120_000), 'a.py').value?.block,
    undefined,
  ],
  [
    'a block that never ends',
    () => parseMetadata(`# /// script\n${'# x\n'.repeat(200_000)}`, 'a.py').problems?.[0]?.title,
    'The metadata block that begins in line 1 is never closed.',
  ],
  [
    'a block of 200,000 lines',
    () => parseMetadata(`# /// script\n${'# x\n'.repeat(200_000)}# ///\n`, 'a.py').problems?.[0]?.title,
    'The metadata block is too long: at most 500 lines and 200000 characters.',
  ],
  ['lists inside lists', () => titles(sourceOf(`args = ${'['.repeat(40_000)}`)).length, 1],
  ['5,000 unknown keys', () => titles(sourceOf(lines(index => `k${index}=1`, 400))).length, 20],
  [
    '40,000 masks',
    () => titles(sourceOf(`mask = [${'"pid",'.repeat(8000)}]`)),
    ['mask has too many entries: at most 50.'],
  ],
  [
    '40,000 stages',
    () => titles(sourceOf(`order = { stages = [${'"a",'.repeat(10_000)}] }`)),
    ['order.stages has too many entries: at most 50.'],
  ],
  [
    'a long pattern',
    () => titles(sourceOf(`mask = [{ name = "m", pattern = '${'a'.repeat(9000)}' }]`)),
    ['mask 1: pattern is too long: at most 300 characters.'],
  ],
  [
    'a pattern that repeats repetitions',
    () => titles(sourceOf(`mask = [{ name = "m", pattern = '(?:x{1,99}){1,99}' }]`)),
    [expect.stringMatching(/^mask 1: pattern (?:repeats too much|is not a regular expression)/)],
  ],
  [
    '(a+)+$ as a mask',
    () => printing('(a+)+$', `${'a'.repeat(LONG)}b\n`),
    [expect.stringContaining('nothing')],
  ],
  ['(a|aa)+$ as a mask', () => printing('((?:a|aa)+)$', `${'a'.repeat(LONG)}b\n`), [expect.anything()]],
  [
    'a mask that looks to the end each time',
    () => printing('.*?[^A-Z]|[A-Z]', 'A'.repeat(LONG)),
    expect.arrayContaining([TAKES_LONG]),
  ],
  ['a mask for each letter', () => printing('[a-z]', 'a'.repeat(LONG)).length > 0, true],
  [
    '(a+)+$ as a key',
    () => unfitKeys({ out: `${'a'.repeat(LONG)}b\nc\n` }, contractOf({ order: { key: '(a+)+$' } })).length,
    2,
  ],
  ['(a+)+$ as the match of a value', () => capture(`${'a'.repeat(LONG)}b\n`, '(a+)+$'), undefined],
  [
    'a glob of many asterisks',
    () =>
      unfitKeys(
        { out: lines(() => 'a'.repeat(200), 4000) },
        contractOf({ order: { stages: [`${'*a'.repeat(140)}b`, '*'] } }),
      ).map(({ reason }) => reason),
    [expect.stringContaining('takes no line')],
  ],
  [
    '150,000 lines in reverse, in any order',
    () => compare(numbered, reversed(numbered), contractOf({ order: 'any' })),
    { difference: undefined, outOfBounds: [] },
  ],
  [
    '150,000 lines of 50 workers, in reverse',
    () =>
      compare(keyed, reversed(keyed), contractOf({ order: { key: String.raw`^\[(\w+)\]` } })).difference?.text
        .length,
    expect.any(Number),
  ],
  [
    '150,000 lines in two stages, in reverse inside each',
    () => {
      const [a, b] = [lines(index => `a ${index}`, 75_000), lines(index => `b ${index}`, 75_000)];
      const order = { stages: ['a *', 'b *'] };
      return compare(a + b, reversed(a) + reversed(b), contractOf({ order })).difference;
    },
    undefined,
  ],
  [
    '150,000 lines in reverse, in exact order',
    () => compare(numbered, reversed(numbered), contractOf()).difference?.text.length,
    expect.any(Number),
  ],
  [
    '150,000 lines that all differ',
    () => difference(splitLines(numbered), splitLines(lines(index => `row ${index}`)))?.text,
    'The two have hardly a line in common: 150000 lines recorded, 150000 now.',
  ],
  [
    'one line of 900,000 letters that differs',
    () => difference(splitLines('a'.repeat(LONG)), splitLines('b'.repeat(LONG)))?.text.length,
    expect.any(Number),
  ],
  [
    'blanks without end before a letter',
    () => difference(splitLines(`${' '.repeat(LONG)}x`), splitLines(''))?.line,
    1,
  ],
  ['what fits 150,000 lines in reverse', () => inferContract([numbered, reversed(numbered)], []), undefined],
  [
    'what fits 150,000 lines that all differ',
    () => inferContract([numbered, lines(index => `other ${index} ${'x'.repeat(index % 7)}`)], []),
    undefined,
  ],
  [
    'what fits 5,000 numbers that all differ',
    () =>
      inferContract(
        [4000, 4001].map(count => lines(index => `took ${index * count} s`, 5000)),
        [],
      )?.masks.length,
    1,
  ],
  [
    'what fits two long lines that begin alike',
    () =>
      inferContract(
        ['x'.repeat(400_000), 'y'].map(end => `${'a'.repeat(400_000)}${end}\nb\n`),
        [],
      ),
    undefined,
  ],
  [
    'many workers, assessed',
    () => assessContract([{ out: keyed }, { out: reversed(keyed) }], contractOf({ order: 'any' })).kind,
    expect.any(String),
  ],
  ['150,000 numbers out of bounds', () => printing('line (9\\d*)', numbered).length, expect.any(Number)],
  [
    'a value behind 30,000 masked spans',
    () => {
      const output = lines(index => `\u001b[1m pid ${index}\u001b[0m`, 30_000);
      return unprovedBy(capture(output, 'pid (29999)') ?? { text: '', start: 0 }, output, ['pid']);
    },
    'pid',
  ],
  [
    '120,000 markers of regions',
    () => parseRegions('# region a\n'.repeat(80_000), 'a.py').problems?.[0]?.title,
    'The file has more than 200 regions.',
  ],
  [
    'a marker with blanks without end',
    () => parseRegions(`# region a${' '.repeat(LONG)}b\n`, 'a.py').value,
    [],
  ],
  [
    'strings inside strings',
    () => parseRegions(`# region\n${'f"{'.repeat(200_000)}`, 'a.py').problems?.length,
    1,
  ],
  ['quotation marks without end', () => [...linesInsideStrings('"""\\'.repeat(200_000))], []],
  [
    '400,000 blank lines',
    () => shownText(shownCode({ ...exampleOf(), source: `a\n${'\n'.repeat(400_000)}b\n` })).length,
    400_004,
  ],
  [
    'zero-width joiners without end',
    () => readSource(Buffer.from(`"${'\u200d'.repeat(300_000)}"`), 'a.py').problems?.length,
    1,
  ],
  [
    'emoji without end',
    () => readSource(Buffer.from(`"${'👩‍💻'.repeat(80_000)}"`), 'a.py').problems,
    undefined,
  ],
  [
    'escape characters without end',
    () => checkCharacters('\u001b['.repeat(400_000), 'stdout')?.title,
    expect.stringContaining('no color'),
  ],
  ['colors without end', () => shownOutput('\u001b[31m'.repeat(180_000)), ''],
  ['links without end', () => shownOutput('\u001b]8;;'.repeat(180_000)).length, expect.any(Number)],
  ['a list of lines without end', () => parseRanges('1-10000,'.repeat(100_000)), undefined],
  [
    '10,000 lines as ranges',
    () => showRanges(Array.from({ length: 10_000 }, (_, index) => index * 2)).length,
    expect.any(Number),
  ],
  ['a name of 900,000 letters', () => nearest('a'.repeat(LONG), ['greeting']), undefined],
  [
    'tracebacks without end',
    () =>
      outcome(
        exampleOf(),
        runOf({ stderr: 'Traceback (most recent call last):\n'.repeat(25_000), exitCode: 1 }),
      ).problems?.length,
    1,
  ],
  [
    'a file name without end in a traceback',
    () => outcome(exampleOf(), runOf({ stderr: 'File "'.repeat(150_000), exitCode: 1 })).problems?.length,
    1,
  ],
];

// The limit catches what would take forever; a row takes less than two seconds.
test.for(ROWS)('a check ends: %s', { timeout: 30_000 }, ([name, happens, expected], { task }) => {
  const found = happens();
  recordAttack(task, {
    against: 'contract',
    tried: name,
    refused: `ends: ${JSON.stringify(found) ?? 'nothing wrong'}`,
  });
  expect(found).toEqual(expected);
});
