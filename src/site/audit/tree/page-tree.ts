import { load } from 'cheerio';
import { collapse } from '../plan/text/expected-text.ts';

/** A node of a page, as a browser's parser reads it: https://html.spec.whatwg.org/multipage/parsing.html */
export interface PageNode {
  readonly type: string;
  /** The name of an element. */
  readonly name: string;
  /** The text of a text or a comment. */
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly PageNode[];
}

/** HTML → its tree. A comment, a template and everything else that a page can hold is in it. */
export function pageTree(html: string): PageNode {
  return load(html).root()[0] as unknown as PageNode;
}

export function isElement(
  node: PageNode,
): node is PageNode & Required<Pick<PageNode, 'attribs' | 'children'>> {
  return node.attribs !== undefined;
}

export function classesOf({ attribs }: PageNode): readonly string[] {
  return attribs?.class?.split(/\s+/).filter(name => name !== '') ?? [];
}

/** All text in a node. */
export function textIn({ type, data = '', children = [] }: PageNode): string {
  return type === 'text' ? data : children.map(textIn).join('');
}

/** The text of an element itself, without that of the elements in it. */
export function ownText({ children = [] }: PageNode): string {
  return collapse(children.map(({ type, data = '' }) => (type === 'text' ? data : '')).join(''));
}
