import type { Problem } from '../../core/problems/problem.ts';
import type { BrokenExample } from '../../runner/examples/discover-examples.ts';
import type { Reference } from '../article/parse-mdx.ts';
import {
  type CheckedExample,
  checkedExample,
  type CheckedExamples,
} from '../figures/parts/checked-example.ts';
import type { Figure } from '../figures/parts/figure.ts';
import { buildFence } from '../figures/build-fence.ts';
import { type FigureLook, wholeFigure } from '../figures/build-figure.ts';
import { lineFormula } from '../formulas/formula-figure.ts';
import { buildReference, type FigureSources } from '../figures/build-reference.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import type { ExampleState } from './examples/live-runs.ts';
import { withArtifacts } from './live-artifacts.ts';
import type { Slot } from './plan-article.ts';
import type { SlotContent, SlotProblems } from './slot-store.ts';
import { problemText, unverifiedTab } from './unverified-figure.ts';

/** The states of a page's examples, by id. */
export type ExampleStates = ReadonlyMap<string, ExampleState | BrokenExample>;

/** What the slots of a page are resolved with. */
export interface SlotContext extends FigureSources {
  /** The article, relative to the project. */
  readonly file: string;
  readonly states: ExampleStates;
  /** Anchors that are in use on the page. Each figure adds its own. */
  readonly anchors: Set<string>;
}

/** Resolves a slot to what it shows now. */
export function resolveSlot(slot: Slot, context: SlotContext): SlotContent {
  if (slot.kind === 'problems') return slotProblems(slot.problems, slot.text);
  if (slot.kind === 'reference') return resolveReference(slot.reference, context);
  if (slot.kind === 'formula') {
    const { value, problems } = lineFormula(slot.formula, context.file);
    return value ?? slotProblems(problems, slot.formula.tex);
  }
  if (slot.kind === 'picture') return slot.edit.figure;
  const { value, problems } = buildFence(slot.fence, context.file, context.highlighter, context.graphviz);
  return value ?? slotProblems(problems);
}

function resolveReference(reference: Reference, context: SlotContext): SlotContent {
  const { file, anchors, states, highlighter } = context;
  const { value, problems } = buildReference(reference, file, anchors, context);
  if (problems !== undefined) return slotProblems(problems, isInline(reference) ? reference.text : undefined);
  const { outputLines } = reference.props;
  const lines = typeof outputLines === 'string' ? outputLines : undefined;
  const live = (figure: Figure): SlotContent => {
    const [id = '', slug] = figure.id.split('.');
    const state = states.get(id);
    const shown = slug === undefined || !isState(state) ? state : state.variants.find(isOf(figure.id));
    return withState(figure, shown, lines, highlighter);
  };
  if (value.kind === 'exercise')
    return {
      kind: 'exercise parts',
      start: value.start && live(value.start),
      solution: value.solution && live(value.solution),
    };
  if (value.kind === 'predict')
    return { kind: 'predict parts', start: live(value.start), solution: live(value.solution) };
  return value.kind === 'figure' ? live(value) : value;
}

/** Whether a reference is a part of a line. */
function isInline({ component }: Reference): boolean {
  return ['Value', 'Ratio', 'Since', 'Term'].includes(component);
}

/** What the page of an example shows: the whole file and its output. */
export function resolveExample(state: ExampleState | BrokenExample, look: FigureLook): SlotContent {
  const { example, ...checked } = checkedExampleOf(state);
  if (example === undefined) return slotProblems(checked.entry.problems);
  const figure = wholeFigure({ ...checked, example }, look);
  return withState(figure, state, undefined, look.highlighter);
}

function withState(
  figure: Figure,
  state: ExampleState | BrokenExample | undefined,
  outputLines: string | undefined,
  highlighter: LineHighlighter,
): SlotContent {
  if (!isState(state)) return figure;
  const stateOf = (index: number): ExampleState | undefined =>
    index === 0 ? state : state.variants.find(isOf(figure.variants[index - 1]?.id ?? ''));
  const contents = [figure, ...figure.variants].map((content, index) => {
    const own = stateOf(index);
    return own === undefined ? content : withArtifacts(content, own.recordings);
  });
  const [shown = figure, ...changed] = contents;
  if (contents.every(({ verdict }) => verdict === 'verified'))
    return { ...figure, ...shown, variants: changed } as Figure;
  const tabs = contents.map((content, index) => {
    const own = stateOf(index);
    if (own === undefined || content.verdict === 'verified') return undefined;
    return unverifiedTab(own, index === 0 ? outputLines : undefined, highlighter);
  });
  // A run that failed did not end as the contract has it, and its promise was not kept.
  const [original, ...variants] = contents.map((content, index) =>
    tabs[index]?.hasFailed === true ? { ...content, exit: undefined, promise: undefined } : content,
  );
  return { kind: 'unverified', figure: { ...figure, ...original, variants } as Figure, tabs };
}

const isState = (state: ExampleState | BrokenExample | undefined): state is ExampleState =>
  state !== undefined && 'running' in state;

const isOf =
  (id: string) =>
  ({ example }: ExampleState): boolean =>
    example.id === id;

function slotProblems(problems: readonly Problem[], text?: string): SlotProblems {
  return { kind: 'problems', problems: problems.map(problemText), text };
}

/** Examples as they are recorded, and those of a page in their states. */
export function withStates(recorded: CheckedExamples, states: ExampleStates): CheckedExamples {
  const ofPage = [...states].map(([id, state]) => [id, checkedExampleOf(state)] as const);
  return new Map([...recorded, ...ofPage]);
}

function checkedExampleOf(state: ExampleState | BrokenExample): CheckedExample {
  if (!('running' in state)) return checkedExample(state, [{ ...state, verdict: 'failed' }]);
  const { example, entries, recordings, variants, timeline } = state;
  const checked = checkedExample(example, entries, example, recordings, variants.map(checkedExampleOf));
  return { ...checked, timeline: timeline && checkedExampleOf(timeline) };
}
