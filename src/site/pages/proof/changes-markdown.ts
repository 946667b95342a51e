import type { Words } from '../../../core/words/en/en.ts';
import type { Node } from '../../article/mdx-tree.ts';
import {
  fenced,
  link,
  paragraph,
  rawBlock,
  text,
  writeMarkdown,
} from '../../markdown-edition/markdown-nodes.ts';
import type { ChangedVersion, NamedChange } from './changes.ts';

type ChangeWords = Words['changes'];

/** The page `/changes/` as Markdown. @param urlOf the whole address of a link */
export function changesMarkdown(
  versions: readonly ChangedVersion[],
  words: ChangeWords,
  urlOf: (href: string) => string,
): string {
  return writeMarkdown([
    heading(1, text(words.title)),
    paragraph(text(words.summary)),
    ...versions.flatMap(({ name, changes }) => [
      heading(2, text(words.python(name))),
      ...changes.flatMap(change => changeNodes(change, words, urlOf)),
    ]),
  ]);
}

function heading(depth: number, child: Node): Node {
  return { type: 'heading', depth, children: [child] };
}

function changeNodes(
  { id, tag, title, href, than, streams, files, unverified }: NamedChange,
  words: ChangeWords,
  urlOf: (href: string) => string,
): readonly Node[] {
  const says = unverified === '' ? [] : [words.notShown(unverified)];
  const changed = files.length === 0 ? [] : [words.files(files.join(', '))];
  return [
    heading(3, link(urlOf(href), text(title))),
    paragraph(text([`${words.comparedWith(than)}.`, ...changed, ...says].join(' '))),
    ...streams.flatMap(({ stream, lines }) => [
      paragraph(text(`${words.streams[stream]}:`)),
      rawBlock(
        fenced(
          'diff',
          { change: id, stream, python: tag },
          lines.map(({ sign, text: line }) => `${sign}${line}\n`).join(''),
        ),
      ),
    ]),
  ];
}
