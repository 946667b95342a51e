import type { Words } from '../../../../core/words/en/en.ts';
import { expectedStyles } from '../text/expected-styles.ts';
import { collapse, expectedOutput } from '../text/expected-text.ts';

/** What a race may print, and the example that it is of. */
interface Race {
  readonly id: string;
  readonly outcomes?: readonly { readonly prints: string; readonly meaning: string }[] | undefined;
}

/** Verified counts of one version, or of all. */
interface RecordedCounts {
  readonly out: string;
  readonly label: string;
  readonly tag?: string | undefined;
}

/** A recording of counts, read back: how often each outcome was seen. */
interface Counts {
  readonly runs: number;
  readonly outcomes: readonly { readonly prints: string; readonly count: number }[];
}

/** An outcome as its page has to show it. */
export interface ExpectedOutcome {
  readonly prints: string;
  readonly meaning: string;
  readonly count: number;
  readonly runs: number;
}

/** What one recording says of each outcome that the contract declares. */
export function outcomesOf(
  { outcomes = [] }: Pick<Race, 'outcomes'>,
  { out }: Pick<RecordedCounts, 'out'>,
): readonly ExpectedOutcome[] {
  const { runs, outcomes: counted } = JSON.parse(out) as Counts;
  return outcomes.map(({ prints, meaning }) => {
    const text = prints.endsWith('\n') ? prints.slice(0, -1) : prints;
    const count = counted.find(each => each.prints === text)?.count ?? Number.NaN;
    return { prints: text, meaning, count, runs };
  });
}

/** What is said of a count. */
export function countText({ count, runs }: ExpectedOutcome, result: Words['result']): string {
  return count === 0 ? result.neverSeen : result.of(count, runs);
}

/** The sentence of a Markdown edition about an outcome. */
export function outcomeClaim(
  { meaning, ...outcome }: ExpectedOutcome,
  index: number,
  result: Words['result'],
): string {
  const said = countText({ meaning, ...outcome }, result);
  const often = outcome.count === 0 ? said : result.seen(said);
  return `${result.outcome(index + 1, often)}${collapse(meaning)}`;
}

/** The lines of the table of outcomes; none if the example has none, or nothing of it was verified. */
export function expectedOutcomes(
  example: Race,
  recordings: readonly RecordedCounts[],
  name: string,
  title: string | undefined,
  result: Words['result'],
): readonly string[] {
  const { id, outcomes } = example;
  if (outcomes === undefined || recordings.length === 0) return [];
  const columns = recordings.map(recording => outcomesOf(example, recording));
  return [
    'div.panel.outcomes: ',
    'p.label: ',
    `span: ${result.outcomes}`,
    ...(title === undefined ? [] : [`span.of: ${collapse(title)}`]),
    `div.table[aria-label=${result.outcomesOf(name)}]: `,
    `th: ${result.prints}`,
    `th: ${result.meaning}`,
    ...recordings.map(({ label, tag }) => {
      const python = tag === undefined ? '' : `[data-python=${tag}]`;
      return `th${python}: ${recordings.length === 1 ? result.howOften : result.howOftenWith(label)}`;
    }),
    ...outcomes.flatMap(({ prints, meaning }, row) => [
      `pre[data-outcome=${row + 1}][data-output=${id}][data-stream=out]` +
        `${expectedStyles(prints, undefined)}: ` +
        JSON.stringify(expectedOutput(prints.replace(/\n$/, ''), undefined)),
      `td: ${collapse(meaning)}`,
      ...columns.flatMap(column => countLines(column[row], result)),
    ]),
  ];
}

function countLines(outcome: ExpectedOutcome | undefined, result: Words['result']): string[] {
  if (outcome === undefined) return [];
  const { count, runs } = outcome;
  return [
    `td.often[data-count=${count}][data-runs=${runs}]: `,
    `span.words: ${countText(outcome, result)}`,
    `svg.bar[aria-hidden=true][preserveAspectRatio=none][viewBox=0 0 ${runs} 1]: `,
    `rect.share[height=1][width=${count}]: `,
  ];
}
