import { artifactEnding } from '../../core/artifacts/artifact-kind.ts';
import type { Words } from '../../core/words/en/en.ts';
import type { Node } from '../article/mdx-tree.ts';
import { shownLines } from '../figures/artifacts/shown-artifact.ts';
import { type ArtifactBlock, moreWords } from '../figures/parts/artifact-block.ts';
import { downloadUrl } from '../routes.ts';
import { absoluteUrl } from '../site-url.ts';
import { fenced, inlineCode, link, paragraph, rawBlock, text } from './markdown-nodes.ts';

/** Where a file comes from: its example, the version that alone left it, and its bytes. */
interface Origin {
  readonly id: string;
  readonly tag: string | undefined;
  readonly bytes: Uint8Array;
}

/**
 * A file that a run left → Markdown: a picture with its address, a table, or a fence with the text.
 * @param end of the line above it: who verified it
 */
export function artifactMarkdown(
  { name, alt, file, shown }: ArtifactBlock,
  { id, tag, bytes }: Origin,
  end: string,
  result: Words['result'],
): readonly Node[] {
  const url = absoluteUrl(downloadUrl(file));
  const head = [text(`${result[shown.kind]} `), link(url, inlineCode(name))];
  if (shown.kind === 'picture')
    return [paragraph(...head, text(`${end}:`)), paragraph({ type: 'image', url, alt })];
  const { kind, more } = shown;
  const left = more === 0 ? '' : result.without(moreWords(more, kind, result));
  const above = paragraph(...head, text(`${end}${left}: ${alt.replaceAll(/\s+/g, ' ')}`));
  if (kind === 'table') return [above, tableNode([shown.head, ...shown.rows])];
  const language = artifactEnding(name) === 'json' ? 'json' : 'text';
  const facts = { artifact: id, name, python: tag };
  return [above, rawBlock(fenced(language, facts, shownLines(bytes).text))];
}

/** The first row is the head. */
function tableNode(rows: readonly (readonly string[])[]): Node {
  return { type: 'table', children: rows.map(row => ({ type: 'tableRow', children: row.map(cellNode) })) };
}

/** A cell with every character of its text. At its ends, Markdown keeps only blanks that are entities. */
function cellNode(value: string): Node {
  const [, before = '', inner = '', after = ''] = /^([ \t]*)(.*?)([ \t]*)$/s.exec(value) ?? [];
  const blanks = (all: string): Node[] =>
    all === '' ? [] : [rawBlock([...all].map(blank => `&#${blank.codePointAt(0)};`).join(''))];
  const texts = inner === '' ? [] : [text(inner)];
  return { type: 'tableCell', children: [...blanks(before), ...texts, ...blanks(after)] };
}
