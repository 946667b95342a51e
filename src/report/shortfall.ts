import { entryName, type Ledger, type LedgerEntry, shortfalls, shownId } from '../core/ledger/ledger.ts';
import type { Problem, SourcePosition } from '../core/problems/problem.ts';
import { pythonName } from '../core/python-version.ts';

/** One problem of an example, and all interpreters that have it. */
export interface Shortfall extends Pick<LedgerEntry, 'file' | 'verdict' | 'problems' | 'changes' | 'files'> {
  /** The id of an example; of a variant, that of its original and what is changed. */
  readonly name: string;
  /** Id of the example that articles show. */
  readonly shownId: string;
  /** `CPython 3.13.0`; empty if none ran it. */
  readonly pythons: readonly string[];
}

/** Ledger → shortfalls in its order. Interpreters with the same result for an example share one. */
export function shortfallsOf(ledger: Ledger, strict: boolean): readonly Shortfall[] {
  return mergeInterpreters(shortfalls(ledger, strict));
}

/** Ledger → examples that were skipped and may be. */
export function skippedOf(ledger: Ledger, strict: boolean): readonly Shortfall[] {
  const short = new Set(shortfalls(ledger, strict));
  return mergeInterpreters(ledger.entries.filter(entry => entry.verdict === 'skipped' && !short.has(entry)));
}

/** `drifted under CPython 3.13.0, CPython 3.12.4`. */
export function headline({ verdict, pythons }: Shortfall): string {
  return pythons.length === 0 ? verdict : `${verdict} under ${pythons.join(', ')}`;
}

/** The option of a `record` command that names an interpreter. Remedies of one problem differ only in it. */
const PYTHON_OPTION = / --python \S+$/;

function mergeInterpreters(entries: readonly LedgerEntry[]): readonly Shortfall[] {
  const byExample = [...Map.groupBy(entries, ({ id }) => id).values()];
  return byExample.flatMap(own => [...Map.groupBy(own, resultKey).values()].map(mergeEntries));
}

function resultKey(entry: LedgerEntry): string {
  const problems = unnamedProblems(entry).map(problem => ({
    ...problem,
    remedy: problem.remedy?.replace(PYTHON_OPTION, ''),
  }));
  return JSON.stringify([entry.verdict, problems, entry.changes, entry.files]);
}

function mergeEntries(entries: readonly LedgerEntry[]): Shortfall {
  const [first] = entries as [LedgerEntry];
  const { file, verdict, changes, files } = first;
  const problems = unnamedProblems(first).map((problem, index) => ({
    ...problem,
    remedy: mergeRemedies(entries.map(entry => entry.problems[index]?.remedy)),
  }));
  const pythons = entries.flatMap(entry => interpreterName(entry) ?? []);
  const facts = { file, verdict, problems, changes, files, pythons };
  return { name: entryName(first), shownId: shownId(first), ...facts };
}

/** Problems without the name of their interpreter, which the headline has. */
function unnamedProblems(entry: LedgerEntry): readonly Problem[] {
  return entry.problems.map(({ python: _, ...problem }) => problem);
}

/** Commands that each name one interpreter → one command that names all. */
function mergeRemedies(remedies: readonly (string | undefined)[]): string | undefined {
  const [first] = remedies;
  const options = new Set(remedies.flatMap(remedy => PYTHON_OPTION.exec(remedy ?? '')?.[0] ?? []));
  if (options.size < 2) return first;
  return first
    ?.replace('for this version', 'for these versions')
    .replace(PYTHON_OPTION, () => [...options].join(''));
}

function interpreterName({ python, gil = true }: LedgerEntry): string | undefined {
  return python === undefined ? undefined : `CPython ${pythonName({ version: python, gil })}`;
}

/** Facts of a report that are not in the ledger; each may be unknown. */
export interface ReportContext {
  /** Where articles show each example, by its id, in the order of the articles. */
  readonly shownAt?: ReadonlyMap<string, readonly SourcePosition[]>;
  /** Whether a skipped example falls short, as it does in continuous integration. */
  readonly strict?: boolean;
  /** URL of the project's files at this commit: `https://github.com/owner/name/blob/0123abc/`. */
  readonly sourceUrl?: string;
}

/** The source URL, from the variables of a job on GitHub; undefined outside of one. */
export function sourceUrlOf(env: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env;
  return server && repository && commit ? `${server}/${repository}/blob/${commit}/` : undefined;
}
