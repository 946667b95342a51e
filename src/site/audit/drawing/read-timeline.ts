import type { Words } from '../../../core/words/en/en.ts';
import { classesOf, isElement, ownText, type PageNode, textIn } from '../tree/page-tree.ts';
import { collapse } from '../plan/text/expected-text.ts';
import { selectorOf } from './drawn-node.ts';
import { readDrawing } from './read-drawing.ts';

/** Attributes of what is around a drawing that say what it shows, and to whom. */
const CLAIMS = /^(?:data-(?!pagefind-).+|href|aria-label|aria-hidden)$/;

/** A figure of a timeline → the lines that `expected-timeline.ts` computes too. */
export function* readTimeline(
  node: PageNode,
  words: Words['timeline'],
  printed = printedIn(node),
): Generator<string> {
  if (!isElement(node)) return;
  const classes = classesOf(node);
  if (node.name === 'svg') {
    yield* readDrawing(node, printed, words);
    return;
  }
  if (node.name === 'li' || classes.includes('listed-lane')) {
    yield `${claimed(node)}: ${collapse(inlineText(node))}`;
    return;
  }
  const text = ownText(node);
  if (text !== '' || classes.length > 0) yield `${claimed(node)}: ${text}`;
  for (const child of node.children) yield* readTimeline(child, words, printed);
}

/** The lines of output that a figure shows, by number, each in one line. */
function printedIn(node: PageNode): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const visit = (each: PageNode): void => {
    const number = each.attribs?.['data-number'];
    const samp = each.children?.find(({ name }) => name === 'samp');
    if (each.name === 'li' && number !== undefined)
      found.set(Number(number), samp === undefined ? '' : collapse(textIn(samp)));
    for (const child of each.children ?? []) visit(child);
  };
  visit(node);
  return found;
}

function claimed(node: PageNode): string {
  return selectorOf(node, name => CLAIMS.test(name));
}

/** The text of an entry of a list, with signs for what its elements are. */
function inlineText(node: PageNode): string {
  if (node.type === 'text') return node.data ?? '';
  const inner = (): string => (node.children ?? []).map(inlineText).join('');
  const { href, 'aria-label': label } = node.attribs ?? {};
  if (node.name === 'li' || node.name === 'p') return inner();
  if (node.name === 'code') return `\`${inner()}\``;
  if (node.name === 'strong') return `**${inner()}**`;
  if (node.name === 'samp') return JSON.stringify(textIn(node));
  if (node.name === 'a') return `[${inner()}](${href} ${label})`;
  return node.name === 'svg' ? `{${sampleForm(node)}}` : `<${node.name}>${inner()}`;
}

/** The form in a key: what is in it, if all of it can be seen. */
function sampleForm(svg: PageNode): string {
  const forms: string[] = [];
  let isSeen = isPlainSample(svg);
  const visit = (node: PageNode): void => {
    if (node.type === 'text') forms.push(node.data ?? '');
    if (!isElement(node)) return;
    forms.push(selectorOf(node, () => false));
    isSeen &&= isInSample(node);
    for (const child of node.children) visit(child);
  };
  for (const child of svg.children ?? []) visit(child);
  return isSeen ? forms.join(' ') : 'unreadable';
}

/** The attributes of an element but its class, sorted: `x=13 y=13`. */
function attributeText({ attribs = {} }: PageNode): string {
  const named = Object.entries(attribs).filter(([name]) => name !== 'class');
  return named
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join(' ');
}

const isPlainSample = (svg: PageNode): boolean =>
  svg.attribs?.class === 'sample' &&
  attributeText(svg) === 'aria-hidden=true height=17 viewBox=0 0 26 17 width=26';

/** Where each form of a key is in its sample. Boxes of all classes have one place. */
const PLACES: Readonly<Record<string, string>> = {
  'g.number': '',
  rect: 'width=17 x=4.5 y=0',
  text: 'x=13 y=13',
  'text.endless': 'x=5 y=14',
  'path.handover': 'd=M2 8L24 8M18.6 10.6L24 8L18.6 5.4',
};
const BOX = 'height=10 width=24 x=1 y=3';

/** Whether a form is where a reader sees all of it. */
function isInSample(node: PageNode): boolean {
  const form = [node.name, ...classesOf(node)].join('.');
  return attributeText(node) === (form.startsWith('rect.') ? BOX : PLACES[form]);
}
