import { max, median, min } from 'simple-statistics';
import type { Measurement, Row } from './measure.ts';

const COLUMNS = {
  time: { of: ({ wallSeconds }: Measurement) => wallSeconds, text: seconds },
  CPU: { of: ({ cpuSeconds }: Measurement) => cpuSeconds, text: seconds },
  memory: { of: ({ peakBytes }: Measurement) => peakBytes ?? Number.NaN, text: megabytes },
};

/**
 * Rows → cells for `console.table`: medians, and how many times as much each row took as the last one.
 * A ratio compares two measurements of the same round: `1.24 (1.21–1.30)` is its median and range.
 */
export function roundsTable(rows: readonly Row[]): Record<string, Record<string, string>> {
  const base = rows.at(-1)?.rounds ?? [];
  const cells = ({ rounds }: Row): [string, string][] =>
    Object.entries(COLUMNS).flatMap(([name, { of, text }]) => [
      [name, text(median(rounds.map(of)))],
      [`${name}, ratio`, spread(rounds.map((round, index) => of(round) / of(base[index] as Measurement)))],
    ]);
  return Object.fromEntries(rows.map(row => [row.name, Object.fromEntries(cells(row))]));
}

function spread(ratios: number[]): string {
  if (!ratios.every(Number.isFinite)) return '–';
  return `${median(ratios).toFixed(2)} (${min(ratios).toFixed(2)}–${max(ratios).toFixed(2)})`;
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}

function megabytes(bytes: number): string {
  return Number.isNaN(bytes) ? '–' : `${Math.round(bytes / 1e6)} MB`;
}
