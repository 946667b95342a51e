import { idOf } from '../../core/example/example.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { suggestion } from '../../core/problems/suggest.ts';
import { unprovedBy } from '../../core/contract/masks/masked-part.ts';
import { capture } from '../../core/text/plain-output.ts';
import { checkProps, type SoundProps } from '../article/component-props.ts';
import type { Reference } from '../article/parse-mdx.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import { chosenVariant } from './chosen-variant.ts';
import { type At, buildFigure } from './build-figure.ts';
import type { CheckedExamples, SoundExample } from './checked-example.ts';
import type { AnyFigure, ValueFigure } from './figure.ts';
import { valueTag } from './value-tag.ts';

/** What figures are made of. */
export interface FigureSources {
  readonly examples: CheckedExamples;
  readonly highlighter: LineHighlighter;
}

/** A reference → its figure, or what the author has to mend. `anchors` are in use on the page. */
export function buildReference(
  reference: Reference,
  file: string,
  anchors: Set<string>,
  { examples, highlighter }: FigureSources,
): Result<AnyFigure> {
  const { component, position, propPositions, text } = reference;
  const at: At = prop => {
    const { line, column } = propPositions[prop] ?? position;
    return { file, line, column };
  };
  // A wrong prop hides nothing that is wrong with the others.
  const { sound: props, problems: wrong } = checkProps(component, reference.props);
  const problems = wrong.map(({ prop, title, remedy }): Problem => ({ ...at(prop), title, remedy }));
  if (props.file === undefined) return fail(...problems);
  const checked = examples.get(idOf(props.file));
  if (checked === undefined)
    return fail(...problems, { ...at('file'), ...unknownExample(props.file, examples) });
  if (checked.example === undefined) return fail(...problems, ...checked.entry.problems);
  const original = checked as SoundExample;
  const { value: sound, problems: unfit = [] } =
    props.variant === undefined ? succeed(original) : chosenVariant(original, props.variant, at('variant'));
  if (sound === undefined) return fail(...problems, ...unfit);
  // `<Output>` is an `<Example>` without code, and takes fewer props.
  const built =
    component === 'Value'
      ? valueFigure(text, props, sound, at)
      : buildFigure({ code: component === 'Example', ...props }, sound, highlighter, anchors, at);
  return problems.length === 0 ? built : fail(...problems, ...(built.problems ?? []));
}

function unknownExample(asked: string, examples: CheckedExamples): Pick<Problem, 'title' | 'remedy'> {
  const title = `There is no example ${asked}.`;
  const below = asked.replace(/^(?:\.{0,2}\/)*examples\//, '');
  if (below !== asked && examples.has(idOf(below)))
    return { title, remedy: `The path begins below examples/: file="${below}"` };
  const names = [...examples.values()].map(({ entry }) =>
    entry.file.replace(/^[^/]+\//, '').replace(/\/main\.py$/, ''),
  );
  return { title, remedy: `${suggestion(asked, names)} A new one: npm run new -- ${idOf(below)}`.trim() };
}

/** `<Value>` → a word of the prose, compared with the recording that holds for all versions. */
function valueFigure(
  text: string,
  { file = '', variant, match }: SoundProps,
  { example, verified: [shown], recorded }: SoundExample,
  at: At,
): Result<ValueFigure> {
  // The caller has reported what is wrong with it.
  if (match === undefined) return fail();
  const recording = shown?.recording ?? recorded[0];
  const figure = { kind: 'value', id: example.id, match, text } as const;
  if (recording === undefined) return succeed(figure);
  const captured = capture(recording.out, match);
  if (captured === undefined)
    return fail({
      ...at('match'),
      title: `Nothing in the output of ${example.file} matches ${match}.`,
      remedy: 'Mend match: it is looked for in each line of the recorded output.',
    });
  const mask = unprovedBy(captured, recording.out, example.contract.mask);
  if (mask !== undefined)
    return fail({
      ...at('match'),
      title: `The mask "${mask}" hides what this quotes, so no run proves it.`,
      remedy: 'Give the mask of the example min and max; or quote something else.',
    });
  if (captured.text === text) return succeed(figure);
  return fail({
    ...at(''),
    title: `The text says "${text}", and ${example.file} printed "${captured.text}".`,
    remedy: valueTag({ file, variant, match }, captured.text),
  });
}
