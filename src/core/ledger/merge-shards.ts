import type { KeptRuns } from './cached-run.ts';
import { type Ledger, type LedgerEntry, proved } from './ledger.ts';
import { mergeRuns } from './merge-runs.ts';
import { missingShards } from './missing-shards.ts';
import { EXIT, type Problem, ProblemError, sortProblems } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';
import { newestFirst, pythonName, type Interpreter } from '../python-version.ts';

/** What a shard found, and where from: what merges. */
export interface ShardResult {
  /** The interpreters that were asked for, in the words of the command; none: those that are installed. */
  readonly pythons: readonly string[];
  /** Digest of what all shards of one check have in common: the examples, their recordings, and the code that runs them. */
  readonly sources: string;
  /** Its part says which shard it is. */
  readonly ledger: Ledger;
  readonly runs: KeptRuns;
}

/** A result with the file that it was read from. */
export interface ShardSource {
  readonly from: string;
  readonly result: ShardResult;
}

export interface Merged {
  readonly ledger: Ledger;
  readonly runs: KeptRuns;
}

/**
 * The results of all shards → the ledger and the runs of one check without shards; that is so byte for byte for what `ledgerText` writes. Several
 * rows of a matrix, each with interpreters of its own, become one. The order of the results is nothing to it, nor that one comes twice.
 * @throws ProblemError with exit code 2 where a shard is missing, or of other sources; with 1 where two contradict each other
 */
export function merge(sources: readonly ShardSource[]): Merged {
  const strange = [...ofOtherSources(sources), ...missingShards(sources)];
  if (strange.length > 0) throw new ProblemError(strange, EXIT.usage);
  const interpreters = newestFirst(distinct(sources.flatMap(({ result }) => result.ledger.interpreters)));
  const entries = mergeEntries(sources, interpreters);
  const runs = mergeRuns(sources);
  if (entries.problems || runs.problems)
    throw new ProblemError([...(entries.problems ?? []), ...(runs.problems ?? [])]);
  const words = sources.map(({ result }) => result.ledger.part?.words);
  const seals = distinct(sources.flatMap(({ result }) => result.ledger.seal ?? []));
  const ledger: Ledger = {
    part: words.includes(undefined) ? undefined : { words: distinct(words.flatMap(each => each ?? [])) },
    interpreters,
    entries: entries.value,
    seal: seals.length === 0 ? undefined : seals.join('; '),
    problems: sortProblems(distinct(sources.flatMap(({ result }) => result.ledger.problems))),
    notices: noticesOf(sources),
  };
  return { ledger, runs: runs.value };
}

/** Those of the shards that looked at articles; undefined where none did. */
function noticesOf(sources: readonly ShardSource[]): readonly Problem[] | undefined {
  const told = sources.flatMap(
    ({
      result: {
        ledger: { notices },
      },
    }) => (notices === undefined ? [] : [notices]),
  );
  return told.length === 0 ? undefined : sortProblems(distinct(told.flat()));
}

function ofOtherSources([first, ...others]: readonly ShardSource[]): Problem[] {
  return others
    .filter(({ result }) => result.sources !== first?.result.sources)
    .map(({ from }) => ({
      file: from,
      title: `It is of other examples, recordings or code than ${first?.from}.`,
      remedy: 'Merge the shards of one commit.',
    }));
}

function mergeEntries(
  sources: readonly ShardSource[],
  interpreters: readonly Interpreter[],
): Result<readonly LedgerEntry[]> {
  const seen = new Map<string, { readonly from: string; readonly entry: LedgerEntry }>();
  const problems: Problem[] = [];
  for (const { from, result } of sources) {
    // Two builds of one version are two entries of one ledger.
    const times = new Map<string, number>();
    for (const entry of result.ledger.entries) {
      const name = [entry.id, entry.python, entry.gil].join('\n');
      times.set(name, (times.get(name) ?? 0) + 1);
      const place = `${name}\n${times.get(name)}`;
      const before = seen.get(place);
      if (before !== undefined && !isSame(before.entry, entry))
        problems.push(contradiction(before, { from, entry }));
      else if (before === undefined || isBetter(entry, before.entry)) seen.set(place, { from, entry });
    }
  }
  if (problems.length > 0) return fail(...problems);
  const all = [...seen.values()].map(({ entry }) => entry);
  // What one row of a matrix had to skip, another has run.
  const ran = new Set(all.filter(({ verdict }) => verdict !== 'skipped').map(({ id }) => id));
  const rank = ({ python, gil }: LedgerEntry): number =>
    interpreters.findIndex(each => each.version === python && each.gil === gil);
  return succeed(
    all
      .filter(({ id, verdict }) => verdict !== 'skipped' || !ran.has(id))
      .toSorted((a, b) => (a.id === b.id ? rank(a) - rank(b) : a.id < b.id ? -1 : 1)),
  );
}

/** Whether two entries say the same. Why nothing ran it is another reason on each machine; and a note only says what could not be judged there. */
function isSame(a: LedgerEntry, b: LedgerEntry): boolean {
  return (a.verdict === 'skipped' && b.verdict === 'skipped') || said(a) === said(b);
}

function said(entry: LedgerEntry): string {
  return JSON.stringify({ ...proved(entry), note: undefined });
}

/** Of two that say the same, one is taken, whichever came first: that which leaves nothing unjudged. */
function isBetter(a: LedgerEntry, b: LedgerEntry): boolean {
  return (a.note === undefined) === (b.note === undefined)
    ? JSON.stringify(a) < JSON.stringify(b)
    : a.note === undefined;
}

function contradiction(
  one: { readonly from: string; readonly entry: LedgerEntry },
  other: { readonly from: string; readonly entry: LedgerEntry },
): Problem {
  const { id, python, gil = true } = one.entry;
  const under = python === undefined ? '' : ` under CPython ${pythonName({ version: python, gil })}`;
  return {
    file: other.from,
    title: `It contradicts ${one.from} on ${id}${under}.`,
    detail: [one, other]
      .map(
        ({ from, entry }) =>
          `    ${from}: ${[entry.verdict, ...entry.problems.map(({ title }) => title)].join(', ')}${entry.recording === undefined ? '' : `, recording ${entry.recording.slice(0, 12)}`}`,
      )
      .join('\n'),
    remedy: `See which of them is right: npm run check -- ${id} --fresh`,
  };
}

function distinct<T>(all: readonly T[]): T[] {
  return [...new Map(all.map(each => [JSON.stringify(each), each])).values()];
}
