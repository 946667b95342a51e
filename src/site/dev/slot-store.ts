import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../../core/problems/problem.ts';
import type { ArticleFacts } from '../article/article-facts.ts';
import type { ExamplePage } from '../figures/example-pages.ts';
import type { GlossaryTerm } from '../glossary/glossary.ts';
import { provideFigures } from '../figures/figure-registry.ts';
import type { ArtifactBlock } from '../figures/parts/artifact-block.ts';
import { EXERCISE_PARTS, exercisePart } from '../figures/parts/exercise.ts';
import type { AnyFigure, Exercise, Figure, OutputBlock, Predict } from '../figures/parts/figure.ts';

/** A problem that the author has to fix, as a page shows it. */
export interface ProblemText extends Pick<Problem, 'title' | 'detail' | 'remedy'> {
  /** `examples/basics/greeting.py:3:1` */
  readonly where: string;
}

/** A line of a diff: only recorded, only printed by this run, in both, or a note such as an omission. */
export interface DiffLine {
  readonly kind: 'recorded' | 'now' | 'both' | 'gap';
  readonly text: string;
}

/** A figure of which the example, or a variant, is not verified as it is now. No build publishes it. */
export interface UnverifiedFigure {
  readonly kind: 'unverified';
  readonly figure: Figure;
  /** The example as written, and then its variants; undefined for those that are verified. */
  readonly tabs: readonly (UnverifiedTab | undefined)[];
}

/** Why an example or a variant is not verified, and what it printed. */
export interface UnverifiedTab {
  readonly status: 'running' | 'not accepted' | 'failed' | 'not run';
  readonly problem?: ProblemText | undefined;
  readonly diff?: readonly DiffLine[] | undefined;
  /** Whether the run itself failed. */
  readonly hasFailed?: true | undefined;
  readonly panels: readonly OutputBlock[];
  /** What the run left, and what follows its kind in words. */
  readonly artifacts: readonly ArtifactBlock[];
  readonly note: string;
}

/**
 * Problems in the place of something that cannot be shown. `text` is the text of a value, which is part of
 * a line.
 */
export interface SlotProblems {
  readonly kind: 'problems';
  readonly problems: readonly ProblemText[];
  readonly text?: string | undefined;
}

/** The head of a page: its version, and everything that has to be mended before a build publishes it. */
export interface PageTop {
  readonly kind: 'top';
  readonly version: number;
  readonly problems: readonly ProblemText[];
  /** Whether the article cannot be read, so that the page shows an earlier text of it, if it has one. */
  readonly isOutdated: boolean;
}

/** An exercise with the states of its two examples. The dev server checks none: nothing proved it. */
interface ExerciseSlot {
  readonly kind: 'exercise parts';
  readonly start?: SlotContent | undefined;
  readonly solution?: SlotContent | undefined;
}

/** A sample whose output the reader says, with the states of its code and its output. */
interface PredictSlot {
  readonly kind: 'predict parts';
  readonly start: SlotContent;
  readonly solution: SlotContent;
}

export type SlotContent =
  | Exclude<AnyFigure, Exercise | Predict>
  | ExerciseSlot
  | PredictSlot
  | UnverifiedFigure
  | SlotProblems
  | PageTop;

/** A slot and the compiled text that it belongs to. */
export interface FilledSlot {
  /** Digest of the article's plan; absent on the page of an example. */
  readonly plan?: string | undefined;
  readonly content: SlotContent;
}

/** Filled slots by key: `advanced/locks/0`. */
export type Slots = ReadonlyMap<string, FilledSlot>;

const slots = new Map<string, FilledSlot>();
/** The figures in slots, by the keys of the slots. */
const figures = new Map<string, AnyFigure>();
let tokenCss = '';

/** What pages show of articles besides their texts, by path: `virtual:verbatim/articles`. */
export const articleFacts: Record<string, ArticleFacts> = {};

/** The pages of examples: `virtual:verbatim/examples`. */
export const devExamples: ExamplePage[] = [];

/** The terms of the glossary: `virtual:verbatim/glossary`. */
export const devTerms: GlossaryTerm[] = [];

/**
 * Sets what slots show from now on, and the rules for the classes of highlighted code. The dev server calls
 * this in the module graph of the pages, which Vite evaluates apart from the server's own modules.
 */
export function fillSlots(filled: Slots, css: string): void {
  tokenCss = css;
  for (const [key, slot] of filled) fillSlot(key, slot);
  provideFigures(figures);
}

function fillSlot(key: string, slot: FilledSlot): void {
  slots.set(key, slot);
  const { content, plan } = slot;
  if (content.kind === 'exercise parts' || content.kind === 'predict parts') {
    for (const part of EXERCISE_PARTS) {
      const shown = content[part];
      if (shown !== undefined) fillSlot(exercisePart(key, part), { plan, content: shown });
    }
    return;
  }
  const figure = content.kind === 'unverified' ? content.figure : content;
  if (figure.kind !== 'problems' && figure.kind !== 'top') figures.set(key, figure);
}

/**
 * Sets what pages show of articles and examples from now on; modules that hold them stay as they are.
 * @returns whether it was something else before
 */
export function fillFacts(
  facts: Readonly<Record<string, ArticleFacts>>,
  examples: readonly ExamplePage[],
  terms: readonly GlossaryTerm[] = [],
): boolean {
  const isNew = !isDeepStrictEqual([articleFacts, devExamples, devTerms], [facts, examples, terms]);
  for (const file of Object.keys(articleFacts)) delete articleFacts[file];
  Object.assign(articleFacts, facts);
  devExamples.splice(0, devExamples.length, ...examples);
  devTerms.splice(0, devTerms.length, ...terms);
  return isNew;
}

/** The head of a page, whatever text it was compiled from. @param key that of its slot */
export function loadTop(key: string): PageTop | undefined {
  const content = slots.get(key)?.content;
  return content?.kind === 'top' ? content : undefined;
}

/**
 * What a slot shows now. Undefined if the page was compiled from an older text: its browser then asks for
 * it again.
 */
export function loadSlot(key: string, plan: string | undefined): SlotContent | undefined {
  const slot = slots.get(key);
  return slot?.plan === plan ? slot?.content : undefined;
}

/** Rules for all classes of highlighted code. */
export function loadTokenCss(): string {
  return tokenCss;
}
