import { type Ledger, type LedgerEntry, shortfalls } from '../../core/ledger/ledger.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { pythonName } from '../../core/python-version.ts';

/** What is wrong with one example, once, and all interpreters that say so. */
export interface Shortfall extends Pick<LedgerEntry, 'id' | 'file' | 'verdict' | 'problems' | 'changes'> {
  /** `CPython 3.13.0`; empty where none ran it. */
  readonly pythons: readonly string[];
}

/** Ledger → what falls short, in its order; where several interpreters say the same of an example, one. */
export function shortfallsOf(ledger: Ledger, strict: boolean): readonly Shortfall[] {
  return grouped(shortfalls(ledger, strict));
}

/** Ledger → what was skipped and may be. */
export function skippedOf(ledger: Ledger, strict: boolean): readonly Shortfall[] {
  const short = new Set(shortfalls(ledger, strict));
  return grouped(ledger.entries.filter(entry => entry.verdict === 'skipped' && !short.has(entry)));
}

/** `drifted under CPython 3.13.0, CPython 3.12.4`. */
export function headline({ verdict, pythons }: Shortfall): string {
  return pythons.length === 0 ? verdict : `${verdict} under ${pythons.join(', ')}`;
}

/** Names an interpreter to `record`, at the end of a remedy: that is all by which remedies differ that mend the same. */
const OPTION = / --python \S+$/;

function grouped(entries: readonly LedgerEntry[]): readonly Shortfall[] {
  return [...Map.groupBy(entries, ({ id }) => id).values()].flatMap(own => {
    // Outputs are long: they are compared only where there are two.
    const alike = own.length === 1 ? [own] : Map.groupBy(own, sameness).values();
    return [...alike].flatMap(together);
  });
}

function sameness(entry: LedgerEntry): string {
  return JSON.stringify([
    entry.verdict,
    unnamed(entry).map(problem => ({ ...problem, remedy: problem.remedy?.replace(OPTION, '') })),
    entry.changes,
  ]);
}

function together(entries: readonly LedgerEntry[]): Shortfall[] {
  return entries.slice(0, 1).map(first => {
    const problems = unnamed(first).map((problem, index) => ({
      ...problem,
      remedy: oneRemedy(entries.map(entry => entry.problems[index]?.remedy)),
    }));
    return {
      id: first.id,
      file: first.file,
      verdict: first.verdict,
      problems,
      changes: first.changes,
      pythons: entries.flatMap(nameOf),
    };
  });
}

/** Problems without the name of their interpreter, which stands above them. */
function unnamed(entry: LedgerEntry): readonly Problem[] {
  const [name] = nameOf(entry);
  return name === undefined
    ? entry.problems
    : entry.problems.map(problem => ({
        ...problem,
        title: problem.title.replace(` under ${name}`, '').replace(`${name}: `, ''),
      }));
}

/** One command that names all interpreters, where each has a command that names one. */
function oneRemedy(remedies: readonly (string | undefined)[]): string | undefined {
  const [first] = remedies;
  const options = new Set(remedies.flatMap(remedy => OPTION.exec(remedy ?? '')?.[0] ?? []));
  return options.size < 2
    ? first
    : first?.replace('for this version', 'for these versions').replace(OPTION, () => [...options].join(''));
}

function nameOf({ python, gil = true }: LedgerEntry): string[] {
  return python === undefined ? [] : [`CPython ${pythonName({ version: python, gil })}`];
}
