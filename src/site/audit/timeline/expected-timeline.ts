import type { Words } from '../../../core/words/en/en.ts';
import type { Timeline } from '../../../core/timeline/timeline.ts';
import { expectedDrawing } from './expected-drawing.ts';
import {
  expectedHandover,
  expectedKey,
  expectedLanes,
  expectedOutputs,
  printedAsShown,
} from './expected-facts.ts';
import type { WithShownTimeline } from './shown-timeline.ts';

type TimelineWords = Words['timeline'];

/** A figure of a timeline that a page has to show. */
export interface PlannedTimeline {
  readonly kind: 'timeline';
  /** Id of the example. */
  readonly id: string;
  /** What the author wrote in the place of the heading. */
  readonly title?: string | undefined;
  /** Whether it is on the page of its example. */
  readonly alone: boolean;
}

/** The lines of a figure, or why no page may have it. */
export function timelineLines(
  { id, title, alone }: PlannedTimeline,
  example: WithShownTimeline,
  anchor: string,
  { base, words }: { readonly base: string; readonly words: TimelineWords },
): string[] | string {
  const { timeline: audited } = example;
  if (audited?.shown === undefined) return `No timeline of ${id} was verified in this build.`;
  const { timeline, python } = audited.shown;
  const page = `${base}/examples/${id}/`;
  const link = (line: number | undefined, label: string): string =>
    line === undefined ? '' : `[${words.line(line)}](${page}#${id.split('/').at(-1)}-L${line} ${label})`;
  return [
    'figure.example.timeline: ',
    `span.language: ${title ?? expectedHeading(timeline, words)}`,
    `span.name: ${example.title}`,
    `div.what-happened[data-timeline=${id}]: `,
    'div.drawing: ',
    ...expectedDrawing('wide', timeline, words),
    ...expectedDrawing('tall', timeline, words),
    'ul.key[aria-hidden=true]: ',
    ...expectedKey(timeline, words).map(([form, meaning]) => `li: {${form}}${meaning}`),
    ...saidLines(timeline, link, words),
    ...listedLines(timeline, line => link(line, words.lineOf(line ?? 0, anchor)), words),
    'div.verdict: ',
    `span.checked: ${words.proof(python)}`,
    'p.actions: ',
    `a[aria-label=${words.linkTo(anchor)}][href=#${anchor}]: ${words.link}`,
    ...(alone ? [] : [`a[aria-label=${words.exampleOf(anchor)}][href=${page}]: ${words.example}`]),
  ];
}

/** `What each thread and task did` */
export function expectedHeading({ lanes }: Timeline, words: TimelineWords): string {
  return words.heading([...new Set(lanes.map(({ kind }) => kind))]);
}

type Link = (line: number | undefined, label: string) => string;

function saidLines(timeline: Timeline, link: Link, words: TimelineWords): string[] {
  const outputs = expectedOutputs(timeline);
  if (outputs.length === 0) return [];
  return [
    'div.panel.said-lines: ',
    'p.label: ',
    `span: ${words.printed}`,
    ...outputs.map(({ lane, line, number, stream, text }) => {
      const of = line === undefined ? '' : `[data-line=${line}]`;
      const claims = `[data-lane=${lane}]${of}[data-number=${number}][data-stream=${stream}]`;
      const printed = JSON.stringify(printedAsShown(text));
      return `li${claims}: ${printed}${link(line, words.printedLine(line ?? 0, number))}`;
    }),
  ];
}

function listedLines(
  timeline: Timeline,
  link: (line: number | undefined) => string,
  words: TimelineWords,
): string[] {
  const { handovers } = timeline;
  return [
    'details.panel.listed: ',
    'summary.label: ',
    `span: ${words.list}`,
    ...expectedLanes(timeline, words).flatMap(({ name, life, facts }) => [
      `p.listed-lane: **${name}**: ${life}`,
      ...facts.map(({ before, code, after, line }) => {
        const said = code === '' ? words.emptyLine : `\`${code}\``;
        return `li: ${before}${said}${after}${line === undefined ? '' : ` (${link(line)})`}`;
      }),
    ]),
    ...(handovers.length === 0 ? [] : [`p.listed-lane: **${words.ended}**`]),
    ...handovers.map(handover => `li: ${expectedHandover(handover, timeline, words)}`),
  ];
}
