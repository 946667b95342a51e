import { z } from 'zod';
import { type Contradiction, contradictionIf, type Keys } from './contradictions.ts';
import { applyMasks, type Mask, type MaskedLines, outOfBounds } from '../masks/mask.ts';
import { splitLines } from '../../text/lines.ts';

const MAX_TEXT = 2_000;

/** What a race may print: one of several outputs, each with what it means. */
export const outcomesSchema = z.strictObject({
  runs: z.int().min(20).max(1_000).default(200).describe('How often `record` runs it, to count.'),
  table: z
    .array(
      z.strictObject({
        prints: z.string().min(1).max(MAX_TEXT).describe('The whole output.'),
        meaning: z.string().min(1).max(300).describe('What it means, for the reader.'),
        seen: z.boolean().optional().describe('Whether one of the recorded runs must print it.'),
      }),
    )
    .min(2)
    .max(12)
    .describe('Each output that a run may print.'),
});

export type Outcomes = Readonly<z.output<typeof outcomesSchema>>;

/** What outcomes contradict: each is a whole output, and no picture shows several. */
export function outcomesContradictions(
  { table }: Outcomes,
  { order, timeline }: Keys,
): readonly Contradiction[] {
  const isTwice = new Set(table.map(({ prints }) => prints)).size < table.length;
  return [
    ...contradictionIf(
      order !== 'exact',
      'outcomes are whole outputs, so order says nothing of them.',
      'Remove order.',
    ),
    ...contradictionIf(
      timeline !== undefined,
      'A picture shows one outcome, and outcomes permit several.',
      'Remove timeline.',
    ),
    ...contradictionIf(isTwice, 'Two outcomes print the same.', 'Remove one of them.'),
  ];
}

/** What a sample that gets stuck cannot promise. */
export function hangContradictions(
  hangs: boolean,
  { exit, raises, elapsed, outcomes }: Keys,
): readonly Contradiction[] {
  const promised = Object.entries({ exit, raises, elapsed, outcomes }).filter(
    ([, value]) => value !== undefined,
  );
  return promised.flatMap(([key]) =>
    contradictionIf(hangs, `A sample that hangs is ended, so ${key} says nothing of it.`, `Remove ${key}.`),
  );
}

/** How often each outcome was seen, as it is recorded beside the example. */
const countsSchema = z.strictObject({
  runs: z.int().positive(),
  outcomes: z.array(z.strictObject({ prints: z.string(), count: z.int().nonnegative() })),
});

export type OutcomeCounts = Readonly<z.output<typeof countsSchema>>;

/** An output without the line feed at its end: outcomes are declared so. */
export const withoutEnd = (text: string): string => text.replace(/\n$/, '');

/** Which outcome an output is: the one that says the same, or else the first that does so under the masks. */
export function outcomeOf(output: string, { table }: Outcomes, mask: readonly Mask[]): number {
  const same = table.findIndex(({ prints }) => withoutEnd(prints) === withoutEnd(output));
  if (same !== -1 || mask.length === 0) return same;
  const masked = (text: string): MaskedLines => applyMasks(splitLines(withoutEnd(text)).lines, mask);
  const actual = masked(output);
  if (outOfBounds(actual, mask).length > 0) return -1;
  return table.findIndex(({ prints }) => masked(prints).lines.join('\n') === actual.lines.join('\n'));
}

/** Outputs of many runs → how often each outcome was seen. An output that is none is not counted. */
export function countOutcomes(
  outputs: readonly string[],
  outcomes: Outcomes,
  mask: readonly Mask[],
): OutcomeCounts {
  const found = outputs.map(output => outcomeOf(output, outcomes, mask));
  return {
    runs: outputs.length,
    outcomes: outcomes.table.map(({ prints }, index) => ({
      prints: withoutEnd(prints),
      count: found.filter(each => each === index).length,
    })),
  };
}

/** Counts as their recording holds them. */
export function formatCounts({ runs, outcomes }: OutcomeCounts): string {
  const lines = outcomes.map(each => `  ${JSON.stringify(each)}`);
  return `{"runs": ${runs}, "outcomes": [\n${lines.join(',\n')}\n]}\n`;
}

/** A recording → its counts; undefined if the text holds none. */
export function parseCounts(text: string): OutcomeCounts | undefined {
  try {
    return countsSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * What speaks against an output, or against other counts, in the place of recorded counts: an outcome that
 * nobody declared, or counts of another table. Undefined if nothing does.
 */
export function unlikeOutcomes(
  recorded: string,
  actual: string,
  outcomes: Outcomes,
  mask: readonly Mask[],
): string | undefined {
  const declared = outcomes.table.map(({ prints }) => withoutEnd(prints));
  const isOfTable = (counts: OutcomeCounts | undefined): boolean =>
    JSON.stringify(counts?.outcomes.map(({ prints }) => prints)) === JSON.stringify(declared);
  if (!isOfTable(parseCounts(recorded))) return 'The recorded counts are those of another table of outcomes.';
  if (isOfTable(parseCounts(actual)) || outcomeOf(actual, outcomes, mask) !== -1) return undefined;
  const lines = (sign: string, text: string): string => withoutEnd(text).replaceAll(/^/gm, `${sign} `);
  return [...declared.map(text => lines('-', text)), lines('+', actual)].join('\n');
}
