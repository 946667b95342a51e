import { styleText } from 'node:util';
import { countRuns, type Ledger, type LedgerEntry } from '../../core/ledger/ledger.ts';
import { pythonName } from '../../core/python-version.ts';
import { location, type Problem } from '../../core/problems/problem.ts';
import { shardName } from '../../core/ledger/shard.ts';
import { visible } from '../text/escape-for-terminal.ts';
import { countVerdicts, VERDICTS, type VerdictKind } from '../../core/verdict/verdict.ts';

type Style = Parameters<typeof styleText>[0];

const STYLES = {
  verified: 'green',
  drifted: 'red',
  unrecorded: 'yellow',
  failed: 'red',
  'timed-out': 'red',
  skipped: 'yellow',
} as const satisfies Record<VerdictKind, Style>;

/** Colours where both streams show them, for a text may go to either: `styleText` asks NO_COLOR, FORCE_COLOR and the terminal. */
export const paint = (style: Style, text: string): string =>
  styleText(style, text, { stream: process.stdout.isTTY ? process.stderr : process.stdout });

/** Ledger → text for a terminal or a log: each shortfall, then one line that counts. */
export function textReport(ledger: Ledger): string {
  const short = ledger.entries.filter(({ verdict }) => verdict !== 'verified');
  const notes = ledger.entries.flatMap(({ id, note }) =>
    note === undefined ? [] : [`${paint('yellow', 'note')} ${id}: ${note}`],
  );
  const parts = [
    ...short.map(textEntry),
    ...notes,
    ...textNotices(ledger),
    ...(ledger.problems.length === 0 ? [] : [ledger.problems.map(textProblem).join('\n\n')]),
    summary(ledger),
  ];
  return `${parts.join('\n\n')}\n`;
}

function textEntry({ id, verdict, problems }: LedgerEntry): string {
  return `${paint([STYLES[verdict], 'bold'], verdict)} ${id}\n${problems.map(problem => textProblem(problem).replaceAll(/^(?=.)/gm, '  ')).join('\n')}`;
}

/** Blocks that nobody ran: how many, and where. */
function textNotices({ notices = [] }: Ledger): string[] {
  if (notices.length === 0) return [];
  const byFile = Map.groupBy(notices, ({ file }) => file);
  const places = [...byFile].map(
    ([file, all]) =>
      `  ${visible(file)}, ${all.length === 1 ? 'line' : 'lines'} ${all.map(({ line }) => line).join(', ')}`,
  );
  return [
    `${paint('yellow', 'note')} ${notices.length === 1 ? 'One block of the articles says that nobody ran it' : `${notices.length} blocks of the articles say that nobody ran them`} (unverified):\n${places.join('\n')}`,
  ];
}

/** One problem: where and what, what shows it, and what to do as the last line. */
export function textProblem(problem: Problem): string {
  const where = paint('cyan', visible(location(problem)));
  return [
    `${where}  ${visible(problem.title)}`,
    ...(problem.detail === undefined ? [] : [colourDiff(problem.detail)]),
    ...(problem.remedy === undefined || problem.remedy === ''
      ? []
      : [paint('bold', visible(problem.remedy))]),
  ].join('\n');
}

/** A difference with its colours; what it shows of a sample is made visible. */
export function colourDiff(text: string): string {
  return visible(text)
    .split('\n')
    .map(line =>
      line.startsWith('-') ? paint('red', line) : line.startsWith('+') ? paint('green', line) : line,
    )
    .join('\n');
}

/** `24 verified, 1 drifted; 20 cached, 5 run; CPython 3.13.0`; of a shard, which it is. */
export function summary({ part, entries, interpreters, sandbox, problems }: Ledger): string {
  const totals = countVerdicts(entries.map(({ verdict }) => verdict));
  const counts = VERDICTS.filter(kind => totals[kind] > 0).map(kind =>
    paint(STYLES[kind], `${totals[kind]} ${kind}`),
  );
  const used = new Set(
    entries.flatMap(({ python, gil = true }) =>
      python === undefined ? [] : [pythonName({ version: python, gil })],
    ),
  );
  const versions = [...new Set(interpreters.map(pythonName))]
    .filter(name => used.has(name))
    .map(name => `CPython ${name}`);
  const strays =
    problems.length === 0
      ? []
      : [paint('red', `${problems.length} other ${problems.length === 1 ? 'problem' : 'problems'}`)];
  const { cached, run } = countRuns(entries);
  const runs = cached + run === 0 ? [] : [`${cached} cached, ${run} run`];
  return [
    [...counts, ...strays].join(', ') || 'No examples.',
    ...runs,
    ...versions,
    ...(sandbox === undefined ? [] : [sandbox]),
    ...(part?.shard === undefined ? [] : [`shard ${shardName(part.shard)}`]),
  ].join('; ');
}
