import { permits } from '../compare.ts';
import type { OutputContract } from '../contract-schema.ts';
import { splitLines } from '../../text/lines.ts';
import { compileMask, isBounded, spanOf } from '../mask.ts';
import { keyOf, stageOf } from '../order.ts';

/** A recorded output with one thing changed. */
export interface Mutant {
  /** What was done: `drop line 2`. */
  readonly name: string;
  readonly text: string;
  /**
   * Why the contract itself permits this change; absent if the change must be rejected. It follows from the
   * contract, not from the comparison that it checks.
   */
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

/** Drops, doubles, swaps and alters lines; adds a line; empties the output; removes the last line feed. */
export function mutants(recorded: string, contract: OutputContract): readonly Mutant[] {
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
      alterations(line, contract).map(({ name, changed, allowed }) => ({
        name: `line ${index + 1}: ${name}`,
        text: text(lines.with(index, changed)),
        allowed,
      })),
    ),
  ];
  return all.filter(mutant => mutant.text !== recorded);
}

interface Alteration {
  readonly name: string;
  readonly changed: string;
  readonly allowed?: string | undefined;
}

/** Changes of one line: its first and last letters, a blank at its end, and every number. */
function alterations(line: string, contract: OutputContract): Alteration[] {
  const at = (index: number, length: number, replacement: string, name: string): Alteration => ({
    name,
    changed: line.slice(0, index) + replacement + line.slice(index + length),
    allowed: maskReason(line, index, length, replacement, contract),
  });
  const letters = [...line.matchAll(/[a-z]/gi)].filter(
    (_, index, all) => index === 0 || index === all.length - 1,
  );
  const numbers = [...line.matchAll(/\d+(?:\.\d+)?/g)];
  return [
    ...letters.map(match => at(match.index, 1, match[0] === 'q' ? 'w' : 'q', `letter ${match.index + 1}`)),
    at(line.length, 0, ' ', 'a blank at the end'),
    ...numbers.flatMap(match =>
      [String(Number(match[0]) + 1), String(Number(match[0]) * 1000 + 7)].map(replacement =>
        at(match.index, match[0].length, replacement, `${match[0]} to ${replacement}`),
      ),
    ),
  ];
}

/** The mask that permits a change: its span holds the change, and its bounds hold the changed number. */
function maskReason(
  line: string,
  index: number,
  length: number,
  replacement: string,
  { mask }: OutputContract,
): string | undefined {
  const changed = line.slice(0, index) + replacement + line.slice(index + length);
  for (const each of mask) {
    const { name, regex, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = compileMask(each);
    for (const match of line.matchAll(regex)) {
      const [start, end] = spanOf(match);
      if (index < start || index + length > end) continue;
      const now = [...changed.matchAll(regex)].find(other => spanOf(other)[0] === start);
      const value = now?.[1] ?? now?.[0];
      if (value === undefined || value.length !== end - start + replacement.length - length) continue;
      if (!isBounded(each) || (Number(value) >= min && Number(value) <= max))
        return `the mask "${name}" covers it`;
    }
  }
  return undefined;
}

/** Why the order lets two neighbors swap; undefined if it does not. */
function swapReason(first: string, second: string, { order }: OutputContract): string | undefined {
  if (order === 'exact') return undefined;
  if (order === 'any') return 'lines may come in any order';
  const { stages, key } = order;
  const [a, b] = key === undefined ? ['1', '2'] : [keyOf(first, key), keyOf(second, key)];
  if (stages !== undefined && stageOf(first, stages) !== stageOf(second, stages)) return undefined;
  if (a === undefined || b === undefined || a === b) return undefined;
  return key === undefined
    ? `both are in the stage "${stages?.[stageOf(first, stages)]}"`
    : `their keys differ: ${a}, ${b}`;
}
