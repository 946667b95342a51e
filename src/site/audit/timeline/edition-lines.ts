import type { Words } from '../../../core/words/en/en.ts';
import { markdownToMdast } from 'satteri';
import { expectedHandover, expectedLanes } from './expected-facts.ts';
import { expectedHeading, type PlannedTimeline } from './expected-timeline.ts';
import type { WithShownTimeline } from './shown-timeline.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** The sentences of a timeline in a Markdown edition, and the one in which it was verified. */
export function editionLines(
  block: Pick<PlannedTimeline, 'title'>,
  { title, timeline: audited }: WithShownTimeline,
  words: Words['timeline'],
): { readonly lines: readonly string[]; readonly claims: readonly string[] } {
  if (audited?.shown === undefined) return { lines: [], claims: [] };
  const { timeline, python } = audited.shown;
  const { handovers } = timeline;
  const proof = `${words.proof(python)}.`;
  const lines = [
    `${block.title ?? expectedHeading(timeline, words)} (\`${title}\`):`,
    ...expectedLanes(timeline, words).flatMap(({ name, life, facts }) => [
      `\`${name}\`: ${life}`,
      ...facts.map(({ before, code, after, line }) => {
        const said = code === '' ? words.emptyLine : `\`${code}\``;
        return `${before}${said}${after}${line === undefined ? '' : ` (${words.line(line)})`}`;
      }),
    ]),
    ...(handovers.length === 0 ? [] : [`${words.ended}:`]),
    ...handovers.map(handover => expectedHandover(handover, timeline, words)),
    proof,
  ];
  return { lines, claims: [proof] };
}

/** Whether a Markdown edition has all of these lines, one paragraph or entry of a list after the other. */
export function hasLines(markdown: string, timelines: readonly (readonly string[])[]): boolean {
  const found = paragraphsIn(markdownToMdast(markdown) as unknown as Node);
  let next = 0;
  return timelines.every(lines => {
    const at = found.findIndex(
      (_, index) => index >= next && lines.every((line, row) => found[index + row] === line),
    );
    next = at + lines.length;
    return at !== -1;
  });
}

function paragraphsIn(node: Node): readonly string[] {
  return node.type === 'paragraph' ? [textOf(node)] : (node.children ?? []).flatMap(paragraphsIn);
}

function textOf({ type, value = '', children = [] }: Node): string {
  return type === 'inlineCode' ? `\`${value}\`` : `${value}${children.map(textOf).join('')}`;
}
