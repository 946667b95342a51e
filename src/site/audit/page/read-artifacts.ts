import type { Words } from '../../../core/words/en/en.ts';
import { ANY, escaped, patternOf } from './sentence-pattern.ts';
import { markdownToMdast } from 'satteri';
import type { EditionArtifact } from '../plan/artifacts/edition-artifact.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly alt?: string | null;
  readonly children?: readonly Node[];
}

/** The line above a file: the kind, its name, and who verified it. */
function headPattern({ picture, table, text, ofFile, by }: Words['result']): RegExp {
  const kinds = [picture, table, text].map(escaped).join('|');
  const verified = patternOf(by(ANY, ''), '[^()]*');
  return new RegExp(`^(?:${kinds}) \\S+(?:${escaped(ofFile)}\\S.*?)? ${verified}`);
}

/** The files that runs left, as a Markdown edition shows them, and all pictures of examples in it. */
export function readArtifacts(
  markdown: string,
  site: string,
  result: Words['result'],
): { readonly artifacts: readonly EditionArtifact[]; readonly pictures: readonly string[] } {
  const tree = markdownToMdast(markdown) as unknown as Node;
  const images = [...all(tree)].filter(({ type }) => type === 'image');
  const urls = images.flatMap(({ url = '' }) => (url.startsWith(`${site}/examples/`) ? url : []));
  return { artifacts: [...artifactsIn(tree, headPattern(result))], pictures: urls };
}

function* all(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* all(child);
}

function* artifactsIn({ children = [] }: Node, head: RegExp): Generator<EditionArtifact> {
  for (const [index, node] of children.entries()) {
    const line = node.type === 'paragraph' ? textOf(node) : '';
    const link = node.children?.find(({ type }) => type === 'link');
    if (head.test(line) && link !== undefined)
      yield { line, url: link.url ?? '', shown: shownBy(children[index + 1]) };
    yield* artifactsIn(node, head);
  }
}

function shownBy(node: Node | undefined): EditionArtifact['shown'] {
  const [only, ...others] = node?.children ?? [];
  if (node?.type === 'paragraph' && only?.type === 'image' && others.length === 0)
    return [[only.url ?? '', only.alt ?? '']];
  return node?.type === 'table' ? node.children?.map(row => (row.children ?? []).map(textOf)) : undefined;
}

function textOf({ value, children = [] }: Node): string {
  return value ?? children.map(textOf).join('');
}
