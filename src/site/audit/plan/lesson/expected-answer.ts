import { articleTree } from '../text/read-article.ts';
import type { Example } from '../../../../core/example/example.ts';
import type { Recording } from '../../../../core/verdict/recording.ts';
import type { PlannedNode } from './planned-node.ts';

/** What a page fetches to judge what a reader predicts: the recording, and what may differ from it. */
export function expectedAnswer({ id, contract }: Example, { out }: Recording): unknown {
  return { id, contract: { order: contract.order, mask: contract.mask }, out };
}

/** An example of a plan, as far as predictions go. */
export interface AnsweredExample {
  readonly answer?: unknown;
}

/** Whether something of an answer differs from run to run. */
export function variesIn(answer: unknown): boolean {
  const { contract } = (answer ?? {}) as { readonly contract?: { readonly mask: readonly unknown[] } };
  return (contract?.mask.length ?? 0) > 0;
}

/** The file of an answer, relative to the site. */
export function answerFile(id: string): string {
  return `examples/${id}/answer.json`;
}

/** What pages fetch to judge predictions, by path in the site: of all examples that were verified. */
export function plannedAnswers({
  articles,
  examples,
}: {
  readonly articles: ReadonlyMap<string, { readonly source: string }>;
  readonly examples: ReadonlyMap<string, AnsweredExample>;
}): ReadonlyMap<string, unknown> {
  const asked = [...articles.values()].flatMap(({ source }) => askedIn(source));
  const answers = asked.map(id => [answerFile(id), examples.get(id)?.answer] as const);
  return new Map(answers.filter(([, answer]) => answer !== undefined));
}

/** The ids of the examples whose output an article asks for. */
function askedIn(source: string): readonly string[] {
  if (!source.includes('<Predict')) return [];
  const idsIn = ({ name, attributes = [], children = [] }: PlannedNode): readonly string[] => {
    const file = attributes.find(each => each.name === 'file')?.value;
    const own = name === 'Predict' && typeof file === 'string' ? [exampleIn(file)] : [];
    return [...own, ...children.flatMap(idsIn)];
  };
  return idsIn(articleTree(source));
}

/** `topic/name.py` → `topic/name` */
export function exampleIn(file: string): string {
  return file.replace(/^\.?\//, '').replace(/(?:\/main)?\.py$|\/$/, '');
}

/** What `<Predict>` shows behind its question: the code, the place of a guess, and the output, folded. */
export function predictParts({ type, attributes = [] }: PlannedNode): readonly PlannedNode[] {
  const file = attributes.filter(({ name }) => name === 'file');
  const variant = (name: string, more: PlannedNode['attributes'] = []): PlannedNode => ({
    type,
    name,
    attributes: [...file, ...more],
  });
  const none = { type: 'mdxJsxAttribute', name: 'output', value: { value: 'false' } };
  const solution: PlannedNode = {
    type,
    name: 'Solution',
    children: [{ type: 'lesson', name: 'prints' }, variant('Output')],
  };
  return [
    { type: 'lesson', name: 'ask', attributes: file },
    variant('Example', [none]),
    { type: 'lesson', name: 'guess', attributes: file },
    solution,
  ];
}
