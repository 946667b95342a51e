import { findNumbers, type FoundNumber } from '../../core/claims/find-numbers.ts';
import { indexNumbers, type Judgement, judgeNumber } from '../../core/claims/judge-number.ts';
import { isNoClaim } from '../../core/claims/no-claims.ts';
import { measureOf, stemOf } from '../../core/claims/units.ts';
import type { Node } from '../article/mdx-tree.ts';
import type { CheckedExamples } from '../figures/parts/checked-example.ts';
import { articleSections } from './article-sections.ts';
import { type PrintedNumber, printedNumbers } from './printed-numbers.ts';

/** A number of the prose that speaks of an output, and that no tag answers for. */
export interface UnansweredNumber {
  readonly said: FoundNumber;
  readonly judgement: Judgement<PrintedNumber>;
  /** Offset in the article's source. */
  readonly offset: number;
  /** It with the words around it, for a message. */
  readonly phrase: string;
}

/** What an article does with its numbers. */
export interface ArticleNumbers {
  /** Numbers of its prose, those in tags included. */
  readonly all: number;
  /** Texts that `<Value>` or `<Ratio>` binds to runs, and that hold a number. */
  readonly bound: number;
  /** Numbers in `<Literal>`. */
  readonly literal: number;
  readonly unanswered: readonly UnansweredNumber[];
}

/** Reads all numbers of an article, and compares them with the outputs of their sections. */
export function articleNumbers(tree: Node, examples: CheckedExamples): ArticleNumbers {
  const sections = articleSections(tree);
  const tags = sections.flatMap(section => section.tags);
  const inTags = (kind: 'bound' | 'literal'): number =>
    tags.filter(tag => tag.kind === kind).reduce((sum, { text }) => sum + findNumbers(text).length, 0);
  const [bound, literal] = [inTags('bound'), inTags('literal')];
  let all = bound + literal;
  const unanswered = sections.flatMap(({ prose, shown }) => {
    const ids = shown.map(({ id }) => id);
    const printed = indexNumbers(printedNumbers(ids, examples));
    return prose.flatMap(({ text, offsetAt }) => {
      const numbers = findNumbers(text);
      all += numbers.length;
      return numbers.flatMap(said => {
        const judgement = isNoClaim(said, text) ? undefined : judgeNumber(said, printed);
        if (judgement === undefined) return [];
        return [{ said, judgement, offset: offsetAt(said.start), phrase: phraseOf(text, said) }];
      });
    });
  });
  return { all, bound, literal, unanswered };
}

/** A number with the word that says what it counts: `about two seconds` → `two seconds`. */
function phraseOf(text: string, { start, end, label, measure, nouns }: FoundNumber): string {
  const before = label === undefined ? '' : (/\p{L}+\s$/u.exec(text.slice(0, start))?.[0] ?? '');
  const [after = '', word = ''] = /^[ \n-]?(%|[\p{L}µμ]+)/u.exec(text.slice(end)) ?? [];
  const isUnit = measure === undefined ? nouns[0] === stemOf(word) : measureOf(word) !== undefined;
  const noun = label === undefined && isUnit ? after : '';
  return `${before}${text.slice(start, end)}${noun}`.replaceAll(/\s+/g, ' ');
}
