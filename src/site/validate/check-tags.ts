import type { Problem } from '../../core/problems/problem.ts';
import { nearest, suggestion } from '../../core/problems/suggest.ts';
import { isCallout } from '../article/callouts.ts';
import {
  COMPONENTS,
  expressionProblem,
  isComponent,
  propProblems,
  type PropProblem,
} from '../article/component-props.ts';
import type { Scan, Tag } from '../article/parse-mdx.ts';
import { Expression, SPREAD } from '../article/props.ts';
import { definedNames } from './check-imports.ts';
import type { Finding } from './problems-at.ts';

/**
 * Tags that belong to no component, and wrong props of callouts and HTML elements.
 * `build-figure.ts` checks the props of examples.
 */
export function tagProblems(scan: Pick<Scan, 'tags' | 'modules'>, file: string): Problem[] {
  const defined = definedNames(scan);
  return scan.tags.flatMap((tag): Problem[] => {
    const { name, position, propPositions } = tag;
    const atProp = ({ prop, title, remedy }: PropProblem): Problem => {
      const { line, column } = propPositions[prop] ?? position;
      return { file, line, column, title, remedy };
    };
    if (isCallout(name)) return propProblems(name, tag.props).map(atProp);
    // An imported component may take any props.
    if (isComponent(name) || defined.has(name.split('.')[0] ?? '')) return [];
    const unknown = unknownTag(tag);
    return [
      ...(unknown === undefined ? [] : [{ file, line: position.line, column: position.column, ...unknown }]),
      ...computedAttributes(tag).map(atProp),
    ];
  });
}

function unknownTag({ name, props }: Tag): Finding | undefined {
  if (/^[A-Z]/.test(name))
    return { title: `There is no component <${name}>.`, remedy: suggestion(name, COMPONENTS) };
  const hasFile = 'file' in props;
  // `<output>` without a file is an element of HTML.
  if (name === 'output' && !hasFile) return undefined;
  const lower = new Map(COMPONENTS.map(component => [component.toLowerCase(), component]));
  const meant =
    lower.get(name.toLowerCase()) ?? (hasFile ? lower.get(nearest(name, lower.keys()) ?? '') : undefined);
  return (
    meant && {
      title: `There is no element <${name}>; the name of a component begins with a capital.`,
      remedy: `<${meant}>`,
    }
  );
}

function computedAttributes({ name, props }: Tag): PropProblem[] {
  return Object.entries(props).flatMap(([prop, value]) => {
    if (prop === SPREAD)
      return [{ prop, title: `<${name}> takes its attributes one by one.`, remedy: 'Write them out.' }];
    return value instanceof Expression ? [expressionProblem(name, prop, value)] : [];
  });
}
