import { en } from '../../core/words/en/en.ts';
import type { Node } from '../article/mdx-tree.ts';
import type { CodeNote } from '../figures/parts/figure.ts';
import { paragraph, strong, text, toBlocks } from './markdown-nodes.ts';

/**
 * Notes on lines of code → a numbered list, each item with its line.
 * @param contents what each note holds, as nodes of Markdown
 */
export function notesMarkdown(
  notes: readonly CodeNote[] = [],
  contents: readonly (readonly Node[])[] = [],
): readonly Node[] {
  if (notes.length === 0) return [];
  const items = notes.map(({ line }, index): Node => {
    const [first, ...others] = toBlocks(contents[index] ?? []);
    const head = [strong(`${en.figure.line(line)}:`), text(' ')];
    return {
      type: 'listItem',
      spread: others.length > 0,
      children: [paragraph(...head, ...(first?.children ?? [])), ...others],
    };
  });
  return [{ type: 'list', ordered: true, spread: false, children: items }];
}
