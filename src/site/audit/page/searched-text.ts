import { hash } from 'node:crypto';
import { isElement, type PageNode } from '../tree/page-tree.ts';

/** Elements whose text Pagefind leaves out. */
const IGNORED = ['nav', 'footer', 'form', 'label', 'script', 'style', 'svg', 'template', 'noscript'];

/** Names attributes whose text Pagefind takes. */
const INDEXED = 'data-pagefind-index-attrs';

/**
 * Digest of the text of a page that the search may find: its letters and digits in their order. Undefined if
 * the search does not know the page.
 */
export function searchedDigest(page: PageNode): string | undefined {
  const text = textBelow(page, false);
  return text === '' ? undefined : digestOfText(text);
}

/** Digest of the letters and digits of a text: the index has other white space and punctuation. */
export function digestOfText(text: string): string {
  return hash('sha256', text.replaceAll(/[^\p{L}\p{N}]/gu, ''));
}

function textBelow(node: PageNode, isSearched: boolean): string {
  if (node.type === 'text') return isSearched ? (node.data ?? '') : '';
  const { alt = '' } = node.attribs ?? {};
  if (node.attribs?.[INDEXED] === 'alt') return isSearched ? alt : '';
  if (IGNORED.includes(node.name) || node.attribs?.['data-pagefind-ignore'] !== undefined) return '';
  const inner = isSearched || (isElement(node) && 'data-pagefind-body' in node.attribs);
  return (node.children ?? []).map(child => textBelow(child, inner)).join('');
}
