import type { MdastPluginDefinition } from 'satteri';
import { checkProps, isRegistered } from '../article/component-props.ts';
import { anchorOf, type Node, propsOf, repeatedProps, shownBy } from '../article/mdx-tree.ts';
import { DEV_SLOT_IMPORT } from '../pages/virtual-modules.ts';

/** Tags that only the compiler of articles writes, each with its props. */
const COMPILED: Readonly<Record<string, readonly string[]>> = {
  ...{ Example: ['figure'], Output: ['figure'], Timeline: ['figure'], Value: ['figure'], Ratio: ['figure'] },
  ...{ Formula: ['figure'], Diagram: ['figure'], Picture: ['figure'], Fence: ['figure'] },
  ...{
    Since: ['figure'],
    Term: ['figure'],
    Predict: ['figure'],
    ExerciseStart: ['figure'],
    Hint: ['number', 'of'],
  },
  At: ['slot'],
  Advertisement: ['place'],
  DevSlot: ['figure', 'plan'],
};

/**
 * Refuses all that could run in what the MDX compiler is given. The checks of articles refuse it at its line
 * before; this holds even if they miss something, or if a text reaches the compiler by another way.
 */
export const dataOnly: MdastPluginDefinition = {
  name: 'data-only',
  heading: node => refuseUnless(isPlainHeading(node as Node), 'attributes of a heading'),
  mdxjsEsm: ({ value }) => refuseUnless(value.trim() === DEV_SLOT_IMPORT, value),
  mdxFlowExpression: ({ value }) => refuseUnless(shownBy(value) !== undefined, `{${value}}`),
  mdxTextExpression: ({ value }) => refuseUnless(shownBy(value) !== undefined, `{${value}}`),
  mdxJsxFlowElement: node => refuseUnless(isData(node as Node), `<${node.name ?? ''}>`),
  mdxJsxTextElement: node => refuseUnless(isData(node as Node), `<${node.name ?? ''}>`),
};

function isPlainHeading(node: Node): boolean {
  return anchorOf(node, () => '').others.length === 0;
}

function isData(node: Node): boolean {
  const { name } = node;
  const props = propsOf(node);
  if (typeof name !== 'string' || repeatedProps(node).length > 0) return false;
  const compiled = Object.hasOwn(COMPILED, name) ? COMPILED[name] : undefined;
  if (compiled !== undefined)
    return Object.entries(props).every(
      ([prop, value]) => compiled.includes(prop) && typeof value === 'string',
    );
  return isRegistered(name) && checkProps(name, props).problems.length === 0;
}

function refuseUnless(isHarmless: boolean, what: string): undefined {
  if (!isHarmless) throw new Error(`An article reached the compiler with a program in it: ${what}`);
}
