import { max, median, min } from 'simple-statistics';
import type { Measurement, Row } from './measure.ts';

/**
 * Rows → aligned text: medians, and how many times as much each row took as the last one.
 * A ratio compares two measurements of the same round. It is shown as `1.24 (1.21–1.30)`: median and range.
 */
export function roundsTable(rows: readonly Row[]): string {
  const base = rows.at(-1);
  const body = rows.map(row => [
    row.name,
    `${medianOf(row, wall).toFixed(1)} s`,
    ratio(row, base, wall),
    `${medianOf(row, cpu).toFixed(1)} s`,
    ratio(row, base, cpu),
    megabytes(medianOf(row, memory)),
    ratio(row, base, memory),
  ]);
  return aligned([['', 'time', 'ratio', 'CPU', 'ratio', 'memory', 'ratio'], ...body]);
}

type Quantity = (measurement: Measurement) => number;

const wall: Quantity = ({ wallSeconds }) => wallSeconds;
const cpu: Quantity = ({ cpuSeconds }) => cpuSeconds;
const memory: Quantity = ({ peakBytes }) => peakBytes ?? Number.NaN;

function medianOf(row: Row, quantity: Quantity): number {
  return median(row.rounds.map(quantity));
}

function ratio(row: Row, base: Row | undefined, quantity: Quantity): string {
  const ratios = row.rounds.flatMap((measurement, round) => {
    const other = base?.rounds[round];
    return other === undefined ? [] : [quantity(measurement) / quantity(other)];
  });
  if (ratios.length === 0 || !ratios.every(Number.isFinite)) return '–';
  return `${median(ratios).toFixed(2)} (${min(ratios).toFixed(2)}–${max(ratios).toFixed(2)})`;
}

function megabytes(bytes: number): string {
  return Number.isNaN(bytes) ? '–' : `${Math.round(bytes / 1e6)} MB`;
}

/** Cells → text; the first column is aligned to the left, the others to the right. */
function aligned(lines: readonly (readonly string[])[]): string {
  const [header = []] = lines;
  const widths = header.map((_, column) => max(lines.map(line => (line[column] ?? '').length)));
  const text = lines.map(line =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('   ')
      .trimEnd(),
  );
  return `${text.join('\n')}\n`;
}
