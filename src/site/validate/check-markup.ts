import { slug } from 'github-slugger';
import type { Problem } from '../../core/problems/problem.ts';
import { nearest, suggestion } from '../../core/problems/suggest.ts';
import { isCallout } from '../article/callouts.ts';
import {
  checkProps,
  COMPONENTS,
  expressionProblem,
  isComponent,
  type PropProblem,
} from '../article/component-props.ts';
import { Expression, type Node, positionOf, shownBy, SPREAD, walk } from '../article/mdx-tree.ts';
import type { Heading, Scan, Tag } from '../article/parse-mdx.ts';
import { definedNames } from './check-files.ts';
import { type Finding, problemsAt } from './problems-at.ts';

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
    if (isCallout(name)) return checkProps(name, tag.props).problems.map(atProp);
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

const VALUE = String.raw`<Value file="threading/lock.py" match="Counter: (\d+)">500000</Value>`;

/** Expressions whose value only the rendered page shows, so the Markdown edition cannot include it. */
export function expressionProblems(tree: Node, file: string): Problem[] {
  const expressions = [...walk(tree)]
    .filter(({ type }) => type === 'mdxFlowExpression' || type === 'mdxTextExpression')
    .map(node => ({ value: node.value ?? '', position: positionOf(node) }))
    .filter(({ value }) => shownBy(value) === undefined);
  return problemsAt(expressions, file, ({ value }) => [
    {
      title: `The Markdown edition of the article cannot say what {${value.trim().split('\n')[0]}} is.`,
      remedy: `Write its value; for one that a program prints: ${VALUE}`,
    },
  ]);
}

/** Headings that make no outline. Screen readers navigate by headings, and links lead to their anchors. */
export function headingProblems(headings: readonly Heading[], file: string): Problem[] {
  /** The line of the first heading of each anchor, without the numbers that make anchors unique. */
  const firstLines = new Map<string, number>();
  return problemsAt(headings, file, ({ depth, text, position: { line } }, index) => {
    const before = headings[index - 1]?.depth ?? 1;
    const deepest = Math.max(2, before + 1);
    const above = index === 0 ? 'the title' : `one of level ${before}`;
    const anchor = slug(text);
    const firstLine = firstLines.get(anchor);
    firstLines.set(anchor, firstLine ?? line);
    const isEmpty = text.trim() === '';
    const first = 'A heading of the first level: the title of the article is the only one.';
    const skips = `A heading of level ${depth} follows ${above}: a level is left out.`;
    const twice = `A second heading is called "${text}", as in line ${firstLine}: a link may lead to either.`;
    return [
      isEmpty && { title: 'A heading without a text.', remedy: 'Give it one, or remove it.' },
      depth === 1 && { title: first, remedy: `## ${text}` },
      depth > deepest && { title: skips, remedy: `${'#'.repeat(deepest)} ${text}` },
      firstLine !== undefined &&
        !isEmpty && { title: twice, remedy: 'Give each heading of an article a text of its own.' },
    ];
  });
}
