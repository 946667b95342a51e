import type { Words } from '../../core/words/en/en.ts';
import { LEVELS } from '../article/props/lesson-props.ts';
import { isCallout } from '../article/callouts.ts';
import { type Node, positionOf, propsOf, shownBy, textOf, walk } from '../article/mdx-tree.ts';
import { isNote } from '../article/notes/example-notes.ts';
import { type CheckedExamples, findChecked } from '../figures/parts/checked-example.ts';
import type { AnyFigure } from '../figures/parts/figure.ts';
import { GLOSSARY_URL } from '../routes.ts';
import { linkTo } from '../site-url.ts';
import { ELEMENT_FORMS } from './element-forms.ts';
import { diagramNodes, markedNodes, pictureNodes } from './drawn-markdown.ts';
import { figureMarkdown } from './figure-markdown.ts';
import { timelineMarkdown } from './timeline-markdown.ts';
import {
  blockquote,
  isBlock,
  paragraph,
  strong,
  text,
  tidy,
  toBlocks,
  writeMarkdown,
} from './markdown-nodes.ts';

/** What the Markdown edition of an article is made of. */
export interface EditionSource {
  readonly file: string;
  /** The article as `scan` reads it. `programProblems` finds nothing in it. */
  readonly tree: Node;
  /** Resolved references, by the offset at which they begin. */
  readonly figures: ReadonlyMap<number, AnyFigure>;
  readonly examples: CheckedExamples;
  readonly words: Words;
}

/**
 * An article → its Markdown edition: the same text without a component in it. Examples become fenced blocks,
 * callouts become quotations, and what a page folds is open.
 */
export function markdownEdition(article: EditionSource): string {
  return writeMarkdown(convertAll(article.tree.children, article));
}

function convertAll(nodes: readonly Node[] = [], article: EditionSource): readonly Node[] {
  return nodes.flatMap(node => convert(withBase(node), article));
}

/** A link, a picture or a definition with the address that pages write. */
function withBase(node: Node): Node {
  return node.url === undefined ? node : { ...node, url: linkTo(node.url) };
}

/** A node of MDX → the nodes of Markdown in its place. */
function convert(node: Node, article: EditionSource): readonly Node[] {
  switch (node.type) {
    case 'yaml':
    case 'mdxjsEsm':
      return [];
    case 'mdxTextExpression':
      return [text(shownBy(node.value ?? '') ?? '')];
    case 'mdxFlowExpression':
      return toBlocks([text(shownBy(node.value ?? '') ?? '')]);
    case 'mdxJsxTextElement':
      return element(node, article);
    case 'mdxJsxFlowElement':
      return toBlocks(element(node, article));
    case 'code':
      if (node.lang === 'dot') return diagramNodes(node);
      return (node.meta ?? '') === '' ? [node] : [paragraph(text(article.words.result.notRun)), node];
    case 'image':
      return pictureNodes(node);
    case 'imageReference':
      return pictureNodes({ ...node, type: 'image', ...defined(node.identifier, article) });
    case 'definition':
      // Pictures are written with their addresses.
      return isBesideArticle(node) ? [] : [node];
    case 'paragraph':
      return toBlocks(convertAll(node.children, article));
    default:
      return node.children === undefined ? [node] : withChildren(node, convertAll(node.children, article));
  }
}

function isBesideArticle({ url = '' }: Node): boolean {
  return url.startsWith('./') || url.startsWith('../');
}

/** The address and the title that a definition gives to a picture. */
function defined(identifier: string | undefined, { tree }: EditionSource): Pick<Node, 'url' | 'title'> {
  const nodes = [...walk(tree)].map(([node]) => node);
  const found = nodes.find(each => each.type === 'definition' && each.identifier === identifier);
  return { url: linkTo(found?.url ?? ''), title: found?.title ?? null };
}

/** A component or an HTML element. If it has no form in Markdown, its content stays. */
function element(node: Node, article: EditionSource): readonly Node[] {
  const name = node.name ?? '';
  if (name === 'Example' || name === 'Output') return example(node, article);
  if (name === 'Timeline') return timeline(node, article);
  if (name === 'Exercise') return exercise(node, article);
  if (name === 'Predict') return prediction(node, article);
  if (name === 'Term') return term(node, article);
  if (name === 'Since') return [strong(article.words.lesson.newIn(String(propsOf(node).version)))];
  if (name === 'br') return [text(' ')];
  if (name === 'img') return pictureNodes(imageOf(propsOf(node)));
  const content = convertAll(node.children, article);
  if (name === 'summary') return [strong(content.map(textOf).join('').trim())];
  const form = Object.hasOwn(ELEMENT_FORMS, name) ? ELEMENT_FORMS[name] : undefined;
  if (form !== undefined) return form(content, propsOf(node));
  const { title, says } = propsOf(node);
  if (name === 'Outdated') {
    const { outdated, today } = article.words.lesson;
    const claim = blockquote(paragraph(strong(outdated)), paragraph(...markedNodes(String(says))));
    return [claim, paragraph(strong(today)), ...toBlocks(content)];
  }
  if (name === 'Recap')
    return [paragraph(strong(String(title ?? article.words.lesson.recap))), ...toBlocks(content)];
  if (!isCallout(name)) return content;
  const kind = article.words.frame.callouts[name];
  const head = title === undefined ? kind : `${kind}: ${String(title)}`;
  return [blockquote(paragraph(strong(head)), ...toBlocks(content))];
}

function imageOf({ src, alt }: Readonly<Record<string, unknown>>): Node {
  return { type: 'image', url: linkTo(String(src)), alt: String(alt) };
}

function example(node: Node, article: EditionSource): readonly Node[] {
  return exampleNodes(article.figures.get(positionOf(node).start), node, article);
}

function exampleNodes(figure: AnyFigure | undefined, node: Node, article: EditionSource): readonly Node[] {
  const { file, examples, words } = article;
  const checked = figure?.kind === 'figure' ? findChecked(examples, figure.id) : undefined;
  if (figure?.kind !== 'figure' || checked?.example === undefined)
    throw new Error(`${file}:${positionOf(node).line}: a reference was not resolved`);
  const notes = (node.children ?? []).filter(isNote).map(note => convertAll(note.children, article));
  return figureMarkdown(figure, { ...checked, example: checked.example }, words, notes);
}

/** A task with its level, the code to change, hints, and the solution, which a page folds. */
function exercise(node: Node, article: EditionSource): readonly Node[] {
  const figure = article.figures.get(positionOf(node).start);
  const { start, solution } = figure?.kind === 'exercise' ? figure : {};
  const { lesson } = article.words;
  const level = LEVELS.find(each => each === propsOf(node).level);
  const children = node.children ?? [];
  const [hints, prose] = ['Hint', 'Solution'].map(name => children.filter(each => each.name === name));
  const task = children.filter(({ name }) => name !== 'Hint' && name !== 'Solution');
  const count = String(hints?.length ?? 0);
  const nodesOf = (shown: typeof start): readonly Node[] =>
    shown === undefined ? [] : exampleNodes(shown, node, article);
  return [
    ...(level === undefined ? [] : [paragraph(strong(lesson.exerciseOf(lesson.levels[level])))]),
    ...toBlocks(convertAll(task, article)),
    ...nodesOf(start),
    ...(hints ?? []).flatMap((hint, index) => [
      paragraph(strong(count === '1' ? lesson.hint : lesson.hintOf(String(index + 1), count))),
      ...toBlocks(convertAll(hint.children, article)),
    ]),
    paragraph(strong(lesson.solution)),
    ...toBlocks(convertAll(prose?.[0]?.children, article)),
    ...nodesOf(solution),
  ];
}

/** A question, the code, and the output, which a page folds. */
function prediction(node: Node, article: EditionSource): readonly Node[] {
  const figure = article.figures.get(positionOf(node).start);
  const { start, solution, isVarying } = figure?.kind === 'predict' ? figure : {};
  const { lesson } = article.words;
  return [
    paragraph(strong(isVarying === true ? `${lesson.ask} ${lesson.varies}` : lesson.ask)),
    ...exampleNodes(start, node, article),
    ...exampleNodes(solution, node, article),
  ];
}

/** A term, with a link to the glossary. */
function term(node: Node, { figures, file }: EditionSource): readonly Node[] {
  const { start, line } = positionOf(node);
  const figure = figures.get(start);
  if (figure?.kind !== 'term') throw new Error(`${file}:${line}: a term was not resolved`);
  return [{ type: 'link', url: linkTo(`${GLOSSARY_URL}#${figure.slug}`), children: [text(figure.text)] }];
}

function timeline(node: Node, { file, figures, words }: EditionSource): readonly Node[] {
  const { start, line } = positionOf(node);
  const figure = figures.get(start);
  if (figure?.kind !== 'timeline') throw new Error(`${file}:${line}: a timeline was not resolved`);
  return timelineMarkdown(figure, words.timeline);
}

function withChildren(node: Node, children: readonly Node[]): readonly Node[] {
  if (node.type === 'list' || node.type === 'blockquote' || node.type === 'footnoteDefinition')
    return [{ ...node, children }];
  if (node.type === 'listItem') {
    const isSpread =
      node.spread === true || !children.every(({ type }) => type === 'paragraph' || type === 'list');
    return [{ ...node, spread: isSpread, children }];
  }
  // Headings, table cells and the like hold no blocks: an example in one of them follows it.
  return [
    { ...node, children: tidy(children.filter(child => !isBlock(child))) },
    ...children.filter(isBlock),
  ];
}
