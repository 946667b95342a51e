import type { Words } from '../../../core/words/en/en.ts';
import type { PlannedBlock } from '../plan/article-blocks.ts';
import { codeLines, isChange, isHidden, isMarker } from './code-lines.ts';
import { tableLines } from './read-table.ts';
import { readTimeline } from '../drawing/read-timeline.ts';
import { readChange } from './read-change.ts';
import { drawnKind, readDrawn } from './read-drawn.ts';
import { readStyles } from './read-styles.ts';
import { classesOf, isElement, ownText, type PageNode, textIn } from '../tree/page-tree.ts';

/** A block of a page, as the lines that `expected-blocks.ts` computes too. */
export interface PageBlock {
  readonly kind: PlannedBlock['kind'];
  /** Its id; empty if it has none. */
  readonly anchor: string;
  /** How many `<details>` it is in. */
  readonly folds: number;
  readonly lines: readonly string[];
}

/** Attributes that say what an element shows. */
const CLAIM = /^(?:data-(?!pagefind-).+|href|download|for|name|checked|aria-label)$/;

/** Attributes of a picture, each of which decides what a reader sees or hears of it. */
const CLAIMS_OF_PICTURES = ['src', 'alt', 'width', 'height', 'loading', 'decoding', 'srcset', 'sizes'];

/** Elements that show something, or hide it, without a class or a text. */
const WITHOUT_TEXT = ['input', 'details', 'img', 'svg', 'g', 'rect', 'path', 'line'];

/** Attributes that do so, by class: a bar is as long as its count, and a list of links is read aloud. */
const CLAIMS_BY_CLASS: Readonly<Record<string, readonly string[]>> = {
  share: ['x', 'y', 'width', 'height'],
  bar: ['viewBox', 'preserveAspectRatio', 'aria-hidden'],
  columns: ['aria-hidden'],
};

export const isDrawn = (kind: PageBlock['kind'] | undefined): boolean =>
  kind === 'formula' || kind === 'diagram' || kind === 'picture';

/** The kind of the block that begins at an element; undefined if none does. */
export function blockKind(node: PageNode): PageBlock['kind'] | undefined {
  const classes = classesOf(node);
  const drawn = drawnKind(node);
  if (drawn !== undefined) return drawn;
  if (node.name === 'figure') return classes.includes('timeline') ? 'timeline' : 'figure';
  if (node.attribs?.['data-value'] !== undefined) return 'value';
  if (node.attribs?.['data-lesson'] !== undefined) return 'lesson';
  if (node.name === 'div' && classes.includes('fence')) return 'fence';
  if (node.name === 'p' && classes.includes('callout-title')) return 'callout';
  if (node.name === 'p' && classes.includes('check')) return 'check';
  if (node.name === 'dl' && classes.includes('facts-list')) return 'facts';
  if (node.name === 'dl' && classes.includes('numbers')) return 'count';
  return classes.includes('verified-page') ? 'list' : undefined;
}

/** A block that is in `folds` elements `<details>` that are not open. */
export function readBlock(node: PageNode, kind: PageBlock['kind'], folds: number, words: Words): PageBlock {
  return {
    kind,
    folds,
    anchor: node.attribs?.id ?? '',
    lines: isDrawn(kind)
      ? readDrawn(node)
      : [...(kind === 'timeline' ? readTimeline(node, words.timeline) : linesOf(node, words))],
  };
}

/** The links in a note: where each leads, and its title. */
function* linksIn(node: PageNode): Generator<string> {
  for (const child of node.children ?? []) {
    if (isElement(child) && child.name === 'a') {
      const { href, title } = child.attribs;
      yield `a[href=${href}]${title === undefined ? '' : `[title=${title}]`}: ${collapsed(textIn(child))}`;
    }
    yield* linksIn(child);
  }
}

/** Each element that has a class or a text of its own: its name, classes and claims, and the text. */
function* linesOf(node: PageNode, words: Words): Generator<string> {
  if (!isElement(node)) return;
  if (node.name === 'pre') {
    const { before, after } = words.changes;
    const isChange = node.attribs['data-change'] !== undefined;
    yield isChange ? `${selector(node)}: ${readChange(node, [before, after])}` : preLine(node);
    return;
  }
  if (node.name === 'div' && classesOf(node).includes('note')) {
    // Its text is prose: what is in it is read as that.
    yield `${selector(node)}: ${collapsed(textIn(node))}`;
    yield* linksIn(node);
    return;
  }
  const text = 'data-value' in node.attribs ? textIn(node) : ownText(node);
  const isNamed = node.attribs.class !== undefined || WITHOUT_TEXT.includes(node.name) || hasClaimedId(node);
  const isTable = 'data-table' in node.attribs;
  // A link around a picture has no text of its own.
  const isFrame = node.name === 'a' && text === '';
  if (text !== '' || isNamed || isTable || isFrame) yield `${selector(node)}: ${text}`;
  if (isTable) {
    yield* tableLines(node);
    return;
  }
  for (const child of node.children) yield* linesOf(child, words);
}

/** Whether other elements lead to an element of this kind by its id. */
const hasClaimedId = ({ name, attribs }: PageNode): boolean =>
  name === 'input' || (name === 'li' && attribs?.id !== undefined);

const collapsed = (text: string): string => text.replaceAll(/[ \t\n\r\f]+/g, ' ').replaceAll(/^ | $/g, '');

function selector(node: PageNode): string {
  const ofClass = classesOf(node).flatMap(name => CLAIMS_BY_CLASS[name] ?? []);
  const ofPicture = node.name === 'img' ? CLAIMS_OF_PICTURES : [];
  const isClaim = (name: string): boolean =>
    CLAIM.test(name) ||
    ofPicture.includes(name) ||
    (name === 'id' && hasClaimedId(node)) ||
    ofClass.includes(name);
  const claims = Object.entries(node.attribs ?? {}).filter(([name]) => isClaim(name));
  const sorted = claims.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const classes = classesOf(node).map(name => `.${name}`);
  return [node.name, ...classes, ...sorted.map(([name, value]) => `[${name}=${value}]`)].join('');
}

/** A block of text: every character of it, and which of its lines are numbered and marked how. */
function preLine(pre: PageNode): string {
  const [inner, ...others] = pre.children ?? [];
  const holder = pre.attribs?.['data-output'] === undefined ? 'code' : 'samp';
  if (inner?.name !== holder || others.length > 0)
    return `pre: ${JSON.stringify(textIn(pre))}, not in <${holder}>`;
  const isCode = pre.attribs?.['data-code'] !== undefined;
  const { claims: lines, markers } = isCode ? codeLines(inner.children ?? []) : { claims: '', markers: 0 };
  const changed = isCode ? (inner.children ?? []).filter(isChange).length : 0;
  const isPlain = count(pre, isChange) === changed && count(pre, isHidden) === changed;
  const isMarked = count(pre, isMarker) === markers;
  const unreadable = `${isPlain ? '' : '[changed=unreadable]'}${isMarked ? '' : '[notes=unreadable]'}`;
  const claims = `${lines}${readStyles(inner)}${unreadable}`;
  return `${selector(pre)}${claims}: ${JSON.stringify(textIn(pre))}`;
}

function count(node: PageNode, isAsked: (node: PageNode) => boolean): number {
  return (node.children ?? []).reduce((sum, child) => sum + count(child, isAsked), isAsked(node) ? 1 : 0);
}
