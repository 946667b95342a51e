import { predictParts } from './expected-answer.ts';
import type { FoldedNode, PlannedNode } from './planned-node.ts';

/** Tags whose content a page folds, besides `<details>`. */
export const FOLDED: readonly string[] = ['Hint', 'Solution'];

/** What a page shows of the inside of a node, in its order: for most nodes, their children. */
export function partsOf(node: PlannedNode): readonly FoldedNode[] {
  if (node.name === 'Exercise') return exerciseParts(node);
  if (node.name === 'Outdated') return open([words('today'), ...(node.children ?? [])]);
  if (node.name === 'Predict') return open(predictParts(node));
  return open(node.children ?? []);
}

const open = (nodes: readonly PlannedNode[]): readonly FoldedNode[] =>
  nodes.map(node => ({ node, folds: 0 }));

/** Words of the site inside an article: a node that only this audit knows. */
const words = (name: string, value = ''): PlannedNode => ({ type: 'lesson', name, value });

/** The level, the task, the start with its check, hints, and the solution behind what is written about it. */
function exerciseParts({ type, attributes = [], children = [] }: PlannedNode): readonly FoldedNode[] {
  const has = (prop: string): boolean => attributes.some(({ name }) => name === prop);
  const example = (prop: string): readonly PlannedNode[] =>
    has(prop)
      ? [
          {
            type,
            name: 'Example',
            attributes: attributes.flatMap(each => (each.name === prop ? { ...each, name: 'file' } : [])),
          },
        ]
      : [];
  const level = attributes.find(({ name }) => name === 'level')?.value;
  const hints = children.filter(({ name }) => name === 'Hint');
  const prose = children.find(({ name }) => name === 'Solution')?.children;
  const solution: PlannedNode = {
    type,
    name: 'Solution',
    children: [words('solution'), ...(prose ?? []), ...example('solution')],
  };
  return open([
    ...(typeof level === 'string' ? [words('level', level)] : []),
    ...children.filter(({ name }) => !FOLDED.includes(name ?? '')),
    ...example('start'),
    ...(has('start') && has('solution') ? [{ type, name: 'Check', attributes }] : []),
    ...hints.map((hint, index) => ({
      ...hint,
      children: [words('hint', `${index + 1}/${hints.length}`), ...(hint.children ?? [])],
    })),
    ...(prose === undefined && !has('solution') ? [] : [solution]),
  ]);
}
