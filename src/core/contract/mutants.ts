import { artifactMutants } from '../artifacts/artifact-mutants.ts';
import { artifactDifferences } from '../artifacts/compare-artifacts.ts';
import { permits } from './compare.ts';
import type { OutputContract } from './contract-schema.ts';
import { splitLines } from '../text/lines.ts';
import { compileMask, isBounded, spansIn } from './masks/mask.ts';
import { parseNumber } from './masks/number.ts';
import { lineKey, stageOf } from './order.ts';
import { documentMutants } from './tables/document-mutants.ts';

/** A recorded output with one thing changed. */
interface Mutant {
  /** What was done: `drop line 2`. */
  readonly name: string;
  readonly text: string;
  /** Why the contract permits this change, found without the comparison; absent if it must be rejected. */
  readonly allowed?: string | undefined;
}

/** How a contract judges the mutants of one recording. */
export interface MutationScore {
  readonly rejected: number;
  /** Accepted, and rightly so. */
  readonly allowed: readonly Mutant[];
  /** Accepted, though the change means something: the contract or the comparison is blind. */
  readonly wronglyAccepted: readonly Mutant[];
}

/** Changes a recording in every small way, and compares each mutant with the recording. */
export function mutationScore(recorded: string, contract: OutputContract): MutationScore {
  const all = mutants(recorded, contract);
  const accepted = all.filter(({ text }) => permits(recorded, text, contract));
  return {
    rejected: all.length - accepted.length,
    allowed: accepted.filter(({ allowed }) => allowed !== undefined),
    wronglyAccepted: accepted.filter(({ allowed }) => allowed === undefined),
  };
}

/** The same for a file that was recorded with an output. */
export function artifactScore(name: string, bytes: Uint8Array, { artifacts }: OutputContract): MutationScore {
  const recorded = new Map([[name, bytes]]);
  const all = artifactMutants(name, bytes).map(mutant => {
    const differing = artifactDifferences(recorded, new Map([[name, mutant.bytes]]), artifacts);
    return { name: mutant.name, text: '', isRejected: differing.length > 0 };
  });
  const wronglyAccepted = all.filter(({ isRejected }) => !isRejected);
  return { rejected: all.length - wronglyAccepted.length, allowed: [], wronglyAccepted };
}

/** Drops, doubles, swaps and alters lines; adds a line; empties the output; removes the last line feed. */
export function mutants(recorded: string, contract: OutputContract): readonly Mutant[] {
  if (contract.form !== undefined) return documentMutants(recorded, contract.form, contract);
  const { lines } = splitLines(recorded);
  const text = (changed: readonly string[]): string => changed.map(line => `${line}\n`).join('');
  const all: Mutant[] = [
    { name: 'add a line', text: `${recorded}mutant\n` },
    { name: 'empty the output', text: '' },
    { name: 'drop the last line feed', text: recorded.replace(/\n$/, '') },
    ...lines.map((_, index) => ({ name: `drop line ${index + 1}`, text: text(lines.toSpliced(index, 1)) })),
    ...lines.map((line, index) => ({
      name: `double line ${index + 1}`,
      text: text(lines.toSpliced(index, 0, line)),
    })),
    ...lines
      .slice(1)
      .map((line, index) => ({
        name: `swap lines ${index + 1} and ${index + 2}`,
        text: text(lines.toSpliced(index, 2, line, lines[index] ?? '')),
        allowed: swapReason(lines[index] ?? '', line, contract),
      })),
    ...lines.flatMap((line, index) =>
      alterations(line, contract).map(altered => ({
        ...altered,
        name: `line ${index + 1}: ${altered.name}`,
        text: text(lines.with(index, altered.text)),
      })),
    ),
  ];
  return all.filter(mutant => mutant.text !== recorded);
}

/** Changes of one line: its first and last letters, a blank at its end, and every number. */
function alterations(line: string, { mask }: OutputContract): Mutant[] {
  const at = (start: number, end: number, replacement: string, name: string): Mutant => {
    const text = line.slice(0, start) + replacement + line.slice(end);
    return { name, text, allowed: maskReason(line, text, start, end, mask) };
  };
  const letters = [...line.matchAll(/[a-z]/gi)].filter(
    (_, index, all) => index === 0 || index === all.length - 1,
  );
  const numbers = [...line.matchAll(/\d+(?:\.\d+)?/g)];
  return [
    ...letters.map(({ 0: letter, index }) =>
      at(index, index + 1, letter === 'q' ? 'w' : 'q', `letter ${index + 1}`),
    ),
    at(line.length, line.length, ' ', 'a blank at the end'),
    ...numbers.flatMap(({ 0: number, index }) =>
      [String(Number(number) + 1), String(Number(number) * 1000 + 7)].map(other =>
        at(index, index + number.length, other, `${number} to ${other}`),
      ),
    ),
  ];
}

/** The mask that permits a change: its span holds `from` to `to`, and its bounds hold the changed number. */
function maskReason(
  line: string,
  changed: string,
  from: number,
  to: number,
  masks: OutputContract['mask'],
): string | undefined {
  for (const mask of masks) {
    const compiled = compileMask(mask);
    const { name, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = compiled;
    for (const [start, end] of spansIn(line, compiled)) {
      if (from < start || to > end) continue;
      const now = [...spansIn(changed, compiled)].find(other => other[0] === start);
      if (now === undefined || now[1] !== end + changed.length - line.length) continue;
      const value = parseNumber(changed.slice(...now)) ?? Number.NaN;
      if (!isBounded(mask) || (value >= min && value <= max)) return `the mask "${name}" covers it`;
    }
  }
  return undefined;
}

/** Why the order lets two neighbors swap; undefined if it does not. */
function swapReason(first: string, second: string, { order }: OutputContract): string | undefined {
  if (order === 'exact') return undefined;
  if (order === 'any') return 'lines may come in any order';
  const { stages, key } = order;
  const [a, b] = key === undefined ? ['1', '2'] : [lineKey(first, key), lineKey(second, key)];
  if (stages !== undefined && stageOf(first, stages) !== stageOf(second, stages)) return undefined;
  if (a === undefined || b === undefined || a === b) return undefined;
  return key === undefined
    ? `both are in the stage "${stages?.[stageOf(first, stages)]}"`
    : `their keys differ: ${a}, ${b}`;
}
