import type { HastNode, HastPluginDefinition } from 'satteri';
import { linkTo } from '../site-url.ts';

/** Elements that name an address, each with the attributes that do. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src'],
  source: ['src'],
  audio: ['src'],
  video: ['src', 'poster'],
  track: ['src'],
};

/** An element of Markdown has properties, one that is written as HTML has attributes. */
type Addressed = Extract<HastNode, { readonly type: 'element' | 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
type Context = { readonly setProperty: (node: Addressed, name: string, value: string) => void };

const visitor = { filter: Object.keys(ADDRESSES), visit: completeAddresses };

/**
 * Lets the addresses that authors write, such as `/advanced/locks/`, lead below the path of the site: in
 * Markdown, and in the HTML of an article.
 */
export const basePlugin: HastPluginDefinition = {
  name: 'base',
  element: visitor,
  mdxJsxFlowElement: visitor,
  mdxJsxTextElement: visitor,
};

function completeAddresses(node: Addressed, context: Context): void {
  const name = node.type === 'element' ? node.tagName : (node.name ?? '');
  for (const attribute of ADDRESSES[name] ?? []) {
    const url = attributeOf(node, attribute);
    if (typeof url === 'string' && linkTo(url) !== url) context.setProperty(node, attribute, linkTo(url));
  }
}

function attributeOf(node: Addressed, name: string): unknown {
  if (node.type === 'element') return node.properties[name];
  return node.attributes.find(attribute => 'name' in attribute && attribute.name === name)?.value;
}
