import type { Words } from '../../core/words/en/en.ts';
import type { Node } from '../article/mdx-tree.ts';
import type { TimelineFigure } from '../timelines/timeline-figure.ts';
import type { ListedFact, ListedLane } from '../timelines/facts/timeline-facts.ts';
import { inlineCode, paragraph, strong, text } from './markdown-nodes.ts';

type TimelineWords = Words['timeline'];

/** Everything that `<Timeline>` shows → Markdown: the facts of the drawing as a list, and what was proved. */
export function timelineMarkdown(
  { heading, title, lanes, handovers, proof }: TimelineFigure,
  words: TimelineWords,
): readonly Node[] {
  const passed = handovers.map(each => item(paragraph(text(each))));
  return [
    paragraph(strong(heading), text(' ('), inlineCode(title), text('):')),
    list(lanes.map(lane => laneItem(lane, words))),
    ...(passed.length === 0 ? [] : [paragraph(text(`${words.ended}:`)), list(passed)]),
    ...(proof === undefined ? [] : [paragraph(text(`${proof}.`))]),
  ];
}

function laneItem({ name, life, facts }: ListedLane, words: TimelineWords): Node {
  const head = paragraph(inlineCode(name), text(`: ${life}`));
  return facts.length === 0 ? item(head) : item(head, list(facts.map(fact => item(factLine(fact, words)))));
}

function factLine({ words, code, rest, line }: ListedFact, of: TimelineWords): Node {
  const where = line === undefined ? '' : ` (${of.line(line)})`;
  const said = code === undefined || code === '' ? text(of.emptyLine) : inlineCode(code);
  return paragraph(text(words), said, text(`${rest}${where}`));
}

const list = (children: readonly Node[]): Node => ({ type: 'list', spread: false, children });
const item = (...children: readonly Node[]): Node => ({ type: 'listItem', spread: false, children });
