import { type Node, textOf } from '../../article/mdx-tree.ts';
import type { Tag } from '../../article/parse-mdx.ts';
import type { LessonFinding } from './lesson-finding.ts';

type ExerciseTag = Pick<Tag, 'around' | 'content' | 'whole' | 'props'>;

/** Where an exercise is, whether it has a task and a solution, and the order of its parts. */
export function exerciseFindings({ around, content, whole, props }: ExerciseTag): LessonFinding[] {
  if (around.length > 1)
    return [{ title: '<Exercise> is inside something else.', remedy: 'Put it between two paragraphs.' }];
  const isFolded = ({ name }: Node): boolean => name === 'Hint' || name === 'Solution';
  const first = content.findIndex(isFolded);
  const task = content.slice(0, first === -1 ? undefined : first);
  return [
    ...taskFindings(task, whole),
    ...(first === -1 ? [] : orderFindings(content.slice(first))),
    ...content.filter(isFolded).flatMap(emptyFindings),
    ...solutionFindings(
      props,
      content.some(({ name }) => name === 'Solution'),
    ),
  ];
}

function taskFindings(task: readonly Node[], whole: string): LessonFinding[] {
  const isText = task.some(({ type }) => type === 'text' || type === 'mdxJsxTextElement');
  if (task.length > 0 && !isText && /\n[ \t]*\n<\/Exercise>$/.test(whole)) return [];
  const words = task.map(textOf).join('\n\n').trim() || 'Say what is to be done.';
  const title =
    task.length === 0
      ? '<Exercise> has no task.'
      : 'Blank lines part the task of an <Exercise> from its tags.';
  const begin = whole.replace(/\s*\/?>[\s\S]*$/, '>');
  return [{ title, remedy: `${begin}\n\n${words}\n\n</Exercise>` }];
}

/** What follows the task: hints, and then the solution, and nothing else. */
function orderFindings(parts: readonly Node[]): LessonFinding[] {
  const names = parts.map(({ name }) => name ?? 'text');
  const stray = parts.find(({ name }) => name !== 'Hint' && name !== 'Solution');
  if (stray !== undefined)
    return [
      {
        title: `In an <Exercise>, something follows its first <${names[0]}>: the task is above all hints.`,
        remedy: 'Task, hints, solution: in this order.',
      },
    ];
  const at = names.indexOf('Solution');
  if (at === -1 || at === names.length - 1) return [];
  return names[at + 1] === 'Solution'
    ? [{ title: 'An <Exercise> has two <Solution>.', remedy: 'Put both texts into one.' }]
    : [{ title: 'In an <Exercise>, a <Hint> follows the <Solution>.', remedy: 'Put the hints first.' }];
}

function emptyFindings({ name, children = [] }: Node): LessonFinding[] {
  const isText = children.some(({ type }) => type === 'text' || type === 'mdxJsxTextElement');
  if (children.length > 0 && !isText) return [];
  const text = children.map(textOf).join('').trim() || '…';
  const title =
    children.length === 0 ? `<${name}> is empty.` : `Blank lines part the text of <${name}> from its tags.`;
  return [{ title, remedy: `<${name}>\n\n${text}\n\n</${name}>` }];
}

function solutionFindings({ start, solution }: Tag['props'], hasProse: boolean): LessonFinding[] {
  if (solution !== undefined) return [];
  if (start !== undefined)
    return [
      {
        title: '<Exercise> has a start, and no solution that would check the reader’s version.',
        remedy: 'solution="asyncio/order.py"',
      },
    ];
  if (hasProse) return [];
  const remedy =
    'Name the example that solves it, solution="asyncio/order.py", or say it:\n' +
    '<Solution>\n\n…\n\n</Solution>';
  return [{ title: '<Exercise> has no solution.', remedy }];
}
