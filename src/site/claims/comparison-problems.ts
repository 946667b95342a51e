import { maskLine } from '../../core/contract/describe-contract.ts';
import { isBounded, type Mask } from '../../core/contract/masks/mask.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { positionAt } from '../article/mdx-tree.ts';
import type { Scan } from '../article/parse-mdx.ts';
import type { CheckedExamples, SoundExample } from '../figures/parts/checked-example.ts';
import { COMPARES, isRatioMask, quotedMasks } from './article-bounds.ts';
import { articleSections, type ArticleSection } from './article-sections.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** A ratio of an example, as its mask bounds it. */
interface BoundedRatio {
  readonly mask: Exclude<Mask, string>;
  readonly sound: SoundExample;
}

/**
 * Sentences that say "faster", "slower" or "times as long", while the contract behind them also permits a
 * ratio of 1: no difference at all. A sentence speaks of the ratio that it quotes; or else of those that the
 * examples below its heading print, of which one has to refuse 1.
 */
export function comparisonProblems(
  { tree }: Pick<Scan, 'tree'>,
  source: string,
  file: string,
  examples: CheckedExamples,
): Problem[] {
  return articleSections(tree).flatMap(section =>
    section.prose.flatMap(sentencesOf).flatMap(sentence => {
      const loose = looseRatio(sentence, section, examples);
      if (loose === undefined) return [];
      const { mask, sound } = loose;
      return [
        {
          file,
          ...positionAt(source, sentence.offset, { line: 1, column: 1 }),
          title: `The text compares, and the mask "${mask.name}" of ${sound.example.file} permits 1.0.`,
          detail: `text: ${sentence.text}\nbounds: ${maskLine([mask])}`,
          remedy: boundThatRefusesOne(mask),
        },
      ];
    }),
  );
}

function looseRatio(
  sentence: Sentence,
  { shown }: ArticleSection,
  examples: CheckedExamples,
): BoundedRatio | undefined {
  if (!COMPARES.test(sentence.text)) return undefined;
  const near = new Set(shown.filter(({ part }) => part === sentence.part).map(({ id }) => id));
  const ratios = [...new Set(shown.map(({ id }) => id))].flatMap(id => {
    const sound = examples.get(id);
    if (sound?.example === undefined) return [];
    const masks = sound.example.contract.mask.filter(mask => isBounded(mask) && isRatioMask(mask));
    const quoted = masks.length === 0 ? new Set() : quotedMasks(sentence, sound as SoundExample);
    return masks.map(mask => ({
      ...({ mask, sound } as BoundedRatio),
      isNear: near.has(id),
      isQuoted: quoted.has(mask),
    }));
  });
  const quoted = ratios.filter(({ isQuoted }) => isQuoted);
  const meant = quoted.length > 0 ? quoted : ratios.filter(({ isNear }) => isNear);
  const permitsOne = ({ mask: { min = 0, max = Infinity } }: BoundedRatio): boolean => min <= 1 && max >= 1;
  // Of several ratios beside a sentence, the widest is the one that it speaks of.
  return meant.length > 0 && meant.every(permitsOne)
    ? meant.toSorted((a, b) => upTo(b) - upTo(a))[0]
    : undefined;
}

const upTo = ({ mask: { max = Infinity } }: BoundedRatio): number => max;

/** The bound of a mask, to paste, on the side of 1 on which its numbers are. */
function boundThatRefusesOne({ max = Infinity }: BoundedRatio['mask']): string {
  return max > 1.1 ? 'min = 1.1' : 'max = 0.9';
}
