import { idOf } from '../../core/example/example.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result } from '../../core/problems/result.ts';
import { suggestion } from '../../core/problems/suggest.ts';
import { exampleProps, outputProps, propProblems } from '../article/component-props.ts';
import type { Fence, Reference } from '../article/parse-mdx.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import { buildFence } from './build-fence.ts';
import { type At, buildFigure } from './build-figure.ts';
import type { CheckedExamples } from './checked-example.ts';
import type { SoundExample } from './example-figure.ts';
import type { AnyFigure, FenceFigure, Figure } from './figure.ts';
import { valueFigure } from './value-figure.ts';

/** Builds all figures of a site. */
export class FigureBuilder {
  readonly examples: CheckedExamples;
  readonly #highlighter: LineHighlighter;

  constructor(examples: CheckedExamples, highlighter: LineHighlighter) {
    this.examples = examples;
    this.#highlighter = highlighter;
  }

  /** A reference → its figure, or what the author has to mend. `anchors` are in use on the page. */
  reference(reference: Reference, file: string, anchors: Set<string>): Result<AnyFigure> {
    const { component, position, propPositions } = reference;
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
    const checked = this.examples.get(idOf(props.file));
    if (checked === undefined) return fail(...problems, { ...at('file'), ...this.#unknown(props.file) });
    if (checked.example === undefined) return fail(...problems, ...checked.entry.problems);
    const sound = checked as SoundExample;
    const built =
      component === 'Value'
        ? valueFigure({ ...reference, props }, sound, at)
        : buildFigure(PARSE_PROPS[component](props), sound, this.#highlighter, anchors, at);
    return problems.length === 0 ? built : fail(...problems, ...(built.problems ?? []));
  }

  /** A fenced block of an article → what the page shows. */
  fence(fence: Fence, file: string): Result<FenceFigure> {
    return buildFence(fence, file, this.#highlighter);
  }

  /** The figure of an example's own page: the whole file, its block included, and all of its output. */
  whole(checked: SoundExample): Figure {
    const { file } = checked.example;
    const props = exampleProps.parse({ file, block: true });
    const { value } = buildFigure(props, checked, this.#highlighter, new Set(), () => ({ file }));
    if (value === undefined) throw new Error(`The whole file of ${file} makes no figure`);
    return value;
  }

  #unknown(asked: string): Pick<Problem, 'title' | 'remedy'> {
    const title = `There is no example ${asked}.`;
    const below = asked.replace(/^(?:\.{0,2}\/)*examples\//, '');
    if (below !== asked && this.examples.has(idOf(below)))
      return { title, remedy: `The path begins below examples/: file="${below}"` };
    const names = [...this.examples.values()].map(({ entry }) =>
      entry.file.replace(/^[^/]+\//, '').replace(/\/main\.py$/, ''),
    );
    return { title, remedy: `${suggestion(asked, names)} A new one: npm run new -- ${idOf(below)}`.trim() };
  }
}

/** `<Output>` is an `<Example>` without code, and takes fewer props. */
const PARSE_PROPS = {
  Example: (props: unknown) => exampleProps.parse(props),
  Output: (props: unknown) => ({ ...exampleProps.parse(outputProps.parse(props)), code: false }),
};
