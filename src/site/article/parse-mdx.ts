import GithubSlugger from 'github-slugger';
import { mdxToMdast } from 'satteri';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { nestingProblem, sizeProblem } from './article-limits.ts';
import { syntaxProblem } from './mdx-error.ts';
import {
  findPropPositions,
  type Node,
  type Position,
  positionOf,
  propsOf,
  type PropPositions,
  textOf,
  walk,
} from './mdx-tree.ts';

/** Something in an article. */
interface Located {
  readonly position: Position;
}

/** A tag: of a component, or of HTML. */
export interface Tag extends Located {
  readonly name: string;
  /** Texts, literals such as `{false}` and `{3}` as their values, all else as an `Expression`. */
  readonly props: Readonly<Record<string, unknown>>;
  readonly propPositions: PropPositions;
}

/** A tag that shows an example. */
export interface Reference extends Omit<Tag, 'name'> {
  readonly component: 'Example' | 'Output' | 'Value';
  /** The text between its tags. */
  readonly text: string;
}

export interface Heading extends Located {
  readonly depth: number;
  readonly text: string;
  /** Its anchor, as the compiler makes it. */
  readonly id: string;
}

/** A picture; `alt` is undefined if it has no text. */
export interface Picture extends Located {
  readonly url: string;
  readonly alt: string | undefined;
}

/** A fenced block of code. */
export interface Fence extends Located {
  readonly language: string;
  readonly meta: string;
  readonly code: string;
}

export interface Link extends Located {
  readonly url: string;
}

/** Imports or exports of an article. */
export interface Module extends Located {
  readonly source: string;
}

/** Everything that checks and pages need of an article. */
export interface Scan {
  readonly references: readonly Reference[];
  readonly fences: readonly Fence[];
  readonly links: readonly Link[];
  /** Words of its prose. */
  readonly words: number;
  readonly tags: readonly Tag[];
  readonly pictures: readonly Picture[];
  readonly modules: readonly Module[];
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
    tree = mdxToMdast(source) as unknown as Node;
  } catch (error) {
    return fail(syntaxProblem(error as Error, file));
  }
  const tooDeep = nestingProblem(tree, file);
  if (tooDeep !== undefined) return fail(tooDeep);
  const references: Reference[] = [];
  const fences: Fence[] = [];
  const links: Link[] = [];
  const tags: Tag[] = [];
  const pictures: Picture[] = [];
  const modules: Module[] = [];
  const headings: Heading[] = [];
  const slugger = new GithubSlugger();
  let words = 0;

  const visitTag = (node: Node): void => {
    // A fragment has no name.
    if (typeof node.name !== 'string') return;
    const { name } = node;
    const props = propsOf(node);
    const position = positionOf(node);
    const propPositions = findPropPositions(source, position, Object.keys(props));
    const tag = { name, props, position, propPositions };
    tags.push(tag);
    if (isReference(name)) references.push({ ...tag, component: name, text: textOf(node) });
    if (name === 'a' && typeof props.href === 'string') links.push({ url: props.href, position });
    if (name === 'img' && typeof props.src === 'string')
      pictures.push({ url: props.src, alt: typeof props.alt === 'string' ? props.alt : undefined, position });
  };

  const visitLink = (node: Node): void => {
    links.push({ url: node.url ?? '', position: positionOf(node) });
  };
  const countWords = ({ value = '' }: Node): void => {
    words += value.split(/\s+/).filter(word => /\w/.test(word)).length;
  };
  const visit: Readonly<Record<string, (node: Node) => void>> = {
    mdxJsxFlowElement: visitTag,
    mdxJsxTextElement: visitTag,
    text: countWords,
    inlineCode: countWords,
    link: visitLink,
    definition: visitLink,
    image: node =>
      pictures.push({ url: node.url ?? '', alt: node.alt || undefined, position: positionOf(node) }),
    mdxjsEsm: node => modules.push({ source: node.value ?? '', position: positionOf(node) }),
    code: ({ lang, meta, value, ...node }) =>
      fences.push({ language: lang ?? '', meta: meta ?? '', code: value ?? '', position: positionOf(node) }),
    heading: node => {
      const text = textOf(node);
      headings.push({ depth: node.depth ?? 1, text, id: slugger.slug(text), position: positionOf(node) });
    },
  };
  for (const node of walk(tree)) visit[node.type]?.(node);

  const sections = (tree.children ?? [])
    .filter(({ type, depth }) => type === 'heading' && depth === 2)
    .map(node => positionOf(node).start);
  return succeed({ references, fences, links, words, tags, pictures, modules, headings, sections, tree });
}

function isReference(name: string): name is Reference['component'] {
  return name === 'Example' || name === 'Output' || name === 'Value';
}
