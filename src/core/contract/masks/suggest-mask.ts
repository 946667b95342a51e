import { escapePattern, patternProblem } from '../../text/pattern.ts';
import type { Mask } from './mask.ts';
import { firstGroup, formProblem, parsePattern } from './mask-form.ts';

/** Different forms of one span that a proposal lists. */
const MAX_FORMS = 8;

/** A mask that could hide any text → one that takes the form of what it hid; undefined if there is none. */
export function tighterMask(mask: Exclude<Mask, string>, hidden: readonly string[]): Mask | undefined {
  const forms = [...new Set(hidden.map(formOf))];
  if (forms.length === 0 || forms.length > MAX_FORMS) return undefined;
  const tree = parsePattern(mask.pattern);
  if (typeof tree === 'string') return undefined;
  const { start, end } = firstGroup(tree.alternatives) ?? tree;
  const form =
    forms.length === 1 && start === tree.start && end === tree.end ? forms[0] : `(${forms.join('|')})`;
  const pattern = mask.pattern.slice(0, start) + form + mask.pattern.slice(end);
  const tighter = { ...mask, pattern };
  return (patternProblem(pattern) ?? formProblem(tighter)) ? undefined : tighter;
}

/** Numbers in a text, in the order in which they are looked for. */
const PARTS = /(?<address>0x[\da-f]+)|(?<hex>(?=\d*[a-f])(?=[a-f]*\d)\b[\da-f]{6,}\b)|(?<digits>\d+)/gi;

/** A text as a pattern: its numbers may be others, its words and signs stay. */
function formOf(text: string): string {
  let form = '';
  let from = 0;
  for (const { 0: part, index, groups } of text.slice(0, 200).matchAll(PARTS)) {
    const { address, hex } = groups ?? {};
    const number =
      address === undefined ? (hex === undefined ? String.raw`\d+` : '[0-9a-f]+') : '0x[0-9a-f]+';
    form += escapePattern(text.slice(from, index)) + number;
    from = index + part.length;
  }
  return form + escapePattern(text.slice(from));
}
