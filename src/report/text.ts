import { styleText } from 'node:util';
import type { BrowserProof } from '../core/browser/browser-proof.ts';
import {
  type ArticleBounds,
  countRuns,
  entryName,
  type Ledger,
  type LedgerEntry,
} from '../core/ledger/ledger.ts';
import { shardName } from '../core/ledger/shard.ts';
import { fullTitle, location, type Problem } from '../core/problems/problem.ts';
import { pythonName } from '../core/python-version.ts';
import { escapeSequence, UNSAFE } from '../core/text/invisible.ts';
import { countVerdicts, type VerdictKind, VERDICTS } from '../core/verdict/verdict.ts';

type Style = Parameters<typeof styleText>[0];

const STYLES = {
  verified: 'green',
  drifted: 'red',
  unrecorded: 'yellow',
  failed: 'red',
  'timed-out': 'red',
  skipped: 'yellow',
} as const satisfies Record<VerdictKind, Style>;

/**
 * Styles a text if both standard streams show colors, since it may go to either.
 * `styleText` respects NO_COLOR, FORCE_COLOR and the terminal.
 */
export const paint = (style: Style, text: string): string =>
  styleText(style, text, { stream: process.stdout.isTTY ? process.stderr : process.stdout });

/** Ledger → text for a terminal or a log: shortfalls, notes, other problems, then one line of counts. */
export function textReport(ledger: Ledger): string {
  const parts = [
    ...ledger.entries.filter(({ verdict }) => verdict !== 'verified').map(entryText),
    ...ledger.entries.flatMap(entry => (entry.note === undefined ? [] : [noteText(entry, entry.note)])),
    ...ledger.entries.flatMap(entry =>
      entry.network === true ? [noteText(entry, 'It ran with network.')] : [],
    ),
    ...browserNotes(ledger),
    ...noticesText(ledger.notices ?? []),
    ...(ledger.bounds ?? []).flatMap(boundsText),
    ...ledger.problems.map(textProblem),
    summary(ledger),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The most samples of which each has a line about the browser: their author looks at them one by one. */
const FEW_SAMPLES = 5;

/** Why samples do not run in the browser, if few were checked. */
function browserNotes({ browser }: Ledger): string[] {
  if (browser === undefined || browser.samples.length > FEW_SAMPLES) return [];
  return browser.samples.flatMap(({ id, reason }) => {
    const sentence = `It does not run in the browser: ${reason}.`;
    return reason === undefined ? [] : [`${paint('yellow', 'note')} ${escapeLine(`${id}: ${sentence}`)}`];
  });
}

function noteText(entry: LedgerEntry, note: string): string {
  return `${paint('yellow', 'note')} ${escapeLine(entryName(entry))}: ${escapeForTerminal(note)}`;
}

function entryText({ verdict, problems, ...entry }: LedgerEntry): string {
  const indented = problems.map(problem => textProblem(problem).replaceAll(/^(?=.)/gm, '  '));
  const name = escapeLine(entryName(entry));
  return `${paint([STYLES[verdict], 'bold'], verdict)} ${name}\n${indented.join('\n')}`;
}

/** What an author may do about an article, and the blocks that are marked as not run. */
function noticesText(notices: readonly Problem[]): string[] {
  const { asked = [], unrun = [] } = Object.groupBy(notices, ({ remedy }) => (remedy ? 'asked' : 'unrun'));
  return [...asked.map(notice => `${paint('yellow', 'note')} ${textProblem(notice)}`), ...unrunText(unrun)];
}

/** Blocks of articles that nobody ran: how many, and their lines. */
function unrunText(notices: readonly Problem[]): string[] {
  if (notices.length === 0) return [];
  const blocks = `${notices.length} ${notices.length === 1 ? 'block' : 'blocks'} of the articles`;
  const places = [...Map.groupBy(notices, ({ file }) => file)].map(([file, all]) => {
    const lines = all.map(({ line }) => line).join(', ');
    return `  ${escapeLine(file)}, ${all.length === 1 ? 'line' : 'lines'} ${lines}`;
  });
  return [`${paint('yellow', 'note')} Nobody ran ${blocks} (unverified):\n${places.join('\n')}`];
}

/** Bounds of the outputs of an article, each above the sentences that speak of it. */
function boundsText({ file, bounds }: ArticleBounds): string[] {
  return bounds.map(({ of, bound, sentences }) => {
    const lines = sentences.map(({ text, line, column }) => `  ${file}:${line}:${column}  ${text}`);
    const none = '  No sentence refers to it.';
    return [
      `${paint('yellow', 'bound')} ${escapeLine(of)}  ${escapeLine(bound)}`,
      ...(lines.length === 0 ? [none] : lines.map(escapeLine)),
    ].join('\n');
  });
}

/** One problem: its place and title, its detail, and its remedy as the last line. */
export function textProblem(problem: Problem): string {
  const { detail, remedy } = problem;
  return [
    `${paint('cyan', escapeLine(location(problem)))}  ${escapeLine(fullTitle(problem))}`,
    ...(detail === undefined ? [] : [colorDiff(detail)]),
    ...(remedy ? [paint('bold', escapeForTerminal(remedy))] : []),
  ].join('\n');
}

/** A difference, safe for a terminal, with its colors. */
export function colorDiff(difference: string): string {
  return escapeForTerminal(difference)
    .split('\n')
    .map(line => (/^[-+]/.test(line) ? paint(line.startsWith('-') ? 'red' : 'green', line) : line))
    .join('\n');
}

/** `24 verified, 1 drifted; 3 of them variants; 20 cached, 5 run; CPython 3.13.0; shard 1/2`. */
export function summary({ part, entries, interpreters, sandbox, problems, browser }: Ledger): string {
  const totals = countVerdicts(entries.map(({ verdict }) => verdict));
  const found = VERDICTS.filter(kind => totals[kind] > 0);
  const counts = found.map(kind => paint(STYLES[kind], `${totals[kind]} ${kind}`));
  if (problems.length > 0)
    counts.push(paint('red', `${problems.length} other ${problems.length === 1 ? 'problem' : 'problems'}`));
  const { cached, run } = countRuns(entries);
  const variants = entries.filter(({ variant }) => variant !== undefined).length;
  const online = entries.filter(({ network }) => network === true).length;
  const used = new Set(entries.map(({ python: version = '', gil = true }) => pythonName({ version, gil })));
  const pythons = [...new Set(interpreters.map(pythonName))].filter(name => used.has(name));
  return [
    counts.join(', ') || 'No examples.',
    ...(variants === 0 ? [] : [`${variants} of them variants`]),
    ...(cached + run === 0 ? [] : [`${cached} cached, ${run} run`]),
    ...pythons.map(name => `CPython ${escapeLine(name)}`),
    ...(browser === undefined ? [] : [browserSummary(browser)]),
    ...(online === 0 ? [] : [`${online} with network`]),
    ...(sandbox === undefined ? [] : [escapeLine(sandbox)]),
    ...(part?.shard === undefined ? [] : [`shard ${shardName(part.shard)}`]),
  ].join('; ');
}

/** `81 of 200 run in the browser, Pyodide 314.0.7`. */
function browserSummary({ pyodide, samples }: BrowserProof): string {
  const verified = samples.filter(sample => sample.verified).length;
  return `${verified} of ${samples.length} run in the browser, Pyodide ${pyodide}`;
}

/**
 * Makes foreign text, such as the output of an example, safe in a message. Characters that steer a terminal
 * become escapes, as Python writes them. So does a sign of a line that a CI would obey, such as `::error …`:
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function escapeForTerminal(text: string): string {
  return escapeCommands(text.replaceAll(UNSAFE, escapeSequence));
}

/** Escapes only the signs of commands that a CI would obey, and leaves the colors of other programs. */
export function escapeCommands(text: string): string {
  return text.replaceAll(/^((?:\s|\u001B\[[\d;]*m)*):(?=:)/gm, '$1\\x3a').replaceAll('##[', '#\\x23[');
}

/** Makes a foreign name, such as that of a file, safe in a message, and keeps it in its line. */
export function escapeLine(text: string): string {
  return escapeForTerminal(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}
