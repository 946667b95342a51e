import type { Node } from '../article/mdx-tree.ts';
import { captionParts } from '../pictures/caption-html.ts';
import { inlineCode, paragraph, text } from './markdown-nodes.ts';

/** A picture with its caption. Only the build knows the URL of one that lies beside the article. */
export function pictureNodes(node: Node): readonly Node[] {
  const { url = '', alt, title } = node;
  const isBeside = url.startsWith('./') || url.startsWith('../');
  return isBeside ? [text(`(Picture: ${alt ?? ''})`), ...captionNodes(title)] : [node];
}

/** A graph as its source, below what it shows in words. */
export function diagramNodes(node: Node): readonly Node[] {
  const [alt, title] = ['alt', 'title'].map(
    name => new RegExp(`(?<![\\w-])${name}="([^"]*)"`).exec(node.meta ?? '')?.[1],
  );
  return [paragraph(text(`(Diagram: ${alt ?? ''})`), ...captionNodes(title)), { ...node, meta: null }];
}

function captionNodes(caption: string | null | undefined): readonly Node[] {
  const nodes = markedNodes(caption ?? '');
  return nodes.length === 0 ? [] : [text(' '), ...nodes];
}

/** A text with code between backticks. */
export function markedNodes(marked: string): readonly Node[] {
  return captionParts(marked).map(part => (part.isCode ? inlineCode(part.text) : text(part.text)));
}
