import type { Words } from '../../core/words/en/en.ts';
import type { Node } from '../article/mdx-tree.ts';
import type { FigureContent } from '../figures/parts/figure.ts';
import { downloadUrl } from '../routes.ts';
import { linkTo } from '../site-url.ts';
import { fenced, link, paragraph, rawBlock, text } from './markdown-nodes.ts';

/** The files beside the one that runs → Markdown: each as a block, and the archive that holds all of them. */
export function filesMarkdown(
  { id, archive, sample }: FigureContent,
  words: Words['runLine'],
): readonly Node[] {
  if (archive === undefined || sample === undefined) return [];
  const tabs = sample.tabs.flatMap(({ name, bytes, text: shown, lines, cut, isText }) => {
    const reason = isText ? words.long(bytes) : words.binary(bytes);
    if (shown === undefined) return [paragraph(text(words.notShown(name, reason)))];
    if (lines.length === 0) return [paragraph(text(words.notShown(name, words.empty)))];
    const facts = { file: encodeURIComponent(name), of: id };
    return [
      paragraph(text(words.beside(name))),
      rawBlock(fenced('text', facts, shown)),
      ...(cut === 0 ? [] : [paragraph(text(words.notShown(name, words.cut(cut, bytes))))]),
    ];
  });
  const others = sample.others.map(({ name, bytes }) =>
    paragraph(text(words.notShown(name, words.long(bytes)))),
  );
  const name = archive.replace(/^.*\//, '');
  const all = paragraph(text(`${words.archive} `), link(linkTo(downloadUrl(archive)), text(name)));
  return [...tabs, ...others, all];
}
