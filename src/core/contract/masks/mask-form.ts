import { type AST, RegExpParser } from '@eslint-community/regexpp';
import type { Mask } from './mask.ts';
import { isBounded } from './mask.ts';

/** Combinations of words that a pattern may list. */
const MAX_WORDS = 1000;
/** A class of so few letters is a list of words of one letter. */
const FEW = 8;

/** What a part of a pattern takes, measured by what could be a word. Digits and signs count for nothing. */
interface Freedom {
  /** Characters that may be any letter: the fewest, and the most. */
  readonly least: number;
  readonly most: number;
  /** In how many ways the listed words combine. */
  readonly words: number;
}

const FIXED: Freedom = { least: 0, most: 0, words: 1 };

/**
 * Why a mask could hide any words; undefined if what it hides has a form. A form is one of these: a number
 * within bounds; digits, hexadecimal digits and signs in any number; words that the pattern lists; letters
 * in a number that is fixed.
 */
export function formProblem(mask: Mask): string | undefined {
  if (typeof mask === 'string' || isBounded(mask)) return undefined;
  const span = spanNodes(mask.pattern);
  if (typeof span === 'string') return `the form of what the mask "${mask.name}" hides is unknown: ${span}`;
  const anything = span.flatMap(each => widest(each))[0];
  const { least, most, words } = alternatives(span);
  const hides = `the mask "${mask.name}" could hide any text`;
  if (anything !== undefined) return `${hides}: ${anything} takes every character`;
  if (least !== most) return `${hides}: its letters may be of any number`;
  return words > MAX_WORDS ? `${hides}: its words combine in too many ways` : undefined;
}

/** What of a pattern is hidden: the inside of its first group, or else all of it; or why that is unknown. */
function spanNodes(pattern: string): readonly AST.Alternative[] | string {
  const tree = parsePattern(pattern);
  return typeof tree === 'string' ? tree : (firstGroup(tree.alternatives) ?? tree).alternatives;
}

/** A pattern as a tree; or what JavaScript, whose grammar the parser knows, does not share with RE2. */
export function parsePattern(pattern: string): AST.Pattern | string {
  try {
    return new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true });
  } catch (error) {
    const reason = /: (?<reason>[^:]*)$/.exec((error as SyntaxError).message)?.groups?.reason ?? '';
    return `only what RE2 and JavaScript share is allowed in a mask (${reason.toLowerCase()})`;
  }
}

/** The group that opens first. */
export function firstGroup(branches: readonly AST.Alternative[]): AST.CapturingGroup | undefined {
  for (const element of branches.flatMap(({ elements }) => elements)) {
    const inner = element.type === 'Quantifier' ? element.element : element;
    if (inner.type === 'CapturingGroup') return inner;
    const found = inner.type === 'Group' ? firstGroup(inner.alternatives) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The classes inside a part that take letters and blanks or signs alike, as written: `.`, `\S`, `[^,]`. */
function widest(node: AST.Alternative | AST.Element): string[] {
  switch (node.type) {
    case 'Alternative':
      return node.elements.flatMap(each => widest(each));
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives.flatMap(each => widest(each));
    case 'Quantifier':
      return widest(node.element);
    case 'CharacterSet':
    case 'CharacterClass':
      return takesEverything(node) ? [node.raw] : [];
    default:
      return [];
  }
}

function takesEverything(node: AST.CharacterSet | AST.CharacterClass): boolean {
  if (node.type === 'CharacterSet')
    return node.kind === 'any' || ('negate' in node && node.negate) || node.kind === 'property';
  return (
    node.negate ||
    node.elements.some(
      each =>
        (each.type === 'CharacterSet' && takesEverything(each)) ||
        // A range from a sign to a letter, or beyond ASCII.
        (each.type === 'CharacterClassRange' &&
          !/^\w\w$/.test(`${each.min.raw}${each.max.raw}`) &&
          letters(each) > 0),
    ) ||
    (countLetters(node) > FEW && node.elements.some(each => isWhite(each)))
  );
}

function isWhite(node: AST.CharacterClassElement): boolean {
  if (node.type === 'CharacterSet') return node.kind === 'space';
  return node.type === 'Character' && /\s/.test(String.fromCodePoint(node.value));
}

function alternatives(branches: readonly AST.Alternative[]): Freedom {
  const each = branches.map(({ elements }) =>
    elements.map(element => freedom(element)).reduce(joined, FIXED),
  );
  return {
    least: Math.min(...each.map(({ least }) => least)),
    most: Math.max(...each.map(({ most }) => most)),
    words: each.reduce((sum, { words }) => sum + words, 0),
  };
}

function joined(a: Freedom, b: Freedom): Freedom {
  return { least: a.least + b.least, most: a.most + b.most, words: a.words * b.words };
}

function freedom(node: AST.Element): Freedom {
  switch (node.type) {
    case 'Group':
    case 'CapturingGroup':
      return alternatives(node.alternatives);
    case 'Quantifier':
      return repeated(node);
    case 'CharacterSet':
    case 'CharacterClass': {
      const count = countLetters(node);
      return count > FEW ? { least: 1, most: 1, words: 1 } : { ...FIXED, words: Math.max(1, count) };
    }
    default:
      return FIXED;
  }
}

function repeated({ element, min, max }: AST.Quantifier): Freedom {
  const inner = freedom(element);
  if (max <= 1 || min === max) {
    const words = min === max ? inner.words ** Math.min(max, MAX_WORDS) : inner.words + 1;
    return { least: inner.least * min, most: inner.most * max, words };
  }
  // Whatever holds a letter can spell words if it comes as often as it likes.
  return holdsLetters(element) ? { least: 0, most: Number.POSITIVE_INFINITY, words: 1 } : FIXED;
}

function holdsLetters(node: AST.Element | AST.Alternative): boolean {
  switch (node.type) {
    case 'Alternative':
      return node.elements.some(holdsLetters);
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives.some(holdsLetters);
    case 'Quantifier':
      return holdsLetters(node.element);
    case 'Character':
      return isLetter(node.value);
    case 'CharacterSet':
    case 'CharacterClass':
      return countLetters(node) > 0;
    default:
      return false;
  }
}

/** How many different letters a class takes, at least roughly: more than `FEW` is any. */
function countLetters(node: AST.CharacterSet | AST.CharacterClass): number {
  if (node.type === 'CharacterSet') return node.kind === 'digit' || node.kind === 'space' ? 0 : 26;
  if (node.negate) return 26;
  return node.elements.reduce((sum, each) => sum + letters(each), 0);
}

function letters(node: AST.CharacterClassElement): number {
  if (node.type === 'Character') return isLetter(node.value) ? 1 : 0;
  if (node.type === 'CharacterSet') return countLetters(node);
  if (node.type !== 'CharacterClassRange') return 26;
  let count = 0;
  for (let code = node.min.value; code <= node.max.value && count <= FEW; code += 1)
    if (isLetter(code)) count += 1;
  return count;
}

/** Whether a character can be part of a word: neither a hexadecimal digit nor an ASCII sign or blank. */
function isLetter(code: number): boolean {
  return !/[\t !-/:-@[-`{-~\da-fA-F]/.test(String.fromCodePoint(code));
}
