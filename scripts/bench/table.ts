import type { Measurement } from './measure.ts';

/** What was measured of one contender, round by round. */
export interface Row {
  readonly name: string;
  readonly rounds: readonly Measurement[];
}

/** The middle of some numbers; of an even count, between the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return lower === undefined || upper === undefined ? Number.NaN : (lower + upper) / 2;
}

/** How many times as much one contender took as another, in each round: what disturbs a round disturbs both. */
function ratios(row: Row, base: Row, of: (measurement: Measurement) => number): readonly number[] {
  return row.rounds.flatMap((measurement, round) => {
    const against = of(base.rounds[round] as Measurement);
    return against === 0 ? [] : [of(measurement) / against];
  });
}

const seconds = ({ wallSeconds }: Measurement): number => wallSeconds;
const cpu = ({ cpuSeconds }: Measurement): number => cpuSeconds;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** Rows → aligned text, ratios to the last row first. Medians; of ratios also their range. */
export function table(rows: readonly Row[]): string {
  const base = rows.at(-1);
  if (base === undefined) return '';
  const cells = rows.map(row => [
    row.name,
    spread(ratios(row, base, seconds)),
    spread(ratios(row, base, cpu)),
    megabytes(median(row.rounds.map(({ peakBytes }) => peakBytes))),
  ]);
  return aligned([['', 'time, ratio', 'CPU, ratio', 'memory'], ...cells]);
}

/** One contender against another, in words; undefined where one of them is not there. */
export function versus(rows: readonly Row[], name: string, other: string): string | undefined {
  const [row, base] = [name, other].map(wanted => rows.find(each => each.name === wanted));
  return row === undefined || base === undefined
    ? undefined
    : `${name} / ${other}: time ${spread(ratios(row, base, seconds))}, CPU ${spread(ratios(row, base, cpu))}`;
}

/** Whether memory grows with the number of examples, in words. */
export function growth(once: Measurement, twice: Measurement, count: number): string {
  return `memory of ${count * 2} examples / ${count}: ${(twice.peakBytes / once.peakBytes).toFixed(2)} (${megabytes(twice.peakBytes)} / ${megabytes(once.peakBytes)})`;
}

/** `1.24 (1.21–1.30)`: the median, and the range. */
function spread(values: readonly number[]): string {
  return values.length === 0
    ? '–'
    : `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`;
}

/** Lines of cells → text: the first column to the left, the others to the right. The first line decides how many there are. */
export function aligned(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map(line => (line[column] ?? '').length)),
  );
  return `${lines
    .map(line =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('   ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}
