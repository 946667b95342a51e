import GithubSlugger from 'github-slugger';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { parseTree } from './formulas/parse-tree.ts';
import { filesOf, isReference, type ReferenceName } from '../tags/reference-tags.ts';
import { nestingProblem, sizeProblem } from './article-limits.ts';
import { syntaxProblem } from './mdx-error.ts';
import {
  type Anchor,
  anchorOf,
  findPropPositions,
  type Node,
  type Position,
  positionOf,
  propsOf,
  type PropPositions,
  repeatedProps,
  shownBy,
  textOf,
  walk,
} from './mdx-tree.ts';

/** Something in an article. */
interface Located {
  readonly position: Position;
}

/** A tag: of a component, or of HTML. */
export interface Tag extends Located {
  /** Empty for a fragment, `<>`. */
  readonly name: string;
  /** Texts, literals such as `{false}` and `{3}` as their values, all else as an `Expression`. */
  readonly props: Readonly<Record<string, unknown>>;
  readonly propPositions: PropPositions;
  /** Names of the props that it has more than once. */
  readonly repeated: readonly string[];
  /** The tag that begins it, as it is written. */
  readonly source: string;
  /** All of it, as it is written. */
  readonly whole: string;
  /** The source of what directly encloses it; empty at the top. */
  readonly enclosing: string;
  /** What encloses it, from the outside. */
  readonly around: readonly Node[];
  /** What it encloses. */
  readonly content: readonly Node[];
}

/** A tag that shows an example, or quotes what it printed. */
export interface Reference
  extends Pick<Tag, 'position' | 'props' | 'propPositions'>, Partial<Pick<Tag, 'whole' | 'content'>> {
  readonly component: ReferenceName;
  /** The examples that it names, as they are written. */
  readonly files: readonly string[];
  /** The text between its tags. */
  readonly text: string;
}

export interface Heading extends Located, Anchor {
  readonly depth: number;
  readonly text: string;
}

/** A picture; `alt` is undefined if it has no text. */
export interface Picture extends Located {
  readonly url: string;
  readonly alt: string | undefined;
  /** Whether it is an `<img>`, whose address the build leaves as it is. */
  readonly isTag: boolean;
}

/** A fenced block of code. */
export interface Fence extends Located {
  readonly language: string;
  readonly meta: string;
  readonly code: string;
  /** Whether a line ends it. If none does, it takes all that follows in the article. */
  readonly isClosed: boolean;
}

export interface Link extends Located {
  readonly url: string;
  /** What a reader sees of it: text, or the text of pictures. Undefined of a definition. */
  readonly label: string | undefined;
}

/** JavaScript in an article that is more than a literal: only the checks see it. */
export interface Program extends Located {
  readonly kind: 'module' | 'expression';
  readonly source: string;
}

/** Everything that checks and pages need of an article. */
export interface Scan {
  readonly references: readonly Reference[];
  readonly fences: readonly Fence[];
  /** Its links, also those of definitions that no picture uses. */
  readonly links: readonly Link[];
  /** Words of its prose. */
  readonly words: number;
  readonly tags: readonly Tag[];
  readonly pictures: readonly Picture[];
  readonly programs: readonly Program[];
  readonly headings: readonly Heading[];
  /** Offsets at which its sections (`##`) begin. */
  readonly sections: readonly number[];
  /** The tree of the parser. */
  readonly tree: Node;
}

/** Reads an article with the parser that compiles it: text in a fence or a comment is not a reference. */
export function scan(source: string, file: string): Result<Scan> {
  const tooLarge = sizeProblem(source, file);
  if (tooLarge !== undefined) return fail(tooLarge);
  let tree: Node;
  try {
    tree = parseTree(source);
  } catch (error) {
    return fail(syntaxProblem(error as Error, file, source));
  }
  const tooDeep = nestingProblem(tree, file);
  if (tooDeep !== undefined) return fail(tooDeep);
  const references: Reference[] = [];
  const fences: Fence[] = [];
  const links: Link[] = [];
  const tags: Tag[] = [];
  const pictures: Picture[] = [];
  const programs: Program[] = [];
  const headings: Heading[] = [];
  const definitions = definitionsIn(tree);
  const slugger = new GithubSlugger();
  let words = 0;

  const visitTag = (node: Node, around: readonly Node[]): void => {
    const name = node.name ?? '';
    const props = propsOf(node);
    const position = positionOf(node);
    const propPositions = findPropPositions(source, position, Object.keys(props));
    const tag = { name, props, position, propPositions };
    const content = node.children ?? [];
    const end = content[0] === undefined ? position.end : positionOf(content[0]).start;
    const begin = source.slice(position.start, end).trim();
    const outer = around.length < 2 ? undefined : positionOf(around.at(-1) as Node);
    const enclosing = outer === undefined ? '' : source.slice(outer.start, outer.end);
    const whole = source.slice(position.start, position.end);
    tags.push({ ...tag, whole, source: begin, repeated: repeatedProps(node), enclosing, around, content });
    if (isReference(name))
      references.push({
        ...{ ...tag, whole, content, component: name, files: filesOf(name, props), text: textOf(node) },
      });
    if (name === 'a' && typeof props.href === 'string')
      links.push({ url: props.href, label: labelOf(node), position });
    if (name === 'img' && typeof props.src === 'string')
      pictures.push({ url: props.src, alt: propText(props.alt), isTag: true, position });
  };

  const visitLink = (node: Node): void => {
    links.push({ url: node.url ?? '', label: labelOf(node), position: positionOf(node) });
  };
  const visitPicture = (node: Node): void => {
    const url = node.url ?? definitions.get(node.identifier ?? '')?.url ?? '';
    pictures.push({ url, alt: node.alt || undefined, isTag: false, position: positionOf(node) });
  };
  const visitExpression = (node: Node): void => {
    const { value = '' } = node;
    if (shownBy(value) === undefined)
      programs.push({ kind: 'expression', source: value, position: positionOf(node) });
  };
  const countWords = ({ value = '' }: Node): void => {
    words += value.split(/\s+/).filter(word => /\w/.test(word)).length;
  };
  const visit: Readonly<Record<string, (node: Node, around: readonly Node[]) => void>> = {
    mdxJsxFlowElement: visitTag,
    mdxJsxTextElement: visitTag,
    mdxFlowExpression: visitExpression,
    mdxTextExpression: visitExpression,
    mdxjsEsm: node => programs.push({ kind: 'module', source: node.value ?? '', position: positionOf(node) }),
    text: countWords,
    inlineCode: countWords,
    link: visitLink,
    definition: node => {
      const { url = '', isPicture } = definitions.get(node.identifier ?? '') ?? {};
      if (!isPicture || node.url !== url)
        links.push({ url: node.url ?? '', label: undefined, position: positionOf(node) });
    },
    linkReference: node => {
      const { url = '', isPicture } = definitions.get(node.identifier ?? '') ?? {};
      if (isPicture) visitLink({ ...node, url });
    },
    image: visitPicture,
    imageReference: visitPicture,
    code: ({ lang, meta, value, ...node }) => {
      const position = positionOf(node);
      const isClosed = FENCE.test(source.slice(position.start, position.end));
      fences.push({ language: lang ?? '', meta: meta ?? '', code: value ?? '', isClosed, position });
    },
    heading: node => {
      const text = textOf(node);
      const anchor = anchorOf(node, () => slugger.slug(text));
      headings.push({ depth: node.depth ?? 1, text, ...anchor, position: positionOf(node) });
    },
  };
  for (const [node, around] of walk(tree)) visit[node.type]?.(node, around);

  const sections = (tree.children ?? [])
    .filter(({ type, depth }) => type === 'heading' && depth === 2)
    .map(node => positionOf(node).start);
  return succeed({ references, fences, links, words, tags, pictures, programs, headings, sections, tree });
}

/** The addresses that references name, by their identifiers. The first definition of an identifier counts. */
function definitionsIn(
  tree: Node,
): ReadonlyMap<string, { readonly url: string; readonly isPicture: boolean }> {
  const nodes = [...walk(tree)].map(([node]) => node);
  const pictures = new Set(
    nodes.filter(({ type }) => type === 'imageReference').map(({ identifier }) => identifier),
  );
  const definitions = nodes.filter(({ type }) => type === 'definition').toReversed();
  return new Map(
    definitions.map(({ identifier = '', url = '' }) => [
      identifier,
      { url, isPicture: pictures.has(identifier) },
    ]),
  );
}

/** A fence with its last line, which has as many signs as the first, or more. */
const FENCE = /^(?<ticks>`{3,}(?!`)|~{3,}(?!~))[^\n]*\n(?:[\s\S]*\n)?[ \t>]*\k<ticks>[`~]*[ \t]*$/;

const propText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What a reader sees of a link. */
function labelOf(node: Node): string {
  const texts = [...walk(node)].map(([{ type, value, alt, attributes }]) => {
    if (type === 'image' || type === 'imageReference') return alt;
    return value ?? attributes?.find(({ name }) => name === 'alt')?.value;
  });
  return texts.filter(each => typeof each === 'string').join('');
}
