import { mergeProofs } from '../browser/browser-proof.ts';
import type { CachedRun, CachedRuns } from '../verdict/run.ts';
import { type LedgerEntry, withoutMeasurements } from './ledger.ts';
import { type MergedShards, missingShards, type ShardSource } from './shard-result.ts';
import { EXIT, type Problem, ProblemError, sortProblems } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';
import { type Interpreter, newestFirst, pythonName } from '../python-version.ts';

/**
 * The results of all shards → the ledger and the runs of one check. `ledgerText` writes the same bytes for it
 * as for a check without shards. Rows of a matrix with different interpreters become one. The order of the
 * results does not matter, and one may come twice.
 * @throws ProblemError with exit code 2 if a shard is missing or has other sources, with 1 if two contradict
 */
export function mergeShards(sources: readonly ShardSource[]): MergedShards {
  const unusable = [...checkSameSources(sources), ...missingShards(sources)];
  if (unusable.length > 0) throw new ProblemError(unusable, EXIT.usage);
  const ledgers = sources.map(({ result }) => result.ledger);
  const interpreters = newestFirst(distinct(ledgers.flatMap(ledger => ledger.interpreters)));
  const entries = mergeEntries(sources, interpreters);
  const runs = mergeRuns(sources);
  if (entries.problems || runs.problems)
    throw new ProblemError([...(entries.problems ?? []), ...(runs.problems ?? [])]);
  const selectors = distinct(ledgers.flatMap(({ part }) => part?.selectors ?? []));
  const sandboxes = distinct(ledgers.flatMap(({ sandbox }) => sandbox ?? []));
  const notices = distinct(ledgers.flatMap(ledger => ledger.notices ?? []));
  const knowsNotices = ledgers.some(ledger => ledger.notices !== undefined);
  return {
    ledger: {
      // No part if one of the checks covered all examples.
      part: ledgers.every(({ part }) => part?.selectors) ? { selectors } : undefined,
      interpreters,
      entries: entries.value,
      browser: mergeProofs(ledgers.flatMap(({ browser }) => browser ?? [])),
      sandbox: sandboxes.length === 0 ? undefined : sandboxes.join('; '),
      problems: sortProblems(distinct(ledgers.flatMap(({ problems }) => problems))),
      notices: knowsNotices ? sortProblems(notices) : undefined,
    },
    runs: runs.value,
  };
}

function checkSameSources([first, ...others]: readonly ShardSource[]): Problem[] {
  return others
    .filter(({ result }) => result.sources !== first?.result.sources)
    .map(({ from }) => ({
      file: from,
      title: `It is of other examples, recordings or code than ${first?.from}.`,
      remedy: 'Merge the shards of one commit.',
    }));
}

type EntrySource = Pick<ShardSource, 'from'> & { readonly entry: LedgerEntry };

function mergeEntries(
  sources: readonly ShardSource[],
  interpreters: readonly Interpreter[],
): Result<readonly LedgerEntry[]> {
  const seen = new Map<string, EntrySource>();
  const problems: Problem[] = [];
  for (const { from, result } of sources) {
    // Two builds of one version are two entries of one ledger.
    const times = new Map<string, number>();
    for (const entry of result.ledger.entries) {
      const name = [entry.id, entry.python, entry.gil].join('\n');
      times.set(name, (times.get(name) ?? 0) + 1);
      const key = `${name}\n${times.get(name)}`;
      const before = seen.get(key);
      if (before !== undefined && !entriesAgree(before.entry, entry))
        problems.push(contradiction(before, { from, entry }));
      else if (before === undefined || entryRank(entry) < entryRank(before.entry))
        seen.set(key, { from, entry });
    }
  }
  if (problems.length > 0) return fail(...problems);
  const all = [...seen.values()].map(({ entry }) => entry);
  // An example that one row of a matrix skipped counts as run if another row ran it.
  const ran = new Set(all.filter(({ verdict }) => verdict !== 'skipped').map(({ id }) => id));
  const rank = ({ python, gil }: LedgerEntry): number =>
    interpreters.findIndex(each => each.version === python && each.gil === gil);
  return succeed(
    all
      .filter(({ id, verdict }) => verdict !== 'skipped' || !ran.has(id))
      .toSorted((a, b) => (a.id === b.id ? rank(a) - rank(b) : a.id < b.id ? -1 : 1)),
  );
}

/** Whether two entries agree. Reasons to skip an example, and notes, differ between machines. */
function entriesAgree(a: LedgerEntry, b: LedgerEntry): boolean {
  const comparable = (entry: LedgerEntry): string =>
    JSON.stringify({ ...withoutMeasurements(entry), note: undefined });
  return (a.verdict === 'skipped' && b.verdict === 'skipped') || comparable(a) === comparable(b);
}

/** Of two equal entries the smaller is kept, in any order: one that leaves nothing unjudged. */
function entryRank(entry: LedgerEntry): string {
  return (entry.note === undefined ? '0' : '1') + JSON.stringify(entry);
}

function contradiction(one: EntrySource, other: EntrySource): Problem {
  const { id, python: version, gil = true } = one.entry;
  const under = version === undefined ? '' : ` under CPython ${pythonName({ version, gil })}`;
  return {
    file: other.from,
    title: `It contradicts ${one.from} on ${id}${under}.`,
    detail: [one, other].map(describeEntry).join('\n'),
    remedy: `See which of them is right: npm run check -- ${id} --fresh`,
  };
}

function describeEntry({ from, entry: { verdict, problems, recording } }: EntrySource): string {
  const digest = recording === undefined ? '' : `, recording ${recording.slice(0, 12)}`;
  return `    ${from}: ${[verdict, ...problems.map(({ title }) => title)].join(', ')}${digest}`;
}

function distinct<T>(all: readonly T[]): T[] {
  return [...new Map(all.map(each => [JSON.stringify(each), each])).values()];
}

/**
 * The runs of all shards, sorted by target and key. Fails if two runs have one key and differ, though every
 * byte of their output is promised.
 */
function mergeRuns(sources: readonly ShardSource[]): Result<CachedRuns> {
  const seen = new Map<string, { readonly from: string; readonly target: string; readonly run: CachedRun }>();
  const problems: Problem[] = [];
  for (const { from, result } of sources) {
    for (const [target, run] of result.runs) {
      const name = `${target}\n${run.key}`;
      const before = seen.get(name);
      if (before !== undefined && !areEqual(before.run, run))
        problems.push(runContradiction(target, before.from, from));
      else if (before === undefined || JSON.stringify(run) < JSON.stringify(before.run))
        seen.set(name, { from, target, run });
    }
  }
  if (problems.length > 0) return fail(...problems);
  return succeed(
    [...seen].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { target, run }]) => [target, run] as const),
  );
}

/** Whether two runs may replace each other. Their outputs may differ if their contract permits variation. */
function areEqual(a: CachedRun, b: CachedRun): boolean {
  if (a.exitCode !== b.exitCode) return false;
  return !(a.exact || b.exact) || isSameOutput(a, b);
}

function isSameOutput(a: CachedRun, b: CachedRun): boolean {
  const files = ({ artifacts = {} }: CachedRun): string => JSON.stringify(Object.entries(artifacts).sort());
  return a.stdout === b.stdout && a.stderr === b.stderr && files(a) === files(b);
}

function runContradiction(target: string, one: string, other: string): Problem {
  const [file = '', python = '', variant = file] = target.split('\n');
  const name = `${variant} under ${python}`;
  const prove = `npm run prove -- ${variant} --python ${python}`;
  return {
    file: other,
    title: `It holds another output of ${name} than ${one}, and every byte of it is promised.`,
    remedy: `One of the two files was changed, or the example does not repeat: ${prove}`,
  };
}
