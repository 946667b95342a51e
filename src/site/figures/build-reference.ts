import { idOf } from '../../core/example/example.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { nearestPath } from '../../core/problems/suggest.ts';
import { unprovedBy } from '../../core/contract/masks/masked-part.ts';
import { capture } from '../../core/text/plain-output.ts';
import { escapePattern, patternProblem } from '../../core/text/pattern.ts';
import { isAuthentic } from '../../core/verdict/recording.ts';
import { checkProps, type SoundProps } from '../article/component-props.ts';
import type { Reference } from '../article/parse-mdx.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
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
  const sound = checked as SoundExample;
  if (component === 'Value' && props.match === undefined)
    return fail(...problems.map(each => withMatch(each, props.file ?? '', text, sound)));
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

/** Examples that a message names. */
const MAX_NAMED = 10;

/** `<Value>` → a word of the prose, compared with the recording that holds for all versions. */
function valueFigure(
  text: string,
  { file = '', match }: SoundProps,
  { example, verified: [shown], recorded }: SoundExample,
  at: At,
): Result<ValueFigure> {
  // The caller has reported what is wrong with it.
  if (match === undefined) return fail();
  const recording = shown?.recording ?? recorded[0];
  const figure = { kind: 'value', id: example.id, match, text } as const;
  // What was edited is no output of a run: that it has no verdict is said once, of the example.
  if (!isAuthentic(recording)) return succeed(figure);
  const captured = capture(recording.out, match);
  if (captured === undefined)
    return fail({
      ...at('match'),
      title: `Nothing in the output of ${example.file} matches ${match}.`,
      remedy: matchFor(recording.out, text) ?? shownLines(recording.out),
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
    remedy: valueTag(file, match, captured.text),
  });
}

/** Lines of an output from which a pattern is made. */
const MAX_TRIED = 5;

/** The `match` under which a text of an output is quoted; undefined if the output does not have the text. */
function matchFor(out: string, text: string): string | undefined {
  const word = text.trim();
  if (word === '') return undefined;
  const group = /^\d+$/.test(word) ? String.raw`(\d+)` : String.raw`(\S+)`;
  const lines = out.split('\n').filter(line => line.includes(word));
  // Each is a search through the whole output.
  const patterns = lines.slice(0, MAX_TRIED).flatMap(line => {
    const index = line.indexOf(word);
    const before = escapePattern(line.slice(0, index).slice(-40));
    const after = escapePattern(line.slice(index + word.length).slice(0, 40));
    return [`${before}${group}`, `${before}${group}${after}`];
  });
  const right = patterns.find(
    each => patternProblem(each) === undefined && capture(out, each)?.text === word,
  );
  return right && !right.includes('"') ? `match="${right}"` : undefined;
}

/** A tag without a pattern, with the one under which its text is quoted. */
function withMatch(
  problem: Problem,
  file: string,
  text: string,
  { recorded: [recording] }: SoundExample,
): Problem {
  const match = problem.title.endsWith('match is missing.')
    ? matchFor(recording?.out ?? '', text)
    : undefined;
  return match === undefined ? problem : { ...problem, remedy: valueTag(file, match.slice(7, -1), text) };
}

/** Lines of an output that a pattern has to find. */
function shownLines(out: string): string {
  const lines = out
    .split('\n')
    .filter(line => line !== '')
    .slice(0, 5);
  return `Mend match: it is looked for in each line of the output, which begins so: ${lines.join(' / ')}`;
}
