import { nearest, suggestion } from '../../core/problems/suggest.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { definedNames } from './check-imports.ts';
import { COMPONENTS, expressionProblem, isComponent, propProblems } from '../article/component-props.ts';
import { isCallout } from '../article/callouts.ts';
import { Expression } from '../article/literal.ts';
import { type Scan, type Tag } from '../article/parse-mdx.ts';
import { SPREAD } from '../article/props.ts';

/** Tags of an article that are of no component, and props of callouts that they do not have. What shows an example is resolved elsewhere. */
export function tagProblems(scan: Pick<Scan, 'tags' | 'modules'>, file: string): Problem[] {
  const defined = definedNames(scan);
  return scan.tags.flatMap(tag => [
    ...unknown(tag, file, defined),
    ...callout(tag, file),
    ...computed(tag, file, defined),
  ]);
}

function unknown(
  { name, props, place: { line, column } }: Tag,
  file: string,
  defined: ReadonlySet<string>,
): Problem[] {
  const [head = ''] = name.split('.');
  if (isComponent(name) || defined.has(head)) return [];
  const at = { file, line, column };
  if (/^[A-Z]/.test(name))
    return [{ ...at, title: `There is no component <${name}>.`, remedy: suggestion(name, COMPONENTS) }];
  // `<output>` is an element of HTML too, but not one with a file.
  const meant =
    COMPONENTS.find(each => each.toLowerCase() === name.toLowerCase()) ??
    ('file' in props
      ? nearest(
          name,
          COMPONENTS.map(each => each.toLowerCase()),
        )
      : undefined);
  if (meant === undefined || (name === 'output' && !('file' in props))) return [];
  return [
    {
      ...at,
      title: `There is no element <${name}>; the name of a component begins with a capital.`,
      remedy: `<${meant.replace(/^./, first => first.toUpperCase())}>`,
    },
  ];
}

function callout(tag: Tag, file: string): Problem[] {
  const { name, spots } = tag;
  if (!isCallout(name)) return [];
  return propProblems(name, tag.props)
    .map(({ prop, ...problem }) => ({ file, ...(spots[prop] ?? tag.place), ...problem }))
    .map(({ line, column, title, remedy }) => ({ file, line, column, title, remedy }));
}

/** Attributes of an HTML element that are computed. What an imported component makes of its props is its own matter. */
function computed({ name, props, place, spots }: Tag, file: string, defined: ReadonlySet<string>): Problem[] {
  if (isComponent(name) || defined.has(name.split('.')[0] ?? '')) return [];
  return Object.entries(props)
    .filter(([prop, value]) => value instanceof Expression || prop === SPREAD)
    .map(([prop, value]) => {
      const { line, column } = spots[prop] ?? place;
      const { title, remedy } =
        value instanceof Expression
          ? expressionProblem(name, prop, value)
          : { title: `<${name}> takes its attributes one by one.`, remedy: 'Write them out.' };
      return { file, line, column, title, remedy };
    });
}
