import { fileURLToPath } from 'node:url';
import { execa, type Options } from 'execa';
import { max, median, min } from 'simple-statistics';
import { ProblemError } from '../../src/core/problems/problem.ts';

/** What one run of a command cost. */
export interface Measurement {
  readonly wallSeconds: number;
  /** CPU time of the command and all its descendants. */
  readonly cpuSeconds: number;
  /** The most memory that all its processes held together, sampled; null if the system does not report it. */
  readonly peakBytes: number | null;
}

/** A command to measure. */
export interface Contender {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly options: Pick<Options, 'cwd' | 'env' | 'input'>;
  /** Exit codes of a run that did its work. */
  readonly exitCodes: readonly number[];
  /** Restores the state that each run starts from; not measured. */
  readonly prepare?: () => Promise<void>;
}

/** The measurements of one contender, one a round. */
export interface Row {
  readonly name: string;
  readonly rounds: readonly Measurement[];
}

const MEASURE = fileURLToPath(new URL('measure.py', import.meta.url));

/**
 * Runs a command to its end.
 * @param python interpreter that runs `measure.py`
 * @throws ProblemError if the command ends with another exit code: its time would mean nothing
 */
export async function measure(contender: Contender, python: string): Promise<Measurement> {
  const { name, command, args, options, exitCodes } = contender;
  await contender.prepare?.();
  const { exitCode, stdio } = await execa(python, ['-I', '-S', MEASURE, command, ...args], {
    ...options,
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe', 'pipe'],
    reject: false,
  });
  const [, stdout, stderr, report] = stdio.map(String);
  if (exitCode === undefined || !exitCodes.includes(exitCode))
    throw new ProblemError([
      {
        file: name,
        title: `It ended with ${exitCode ?? 'a signal'} instead of ${exitCodes.join(' or ')}.`,
        detail: `${stdout}${stderr}`.split('\n').slice(-20).join('\n'),
        remedy: 'Fix that first: the time of a failed run means nothing.',
      },
    ]);
  return JSON.parse(String(report)) as Measurement;
}

/** Measures A B C A B C …: what disturbs one contender disturbs its neighbors in the round too. */
export async function measureInRounds(
  contenders: readonly Contender[],
  rounds: number,
  python: string,
): Promise<readonly Row[]> {
  const rows = contenders.map(({ name }) => ({ name, rounds: [] as Measurement[] }));
  for (let round = 0; round < rounds; round += 1)
    for (const [index, contender] of contenders.entries())
      rows[index]?.rounds.push(await measure(contender, python));
  return rows;
}

const seconds = (value: number): string => `${value.toFixed(1)} s`;

const COLUMNS = {
  time: { of: ({ wallSeconds }: Measurement) => wallSeconds, text: seconds },
  CPU: { of: ({ cpuSeconds }: Measurement) => cpuSeconds, text: seconds },
  memory: {
    of: ({ peakBytes }: Measurement) => peakBytes ?? Number.NaN,
    text: (bytes: number) => (Number.isNaN(bytes) ? '–' : `${Math.round(bytes / 1e6)} MB`),
  },
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
