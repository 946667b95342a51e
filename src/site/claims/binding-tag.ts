import type { FoundNumber } from '../../core/claims/find-numbers.ts';
import { halfStep } from '../../core/claims/judge-number.ts';
import { mayBeSaidOf, leastAbout, mostAbout, provenNumber } from '../../core/claims/quoted-number.ts';
import { wordsOfNumber } from '../../core/claims/number-words.ts';
import { isAbout, printedNumber } from '../../core/claims/said-number.ts';
import { unprovedBy } from '../../core/contract/masks/masked-part.ts';
import { escapePattern, patternProblem } from '../../core/text/pattern.ts';
import { capture, shownOutput } from '../../core/text/plain-output.ts';
import { captureIn } from '../figures/build-value.ts';
import { quotedOutput } from '../figures/parts/quoted-output.ts';
import { quotingTag } from '../figures/value-tag.ts';
import type { PrintedNumber } from './printed-numbers.ts';

/** How a number of the prose can be bound to one that was printed. */
export interface Binding {
  /** The tag to paste; absent if no pattern finds the number. */
  readonly tag?: string | undefined;
  /** The mask that hides the number, and has no bounds for it. */
  readonly mask?: string | undefined;
}

/** The tag that binds a number of the prose to one that was printed: with its text, if that is right. */
export function bindingOf(said: FoundNumber, printed: PrintedNumber): Binding {
  const { example } = printed;
  const match = patternFor(printed);
  const recording = quotedOutput(example);
  const captured = match === undefined || recording === undefined ? undefined : captureIn(recording, match);
  if (match === undefined || captured?.output.startsWith(printed.output) !== true) return {};
  const { mask: masks } = example.example.contract;
  const mask = unprovedBy(captured, captured.output, masks);
  const value = printedNumber(captured.text);
  const proven = value === undefined ? undefined : provenNumber(captured, value, captured.output, masks);
  const file = example.example.file.replace(/^examples\//, '').replace(/\/main\.py$/, '');
  const props = { file, variant: example.example.variant?.name, match };
  if (proven === undefined) return { mask, tag: quotingTag('Value', props, captured.text) };
  const about = leastAbout(said.value, proven.value);
  const inUnit = said.measure === undefined || printed.measure?.size === said.measure.size;
  const fits =
    (inUnit || printed.measure === undefined) &&
    isAbout(said.value, proven.value, mostAbout(proven.value)) &&
    mayBeSaidOf(said.value, proven.bounds) &&
    (about === 0 || Math.abs(said.value - proven.value) <= halfStep(said));
  if (!fits) {
    const words = said.inWords ? wordsOfNumber(proven.value) : undefined;
    return { mask, tag: quotingTag('Value', { ...props, as: words && 'words' }, words ?? captured.text) };
  }
  if (!said.inWords && about === 0) return { mask, tag: quotingTag('Value', props, captured.text) };
  const form = { as: said.inWords ? 'words' : undefined, about: about || undefined };
  return { mask, tag: quotingTag('Value', { ...props, ...form }, said.text.replaceAll(/\s+/g, ' ')) };
}

/** How many words before and after a number its pattern takes; the shortest that finds it is proposed. */
const CONTEXTS: readonly (readonly [before: number, after: number])[] = [
  [1, 0],
  [0, 1],
  [1, 1],
  [2, 0],
  [2, 1],
  [3, 2],
  [Infinity, 1],
  [Infinity, Infinity],
];
/** Lines above that of the number that a pattern may take as well. */
const MAX_LINES_ABOVE = 3;

/** A pattern whose first match in the output is the number; undefined if none of a few is one. */
function patternFor(printed: PrintedNumber): string | undefined {
  const { text, start, offset, output } = printed;
  const patterns = [...candidates(printed)].filter(pattern => patternProblem(pattern) === undefined);
  const isIt = (pattern: string, exactly: boolean): boolean => {
    const found = capture(output, pattern);
    return found?.text === text && (!exactly || found.start === offset + start);
  };
  return patterns.find(pattern => isIt(pattern, true)) ?? patterns.find(pattern => isIt(pattern, false));
}

function* candidates({ text, start, end, line, offset, output }: PrintedNumber): Generator<string> {
  const [before, after] = [line.slice(0, start), line.slice(end)];
  const words = before.match(/\S+\s*|^\s+/g) ?? [];
  const group = `(${text
    .split(/(\d+|\p{L}+)/u)
    .map(part => partOf(part))
    .join('')})`;
  for (const context of [anyDigits, escapePattern])
    for (const [left, right] of CONTEXTS) {
      const head = left === 0 ? '' : words.slice(-left).join('');
      const begin = head === before ? '^' : '';
      yield (
        begin + context(head) + group + context(wordsFrom(after, right)) + (right === Infinity ? '$' : '')
      );
    }
  const above = shownOutput(output).slice(0, offset).split('\n').slice(0, -1);
  for (let count = 1; count <= Math.min(MAX_LINES_ABOVE, above.length); count += 1) {
    const lines = [...above.slice(-count), before];
    for (const context of [anyDigits, escapePattern])
      yield `^${lines.map(each => context(each)).join(String.raw`\n`)}${group}`;
  }
}

/** The first words of a text, with what is before each. */
function wordsFrom(text: string, count: number): string {
  if (count === Infinity) return text;
  return new RegExp(String.raw`^(?:\s*[\p{L}\p{N}%]+){0,${count}}`, 'u').exec(text)?.[0] ?? '';
}

function partOf(part: string): string {
  if (/^\d/.test(part)) return String.raw`\d+`;
  return /^\p{L}/u.test(part) ? String.raw`\w+` : escapePattern(part);
}

/** A text as a pattern in which each number may be another. */
function anyDigits(text: string): string {
  return text
    .split(/(\d+)/)
    .map(part => (/^\d/.test(part) ? String.raw`\d+` : escapePattern(part)))
    .join('');
}
