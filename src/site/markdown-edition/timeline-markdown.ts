import type { Node } from '../article/mdx-tree.ts';
import type { TimelineFigure } from '../timelines/timeline-figure.ts';
import type { ListedFact, ListedLane } from '../timelines/facts/timeline-facts.ts';
import { inlineCode, paragraph, strong, text } from './markdown-nodes.ts';

/** Everything that `<Timeline>` shows → Markdown: the facts of the drawing as a list, and what was proved. */
export function timelineMarkdown({
  heading,
  title,
  lanes,
  handovers,
  proof,
}: TimelineFigure): readonly Node[] {
  const passed = handovers.map(each => item(paragraph(text(each))));
  return [
    paragraph(strong(heading), text(' ('), inlineCode(title), text('):')),
    list(lanes.map(laneItem)),
    ...(passed.length === 0 ? [] : [paragraph(text('What ended the wait of another:')), list(passed)]),
    ...(proof === undefined ? [] : [paragraph(text(`${proof}.`))]),
  ];
}

function laneItem({ name, life, facts }: ListedLane): Node {
  const head = paragraph(inlineCode(name), text(`: ${life}`));
  return facts.length === 0 ? item(head) : item(head, list(facts.map(fact => item(factLine(fact)))));
}

function factLine({ words, code, rest, line }: ListedFact): Node {
  const where = line === undefined ? '' : ` (line ${line})`;
  const said = code === undefined || code === '' ? text('an empty line') : inlineCode(code);
  return paragraph(text(words), said, text(`${rest}${where}`));
}

const list = (children: readonly Node[]): Node => ({ type: 'list', spread: false, children });
const item = (...children: readonly Node[]): Node => ({ type: 'listItem', spread: false, children });
