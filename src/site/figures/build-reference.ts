import { idOf } from '../../core/example/example.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { suggestion } from '../../core/problems/suggest.ts';
import { capture } from '../../core/text/plain-output.ts';
import { exampleProps, outputProps, propProblems, valueProps } from '../article/component-props.ts';
import type { Reference } from '../article/parse-mdx.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import { type At, buildFigure } from './build-figure.ts';
import type { CheckedExamples, SoundExample } from './checked-example.ts';
import type { AnyFigure, ValueFigure } from './figure.ts';

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
  const wrong = propProblems(component, reference.props);
  const problems = wrong.map(({ prop, title, remedy }): Problem => ({ ...at(prop), title, remedy }));
  // A wrong prop hides nothing that is wrong with the others.
  const props = Object.fromEntries(
    Object.entries(reference.props).filter(([name]) => !wrong.some(({ prop }) => prop === name)),
  );
  if (typeof props.file !== 'string') return fail(...problems);
  const checked = examples.get(idOf(props.file));
  if (checked === undefined)
    return fail(...problems, { ...at('file'), ...unknownExample(props.file, examples) });
  if (checked.example === undefined) return fail(...problems, ...checked.entry.problems);
  const sound = checked as SoundExample;
  const built =
    component === 'Value'
      ? valueFigure(text, props, sound, at)
      : buildFigure(PARSE_PROPS[component](props), sound, highlighter, anchors, at);
  return problems.length === 0 ? built : fail(...problems, ...(built.problems ?? []));
}

/** `<Output>` is an `<Example>` without code, and takes fewer props. */
const PARSE_PROPS = {
  Example: (props: unknown) => exampleProps.parse(props),
  Output: (props: unknown) => ({ ...exampleProps.parse(outputProps.parse(props)), code: false }),
};

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
  props: Readonly<Record<string, unknown>>,
  { example, verified: [shown], recorded }: SoundExample,
  at: At,
): Result<ValueFigure> {
  const { success, data } = valueProps.safeParse(props);
  // The caller has reported what is wrong with the props.
  if (!success) return fail();
  const { file, match } = data;
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
  if (captured === text) return succeed(figure);
  return fail({
    ...at(''),
    title: `The text says "${text}", and ${example.file} printed "${captured}".`,
    remedy: `<Value file="${file}" match="${match}">${captured}</Value>`,
  });
}
