import type { LineRange } from '../example/metadata.ts';
import type { Problem } from '../problems/problem.ts';
import { nearest } from '../problems/suggest.ts';
import { lineFinder, parseRanges } from '../text/lines.ts';
import { applyEdits, type ChangedSource, type SourceEdit } from './edits.ts';
import { type Statement, statementsOf } from './remove-statement.ts';
import type { VariantTable } from '../contract/variant-schema.ts';

/** A fault of a change, and the key of the table that has it. */
export type ChangeProblem = Pick<Problem, 'title' | 'remedy'> & { readonly key: 'remove' | 'replace' };

/** Where a change may be, and whether it may be several times there. */
interface Place {
  readonly source: string;
  /** The line, 1-based, that an offset is in. */
  readonly lineOf: (offset: number) => number;
  readonly isOpen: (offset: number) => boolean;
  readonly lines: string | undefined;
}

/**
 * Makes the change of a variant. Nothing inside the metadata block is changed: that is the contract.
 * @param block lines of the metadata block
 */
export function changeSource(
  source: string,
  { remove = [], replace = {}, lines }: Pick<VariantTable, 'remove' | 'replace' | 'lines'>,
  block: LineRange | undefined,
): { readonly changed?: ChangedSource; readonly problems: readonly ChangeProblem[] } {
  const within = lines === undefined ? undefined : parseRanges(lines);
  const lineOf = lineFinder(source);
  const isOpen = (offset: number): boolean => {
    const line = lineOf(offset);
    const isContract = block !== undefined && line >= block.first && line <= block.last;
    return !isContract && (within === undefined || within.has(line));
  };
  const place = { source, lineOf, isOpen, lines };
  const removed = [remove].flat();
  const statements = removed.length === 0 ? [] : statementsOf(source).filter(({ from }) => isOpen(from));
  const found = [
    ...removed.map(text => removals(statements, text, place)),
    ...Object.entries(replace).map(([text, other]) => replacements(text, other, place)),
  ];
  const problems = found.filter(each => 'title' in each);
  const edits = found.flatMap(each => ('title' in each ? [] : each)).toSorted((a, b) => a.from - b.from);
  if (found.length === 0) return { problems: [NO_CHANGE] };
  if (problems.length > 0) return { problems };
  const overlap = edits.find((edit, index) => edit.from < (edits[index - 1]?.to ?? 0));
  if (overlap !== undefined) {
    const title = `Two changes of one variant meet in line ${lineOf(overlap.from)}.`;
    return { problems: [{ key: 'replace', title, remedy: 'Make them one change.' }] };
  }
  return { changed: applyEdits(source, edits), problems };
}

const NO_CHANGE: ChangeProblem = {
  key: 'replace',
  title: 'A variant changes something, and this one names no change.',
  remedy: '# remove = "with lock:"\nor\n# replace = { "exact text" = "other text" }',
};

function replacements(
  text: string,
  other: string,
  { source, lineOf, isOpen, lines }: Place,
): readonly SourceEdit[] | ChangeProblem {
  if (text === other) {
    const title = `The variant replaces ${quote(text)} by the same text.`;
    return { key: 'replace', title, remedy: 'Name the text that takes its place.' };
  }
  const edits: SourceEdit[] = [];
  for (let from = source.indexOf(text); from !== -1; from = source.indexOf(text, from + text.length))
    if (isOpen(from)) edits.push({ from, to: from + text.length, text: other });
  const positions = edits.map(({ from }) => lineOf(from));
  return miscounted('replace', text, positions, lines, source.split('\n')) ?? edits;
}

function removals(
  statements: readonly Statement[],
  text: string,
  { source, lineOf, lines }: Place,
): readonly SourceEdit[] | ChangeProblem {
  const firstLine = (from: number): string => (source.slice(from).split('\n', 1)[0] ?? '').trimEnd();
  const meant = statements.filter(({ from }) => firstLine(from) === text.trim());
  const positions = meant.map(({ from }) => lineOf(from));
  const known = statements.map(({ from }) => firstLine(from));
  const wrong = miscounted('remove', text, positions, lines, known);
  return wrong ?? meant.flatMap(({ removal }) => removal());
}

/** Lines that a message names. */
const MAX_NAMED = 10;

/** A text that is not where it is looked for, or too often. */
function miscounted(
  key: ChangeProblem['key'],
  text: string,
  positions: readonly number[],
  lines: string | undefined,
  known: readonly string[],
): ChangeProblem | undefined {
  const what = `${key === 'remove' ? 'statement' : 'text'} ${quote(text)}`;
  if (positions.length === 1 || (positions.length > 1 && lines !== undefined)) return undefined;
  if (positions.length > 1) {
    const named = positions.slice(0, MAX_NAMED).join(', ');
    const more = positions.length > MAX_NAMED ? ' and others' : '';
    const title = `The ${what} occurs ${positions.length} times: in lines ${named}${more}.`;
    return { key, title, remedy: `Say in which the variant changes it:\n# lines = "${positions[0]}"` };
  }
  const place = lines === undefined ? 'there' : `in ${/\D/.test(lines) ? 'lines' : 'line'} ${lines}`;
  const meant = nearest(
    text.trim(),
    known.map(line => line.trim()),
  );
  return {
    key,
    title: `The ${what} that the variant changes is not ${place}.`,
    remedy:
      meant === undefined ? 'Copy it from the file, letter by letter.' : `Did you mean ${quote(meant)}?`,
  };
}

const quote = (text: string): string => JSON.stringify(text);
