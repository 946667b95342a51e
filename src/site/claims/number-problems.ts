import { findNumbers } from '../../core/claims/find-numbers.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { positionAt, textOf } from '../article/mdx-tree.ts';
import type { Scan } from '../article/parse-mdx.ts';
import type { CheckedExamples } from '../figures/parts/checked-example.ts';
import { articleNumbers, type UnansweredNumber } from './article-numbers.ts';
import { bindingOf } from './binding-tag.ts';
import { comparisonProblems } from './comparison-problems.ts';

/** Numbers that are named at once: those that come after are named when these are bound. */
const MAX_NAMED = 50;
/** Characters of a line of output that a message shows. */
const MAX_SHOWN = 100;

/** Numbers of the prose that speak of an output, and that nothing binds; comparisons that nothing proves. */
export function numberProblems(
  { tree }: Pick<Scan, 'tree'>,
  source: string,
  file: string,
  examples: CheckedExamples,
): Problem[] {
  const { unanswered } = articleNumbers(tree, examples);
  const problemAt = (
    { offset }: UnansweredNumber,
    found: Pick<Problem, 'title' | 'detail' | 'remedy'>,
  ): Problem => ({ file, ...positionAt(source, offset, { line: 1, column: 1 }), ...found });
  const unbound = unanswered.slice(0, MAX_NAMED).map(number => problemAt(number, finding(number)));
  const next = unanswered[MAX_NAMED];
  if (next !== undefined) {
    const title = `${unanswered.length - MAX_NAMED} more numbers speak of outputs, and nothing binds them.`;
    unbound.push(problemAt(next, { title, remedy: 'Bind the numbers above, and check again.' }));
  }
  return [...unbound, ...comparisonProblems({ tree }, source, file, examples)];
}

function finding({ said, judgement, phrase }: UnansweredNumber): Omit<Problem, 'file'> {
  const { kind, printed } = judgement;
  const { file } = printed.example.example;
  const { tag, mask } = bindingOf(said, printed);
  const title =
    kind === 'stands'
      ? `"${phrase}" is a number that ${file} printed, and nothing binds it to the run.`
      : `No output of this section has "${phrase}": ${file} printed ${printed.text}.`;
  const text = said.text.replaceAll(/\s+/g, ' ');
  const otherUnit =
    said.measure !== undefined && printed.measure !== undefined && said.measure.size !== printed.measure.size;
  const detail = [
    `printed: ${printed.line.trim().slice(0, MAX_SHOWN)}`,
    ...(otherUnit ? ['The tag quotes the number in the unit of the output: write that unit behind it.'] : []),
    ...(mask === undefined ? [] : [`The mask "${mask}" hides this number: give it min and max first.`]),
    ...(tag === undefined ? [] : [`If it speaks of something else: <Literal>${text}</Literal>`]),
  ].join('\n');
  return { title, detail, remedy: tag ?? `<Literal>${text}</Literal>` };
}

/** Characters that a `<Literal>` may hold: a number with its noun, or a few in a row. */
const MAX_LITERAL = 60;

/** Tags `<Literal>` around something else than a number: one must not silence the check of a sentence. */
export function literalProblems(tags: Scan['tags'], file: string): Problem[] {
  return tags.flatMap(({ name, position: { line, column }, content }): Problem[] => {
    if (name !== 'Literal') return [];
    const text = content.map(textOf).join('');
    const at = { file, line, column };
    if (findNumbers(text).length === 0)
      return [{ ...at, title: '<Literal> holds no number.', remedy: `Remove its tags: ${text.trim()}` }];
    if (text.length <= MAX_LITERAL && !text.includes('\n')) return [];
    return [
      {
        ...at,
        title: `<Literal> holds ${text.length} characters: it is for a number, and for the word behind it.`,
        remedy: `<Literal>${findNumbers(text)[0]?.text}</Literal>`,
      },
    ];
  });
}
