import { idOf } from '../../core/example/example.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { suggestion } from '../../core/problems/suggest.ts';
import { checkProps } from '../article/component-props.ts';
import type { Reference } from '../article/parse-mdx.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import { type At, buildFigure } from './build-figure.ts';
import type { CheckedExamples, SoundExample } from './checked-example.ts';
import { buildRatio } from './build-ratio.ts';
import { buildValue } from './build-value.ts';
import type { AnyFigure } from './figure.ts';

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
  const needed = component === 'Ratio' ? (['of', 'to'] as const) : (['file'] as const);
  const found = needed.map(prop => exampleOf(props[prop], at(prop), examples));
  const missing = found.flatMap(each => each?.problems ?? []);
  const [first, second] = found.map(each => each?.value);
  if (first === undefined || (component === 'Ratio' && second === undefined))
    return fail(...problems, ...missing);
  const given = new Set(Object.keys(reference.props));
  const built = ((): Result<AnyFigure> => {
    if (component === 'Value') return buildValue(text, props, first, given, at);
    if (second !== undefined) return buildRatio(text, props, [first, second], given, at);
    // `<Output>` is an `<Example>` without code, and takes fewer props.
    return buildFigure({ code: component === 'Example', ...props }, first, highlighter, anchors, at);
  })();
  return problems.length === 0 ? built : fail(...problems, ...(built.problems ?? []));
}

/** The example of a prop, or what is wrong with it; undefined if the prop is missing, or no text. */
function exampleOf(
  file: string | undefined,
  at: ReturnType<At>,
  examples: CheckedExamples,
): Result<SoundExample> | undefined {
  if (file === undefined) return undefined;
  const checked = examples.get(idOf(file));
  if (checked === undefined) return fail({ ...at, ...unknownExample(file, examples) });
  return checked.example === undefined ? fail(...checked.entry.problems) : succeed(checked as SoundExample);
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
