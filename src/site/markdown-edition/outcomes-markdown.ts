import { shownOutput } from '../../core/text/plain-output.ts';
import type { Words } from '../../core/words/en/en.ts';
import type { Node } from '../article/mdx-tree.ts';
import { type FigureContent, surroundingWords } from '../figures/parts/figure.ts';
import { oftenWords } from '../figures/parts/outcomes-table.ts';
import type { OutcomesTable } from '../figures/parts/results.ts';
import { fenced, paragraph, rawBlock, text } from './markdown-nodes.ts';

/** What a race may print → for each version that counted: each outcome with its count and its meaning. */
export function outcomesMarkdown(
  content: FigureContent,
  { versions, rows }: OutcomesTable,
  of: readonly Node[],
  result: Words['result'],
): readonly Node[] {
  const { id: output, promise } = content;
  return versions.flatMap(({ python, tag, runs }, column) => {
    const by = ` ${result.by(python, surroundingWords(content, result))}.`;
    const promised = column === 0 && promise !== undefined ? ` ${promise}` : '';
    return [
      paragraph(text(result.outcomes), ...of, text(`${by}${promised}`)),
      ...rows.flatMap(({ prints, meaning, counts }, row) => {
        const count = counts[column] ?? 0;
        const words = oftenWords(count, runs, result);
        const often = count === 0 ? words : result.seen(words);
        const facts = { output, outcome: `${row + 1}`, count: `${count}`, runs: `${runs}`, python: tag };
        return [
          paragraph(text(result.outcome(row + 1, often) + meaning.replaceAll(/\s+/g, ' ').trim())),
          rawBlock(fenced('text', facts, shownOutput(prints))),
        ];
      }),
    ];
  });
}
