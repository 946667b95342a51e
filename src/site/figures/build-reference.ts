import { slugOf } from '../../core/contract/variant-schema.ts';
import { idOf } from '../../core/example/example.ts';
import { localTag, notInWords, plainNumber } from '../../core/claims/spoken-number.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { nearestPath, suggestion } from '../../core/problems/suggest.ts';
import type { Graphviz } from '../diagrams/graphviz.ts';
import { checkProps } from '../article/component-props.ts';
import { notesIn } from '../article/notes/example-notes.ts';
import type { Reference } from '../article/parse-mdx.ts';
import { REFERENCE_PROPS } from '../tags/reference-tags.ts';
import { type At, buildFigure, type FigureLook } from './build-figure.ts';
import type { CheckedExample, CheckedExamples, SoundExample } from './parts/checked-example.ts';
import { quotingArtifact } from './artifacts/quoted-artifact.ts';
import { buildExercise } from './build-exercise.ts';
import { buildPredict } from './build-predict.ts';
import { buildRatio } from './build-ratio.ts';
import { buildValue } from './build-value.ts';
import { type Glossary, NO_GLOSSARY } from '../glossary/glossary.ts';
import { buildTerm } from './lesson/term-figure.ts';
import { buildSince } from './lesson/since-figure.ts';
import { buildTimelineFigure } from '../timelines/build-timeline-figure.ts';
import { codeNotes } from './parts/code-notes.ts';
import type { AnyFigure, Figure } from './parts/figure.ts';

/** What figures are made of. */
export interface FigureSources extends FigureLook {
  readonly examples: CheckedExamples;
  /** What draws diagrams; absent if no article has one. */
  readonly graphviz?: Graphviz | undefined;
  /** Absent: a site without terms. */
  readonly glossary?: Glossary | undefined;
}

/** A reference → its figure, or what the author has to mend. `anchors` are in use on the page. */
export function buildReference(
  reference: Reference,
  file: string,
  anchors: Set<string>,
  { examples, glossary = NO_GLOSSARY, ...look }: FigureSources,
): Result<AnyFigure> {
  const { component, position, propPositions } = reference;
  const { tag } = look.words;
  const isSpoken = reference.props.as === 'words';
  const unspoken = isSpoken ? notInWords(reference.text, tag) : undefined;
  const text = plainNumber(reference.text, isSpoken ? 'words' : undefined, tag);
  const notes = component === 'Example' ? notesIn(reference) : [];
  const at: At = prop => {
    const { line, column } = propPositions[prop] ?? position;
    return { file, line, column };
  };
  // A wrong prop hides nothing that is wrong with the others.
  const { sound: props, problems: wrong } = checkProps(component, reference.props);
  const problems = wrong.map(({ prop, title, remedy }): Problem => ({ ...at(prop), title, remedy }));
  if (component === 'Term') {
    const term = buildTerm(text, props.name, glossary, anchors, at('name'));
    return problems.length === 0 ? term : fail(...problems);
  }
  if (component === 'Since') {
    const sample = exampleOf('file', props.file, at('file'), examples);
    if (props.version === undefined || (sample?.value === undefined && sample?.problems !== undefined))
      return fail(...problems, ...(sample?.problems ?? []));
    const badge = buildSince(props.version, sample?.value?.example, anchors, at('version'));
    return problems.length === 0 ? badge : fail(...problems, ...(badge.problems ?? []));
  }
  const needed = REFERENCE_PROPS[component];
  const found = needed.map(prop => exampleOf(prop, props[prop], at(prop), examples));
  const missing = found.flatMap(each => each?.problems ?? []);
  const [original, second] = found.map(each => each?.value);
  const { value: first, problems: unfit = [] } =
    original === undefined || props.variant === undefined
      ? { value: original }
      : chosenVariant(original, props.variant, at('variant'));
  if (component === 'Exercise') {
    if (missing.length > 0) return fail(...problems, ...missing);
    const exercise = buildExercise([first, second], look, anchors, at);
    return problems.length === 0 ? exercise : fail(...problems, ...(exercise.problems ?? []));
  }
  if (first === undefined || (needed.length > 1 && second === undefined))
    return fail(...problems, ...missing, ...unfit);
  if (unspoken !== undefined) return fail({ ...at(''), ...unspoken });
  const given = new Set(Object.keys(reference.props));
  const built = ((): Result<AnyFigure> => {
    if (component === 'Timeline') return buildTimelineFigure(props, first, anchors, at('file'), look.words);
    if (component === 'Value') {
      const { value: quoted, problems: none } =
        props.artifact === undefined
          ? { value: first }
          : quotingArtifact(first, props.artifact, at('artifact'));
      return quoted === undefined ? fail(...none) : buildValue(text, props, quoted, given, at);
    }
    if (second !== undefined) return buildRatio(text, props, [first, second], given, at);
    if (component === 'Predict') return buildPredict(first, look, anchors, at);
    // `<Output>` is an `<Example>` without code, and takes fewer props.
    const figure = buildFigure({ code: component === 'Example', ...props }, first, look, anchors, at);
    return notes.length === 0 ? figure : withNotes(figure, codeNotes(notes, first.example, props, file));
  })();
  if (problems.length === 0 && built.value !== undefined) {
    if (built.value.kind !== 'value') return built;
    const isSkipped = [first, second].some(each => each?.entry.verdict === 'skipped');
    const claims = isSkipped ? undefined : built.value.claims;
    return succeed({ ...built.value, claims, text: reference.text });
  }
  const spoken = built.problems?.map(problem => ({
    ...problem,
    title: problem.title.replace(`"${text}"`, () => `"${reference.text}"`),
    remedy: problem.remedy && localTag(problem.remedy, tag),
  }));
  return fail(...problems, ...(spoken ?? []));
}

/** The example of a prop, or what is wrong with it; undefined if the prop is missing, or no text. */
function exampleOf(
  prop: string,
  file: string | undefined,
  at: ReturnType<At>,
  examples: CheckedExamples,
): Result<SoundExample> | undefined {
  if (file === undefined) return undefined;
  const checked = examples.get(idOf(file));
  if (checked === undefined) return fail({ ...at, ...unknownExample(prop, file, examples) });
  return checked.example === undefined ? fail(...checked.entry.problems) : succeed(checked as SoundExample);
}

function unknownExample(
  prop: string,
  asked: string,
  examples: CheckedExamples,
): Pick<Problem, 'title' | 'remedy'> {
  const title = `There is no example ${asked}.`;
  const below = asked.replace(/^(?:\.{0,2}\/)*examples\//, '');
  if (below !== asked && examples.has(idOf(below)))
    return { title, remedy: `The path begins below examples/: ${prop}="${below}"` };
  const names = [...examples.values()].map(({ entry }) => entry.file.replace(/^[^/]+\//, ''));
  const id = idOf(below);
  const near = nearestPath(id, names.map(idOf));
  const right = names.find(name => idOf(name) === near);
  if (right !== undefined) return { title, remedy: `Did you mean "${right}"?` };
  const isName = /^[a-z_][a-z0-9_]*(?:\/[a-z_][a-z0-9_]*)+$/.test(id);
  const others = names.filter(name => name.startsWith(`${id.split('/')[0]}/`)).slice(0, MAX_NAMED);
  const those = others.length === 0 ? '' : ` Beside it: ${others.join(', ')}.`;
  return {
    title,
    remedy: `If it was removed, remove the tag.${those}${isName ? ` A new one: npm run new -- ${id}` : ''}`,
  };
}

/** The variant of an example that a tag names, if its output is recorded. */
function chosenVariant(
  { example: original, variants }: SoundExample,
  asked: string,
  at: ReturnType<At>,
): Result<SoundExample> {
  const isSound = (checked: CheckedExample): checked is SoundExample => checked.example !== undefined;
  const sound = variants.filter(isSound);
  const found = sound.find(({ example }) => example.variant?.slug === slugOf(asked));
  if (found === undefined) {
    const title = `${original.file} has no variant "${asked}".`;
    const names = original.variants.flatMap(({ variant }) => variant?.name ?? []);
    const table = `# [[tool.verbatim.variant]]\n# name = "${asked}"`;
    const none = `It has no variants. In its block, one is:\n${table}`;
    return fail({ ...at, title, remedy: names.length === 0 ? none : suggestion(asked, names) });
  }
  const { id, variant } = found.example;
  if (variant?.isRecorded !== false) return succeed(found);
  const title = `The variant "${variant.name}" is not recorded, so no output of it can be shown.`;
  const remedy = `Remove recorded = false from its table, then: npm run record -- ${id}`;
  return fail({ ...at, title, remedy });
}

/** A figure with notes on its code. */
function withNotes(
  { value, problems = [] }: Result<Figure>,
  { notes, problems: wrong }: ReturnType<typeof codeNotes>,
): Result<Figure> {
  if (value?.code === undefined || wrong.length > 0) return fail(...problems, ...wrong);
  return succeed({ ...value, code: { ...value.code, notes } });
}

/** Examples that a message names. */
const MAX_NAMED = 10;
