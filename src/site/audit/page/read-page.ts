import { hash } from 'node:crypto';
import type { Zone } from './rules/allowed-elements.ts';
import { blockKind, isDrawn, type PageBlock, readBlock } from './page-blocks.ts';
import type { Words } from '../../../core/words/en/en.ts';
import { claimsVerification, nodeProblems } from './page-rules.ts';
import { classesOf, isElement, type PageNode, pageTree, textIn } from '../tree/page-tree.ts';
import { searchedDigest } from './searched-text.ts';

/** Something in a page that it must not have. */
export interface PageFinding {
  readonly title: string;
  /** The text of the place. */
  readonly text: string;
}

/** What the audit reads from a page. */
export interface ReadPage {
  readonly blocks: readonly PageBlock[];
  readonly findings: readonly PageFinding[];
  /** Its content security policies. */
  readonly policies: readonly string[];
  /** The language that it says it is in; empty if it says none. */
  readonly language: string;
  /** Digest of the text that the search finds. */
  readonly searched: string | undefined;
  /** Addresses of what it loads. */
  readonly loaded: readonly string[];
}

/**
 * Reads a page as a browser does, and judges everything in it that is not a block.
 * @param base URL path of the site @param words those of its language
 */
export function readPage(
  html: string,
  { base, words }: { readonly base: string; readonly words: Words },
): ReadPage {
  const blocks: PageBlock[] = [];
  const findings: PageFinding[] = [];
  const policies: string[] = [];
  const loaded: string[] = [];
  const ids = new Set<string>();
  let text = '';
  let language = '';

  const visitElement = (node: PageNode & Required<Pick<PageNode, 'attribs' | 'children'>>): void => {
    const { id, src, href, content } = node.attribs;
    if (id !== undefined && ids.has(id))
      findings.push({ title: `Two elements have the id "${id}".`, text: '' });
    if (id !== undefined) ids.add(id);
    const directive = node.attribs['http-equiv'];
    if (directive !== undefined && directive !== 'refresh') policies.push(content ?? '');
    if (node.name === 'html') language = node.attribs.lang ?? '';
    if (src !== undefined) loaded.push(src);
    if (node.name === 'link' && href !== undefined) loaded.push(href);
    const asset = node.name === 'script' ? src : node.attribs.rel === 'stylesheet' ? href : undefined;
    if (asset !== undefined && !asset.startsWith(`${base}/_astro/`))
      findings.push({ title: `No page loads a script or a style sheet from ${asset}.`, text: '' });
    if (node.name === 'script' && src === undefined && !isKnownScript(node, policies))
      findings.push({
        title: 'A script is not the one that the policy of the page names.',
        text: textIn(node),
      });
  };
  const visit = (node: PageNode, outer: Zone, folds: number): void => {
    const kind = ['block', 'drawn', 'pre'].includes(outer) ? undefined : blockKind(node);
    if (kind !== undefined) blocks.push(readBlock(node, kind, folds, words));
    const zone = zoneOf(node, kind === undefined ? outer : isDrawn(kind) ? 'drawn' : 'block');
    for (const title of nodeProblems(node, zone)) findings.push({ title, text: textIn(node) });
    if (node.type === 'text' && zone !== 'block' && zone !== 'drawn' && zone !== 'pre' && zone !== 'head')
      text += node.data ?? '';
    if (isElement(node)) visitElement(node);
    const inner = innerZone(node, zone);
    const isFold = node.name === 'details' && node.attribs?.open === undefined;
    const folded = isFold ? folds + 1 : folds;
    for (const child of node.children ?? []) visit(child, inner, folded);
  };
  const tree = pageTree(html);
  visit(tree, 'frame', 0);
  if (claimsVerification(text))
    findings.push({ title: 'A text outside of all figures claims that a run was verified.', text: '' });
  return { blocks, findings, policies, language, loaded, searched: searchedDigest(tree) };
}

function zoneOf(node: PageNode, outer: Zone): Zone {
  if (node.name === 'head') return 'head';
  return outer === 'frame' && classesOf(node).includes('prose') ? 'prose' : outer;
}

/** The zone of what is in an element. Code in a line has nothing in it but its text. */
function innerZone(node: PageNode, zone: Zone): Zone {
  const { name } = node;
  if (name === 'pre') return 'pre';
  // The text of a note on code is the author's.
  if (zone === 'block' && name === 'div' && classesOf(node).includes('note')) return 'prose';
  return zone === 'prose' && (name === 'code' || name === 'kbd') ? 'text' : zone;
}

/** Structured data, or the script whose digest a policy before it names. */
function isKnownScript(script: PageNode, policies: readonly string[]): boolean {
  const text = textIn(script);
  if (script.attribs?.type === 'application/ld+json') return isJson(text);
  const digest = `'sha256-${hash('sha256', text, 'base64')}'`;
  return policies.some(policy => policy.includes(digest));
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object' && !text.includes('<');
  } catch {
    return false;
  }
}
