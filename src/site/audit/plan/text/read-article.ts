import { mdxToMdast } from 'satteri';

/** What is needed here of a node of an article. */
interface ArticleNode {
  readonly type: string;
  readonly value?: string;
  readonly identifier?: string;
  readonly url?: string;
  readonly title?: string | null;
  readonly isAlone?: boolean;
  readonly children?: readonly ArticleNode[];
}

/** What holds no formula: escapes, code in a line, comments, addresses, texts of pictures, tags. */
const PLAIN =
  String.raw`\\[^]|(?<run>\x60+)(?!\x60)(?:(?!\n[ \t]*\n)[^])*?(?<!\x60)\k<run>(?!\x60)|\x60+` +
  String.raw`|\{\/\*[^]*?\*\/\}|\]\([^()\n]*\)|!\[[^\]\n]*\]|<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^"'>]){0,2000}>`;

/** Signs around it as Pandoc has them, on lines without an empty one between. */
const FORMULA =
  String.raw`(?<![\p{L}\p{N}_$])\$(?![\s$])(?<tex>(?:\\.|(?!="|\n[ \t>]*(?:\n|$))[^\\$])+?)(?<!\s)\$` +
  String.raw`(?:(?![\p{L}\p{N}_$])|(?=(?:st|nd|rd|th|s)(?![\p{L}\p{N}])))`;

const MARK = new RegExp(`${PLAIN}|${FORMULA}`, 'gu');

/** The line that begins a fence. */
const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*(?<sign>`{3,}|~{3,})/;

/** An article → its tree: formulas are tags `Formula`, and each picture and link has its address. */
export function articleTree(source: string): ArticleNode {
  const tree = mdxToMdast(withTags(source), {
    features: { headingAttributes: true },
  }) as unknown as ArticleNode;
  const definitions = new Map<string, ArticleNode>();
  const collect = (node: ArticleNode): void => {
    const { type, identifier = '', children = [] } = node;
    if (type === 'definition' && !definitions.has(identifier)) definitions.set(identifier, node);
    for (const child of children) collect(child);
  };
  collect(tree);
  const resolve = (node: ArticleNode): ArticleNode => {
    const { children } = node;
    const shown = children?.filter(({ type, value = '' }) => type !== 'text' || value.trim() !== '');
    const isAlone = node.type === 'paragraph' && shown?.length === 1;
    const isReference = node.type === 'imageReference' || node.type === 'linkReference';
    const { url, title } = (isReference && definitions.get(node.identifier ?? '')) || node;
    const type = isReference ? node.type.replace('Reference', '') : node.type;
    const resolved = { ...node, type, url, title };
    if (children === undefined) return resolved;
    return { ...resolved, children: children.map(resolve).map(child => ({ ...child, isAlone })) };
  };
  return resolve(tree);
}

/** A source with a tag in the place of each formula: Markdown would read its signs, and MDX its braces. */
function withTags(source: string): string {
  if (!source.includes('$')) return source;
  let text = '';
  let written = '';
  let fence = '';
  const flush = (): void => {
    written += text.replaceAll(MARK, (...found) => {
      const { tex } = found.at(-1) as { readonly tex?: string };
      return tex === undefined ? String(found[0]) : formulaTag(tex);
    });
    text = '';
  };
  for (const line of source.split(/(?<=\n)/)) {
    const { sign = '' } = FENCE.exec(line)?.groups ?? {};
    const ends = fence !== '' && new RegExp(`^[ \\t>]*${fence}[\`~]*[ \\t]*\\n?$`).test(line);
    if (fence === '' && sign === '') text += line;
    else {
      flush();
      written += line;
      fence = fence === '' ? sign : ends ? '' : fence;
    }
  }
  flush();
  return written;
}

function formulaTag(tex: string): string {
  return `<Formula tex="${encodeURIComponent(tex.replaceAll(/[ \t]*\n[ \t>]*/g, ' '))}" />`;
}
