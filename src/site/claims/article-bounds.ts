import { idOf } from '../../core/example/example.ts';
import { type Bounds, compileMask, isBounded, type Mask } from '../../core/contract/masks/mask.ts';
import { masksOver } from '../../core/contract/masks/masked-part.ts';
import type { StatedBound } from '../../core/ledger/ledger.ts';
import { type Node, positionAt } from '../article/mdx-tree.ts';
import { captureIn } from '../figures/build-value.ts';
import { quotedOutput } from '../figures/parts/quoted-output.ts';
import type { CheckedExamples, SoundExample } from '../figures/parts/checked-example.ts';
import { type ArticleSection, articleSections, type NumberTag } from './article-sections.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** A comparison of durations or of sizes: what its number may be is what its sentence claims. */
export const COMPARES = /\b(?:faster|slower|quicker|times as (?:fast|slow|long|quick|much|many))\b/i;
/** A sentence about time. */
const TIMES = /\b(?:seconds?|minutes?|milliseconds?|ms|longer|shorter|sooner|at once|at the same time)\b/i;

/** Bounds of numbers of an article: of masks, of `elapsed`, of `about`, each with the sentences about it. */
export function articleBounds(tree: Node, source: string, examples: CheckedExamples): readonly StatedBound[] {
  return articleSections(tree).flatMap(section => {
    const sentences = section.prose.flatMap(sentencesOf);
    const ids = [...new Set(section.shown.map(({ id }) => id))];
    const sound = ids.flatMap(id => {
      const checked = examples.get(id);
      return checked?.example === undefined ? [] : [checked as SoundExample];
    });
    const placed = (found: readonly Sentence[]): StatedBound['sentences'] =>
      found.map(({ text, offset }) => ({ text, ...positionAt(source, offset, { line: 1, column: 1 }) }));
    return [
      ...sound.flatMap(each => contractBounds(each, section, sentences)),
      ...sentences.flatMap(sentence => aboutBounds(sentence)),
    ].map(({ of, bound, about }) => ({ of, bound, sentences: placed(about) }));
  });
}

/** The words of sentences about what a mask hides: those of time, or its own name. */
function wordsOf(mask: Mask): RegExp {
  const name = typeof mask === 'string' ? mask : mask.name;
  return /second|time|duration|^ms$/.test(name)
    ? TIMES
    : new RegExp(String.raw`\b${RegExp.escape(name)}`, 'i');
}

function maskBounds(mask: Mask): string {
  const { name, min, max } = compileMask(mask);
  return [`mask "${name}"`, ...limitsOf({ min, max })].join(', ');
}

function limitsOf({ min, max }: Bounds): string[] {
  return [...(min === undefined ? [] : [`min = ${min}`]), ...(max === undefined ? [] : [`max = ${max}`])];
}

interface Found {
  readonly of: string;
  readonly bound: string;
  readonly about: readonly Sentence[];
}

function contractBounds(
  sound: SoundExample,
  section: ArticleSection,
  sentences: readonly Sentence[],
): Found[] {
  const { mask, elapsed } = sound.example.contract;
  const { file, id } = sound.example;
  const parts = section.shown.filter(each => each.id === id).map(({ part }) => part);
  const near = (sentence: Sentence): boolean => parts.includes(sentence.part);
  const bounded = mask.filter(isBounded);
  // Each pattern is a search through the output, and a contract may have many masks.
  const quoted = new Map(
    bounded.length === 0 ? [] : sentences.map(each => [each, quotedMasks(each, sound)] as const),
  );
  const ofMasks = bounded.map(each => ({
    of: file,
    bound: maskBounds(each),
    about: sentences.filter(
      sentence =>
        quoted.get(sentence)?.has(each) === true ||
        (near(sentence) && (isRatioMask(each) ? COMPARES : wordsOf(each)).test(sentence.text)),
    ),
  }));
  if (elapsed === undefined) return ofMasks;
  const about = sentences.filter(
    sentence =>
      sentence.tags.some(tag => comparesDurations(tag, id)) ||
      (near(sentence) && (TIMES.test(sentence.text) || COMPARES.test(sentence.text))),
  );
  return [...ofMasks, { of: file, bound: `elapsed, ${limitsOf(elapsed).join(', ')}`, about }];
}

function aboutBounds(sentence: Sentence): Found[] {
  return sentence.tags.flatMap(({ text, props }) =>
    typeof props.about === 'number'
      ? [
          {
            of: String(props.file ?? props.of),
            bound: `about = ${props.about}, of ${text}`,
            about: [sentence],
          },
        ]
      : [],
  );
}

/** Whether a mask hides a ratio, by its name: 1.0 is then no difference. */
export function isRatioMask(mask: Mask): boolean {
  return typeof mask === 'object' && /ratio|speed-?up|factor|times/.test(mask.name);
}

/** The masks of an example that hide what the tags of a sentence quote of its output. */
export function quotedMasks({ tags }: Sentence, sound: SoundExample): ReadonlySet<Mask> {
  const { id, contract } = sound.example;
  const recording = quotedOutput(sound);
  if (recording === undefined) return new Set();
  const patterns = tags.flatMap(({ kind, props: { file, of, to, match, toMatch = match } }) =>
    kind === 'bound' ? [...(isOf(file ?? of, id) ? [match] : []), ...(isOf(to, id) ? [toMatch] : [])] : [],
  );
  const masks = patterns.flatMap(pattern => {
    const captured = typeof pattern === 'string' ? captureIn(recording, pattern) : undefined;
    return captured === undefined ? [] : masksOver(captured, captured.output, contract.mask);
  });
  return new Set(masks);
}

function comparesDurations({ kind, props }: NumberTag, id: string): boolean {
  return kind === 'bound' && props.match === undefined && (isOf(props.of, id) || isOf(props.to, id));
}

function isOf(file: unknown, id: string): boolean {
  return typeof file === 'string' && idOf(file) === id;
}
