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
  base: string,
): string[] | string {
  const { timeline: audited } = example;
  if (audited?.shown === undefined) return `No timeline of ${id} was verified in this build.`;
  const { timeline, python } = audited.shown;
  const page = `${base}/examples/${id}/`;
  const link = (line: number | undefined, label: string): string =>
    line === undefined ? '' : `[line ${line}](${page}#${id.split('/').at(-1)}-L${line} ${label})`;
  return [
    'figure.example.timeline: ',
    `span.language: ${title ?? expectedHeading(timeline)}`,
    `span.name: ${example.title}`,
    `div.what-happened[data-timeline=${id}]: `,
    'div.drawing: ',
    ...expectedDrawing('wide', timeline),
    ...expectedDrawing('tall', timeline),
    'ul.key: ',
    ...expectedKey(timeline).map(([form, meaning]) => `li: {${form}}${meaning}`),
    ...saidLines(timeline, link),
    ...listedLines(timeline, line => link(line, `Line ${line} of ${anchor}`)),
    'div.verdict: ',
    `span.checked: ${expectedProof(python)}`,
    'p.actions: ',
    `a[aria-label=Link to ${anchor}][href=#${anchor}]: Link`,
    ...(alone ? [] : [`a[aria-label=Example of ${anchor}][href=${page}]: Example`]),
  ];
}

/** `What each thread and task did` */
export function expectedHeading({ lanes }: Timeline): string {
  return `What each ${[...new Set(lanes.map(({ kind }) => kind))].join(' and ')} did`;
}

/** What a page claims of a timeline, without its full stop. */
export function expectedProof(python: string): string {
  return `Recorded from a run with CPython ${python}; each build checks it again`;
}

type Link = (line: number | undefined, label: string) => string;

function saidLines(timeline: Timeline, link: Link): string[] {
  const outputs = expectedOutputs(timeline);
  if (outputs.length === 0) return [];
  return [
    'div.panel.said-lines: ',
    'p.label: ',
    'span: Printed in this run',
    ...outputs.map(({ lane, line, number, stream, text }) => {
      const of = line === undefined ? '' : `[data-line=${line}]`;
      const claims = `[data-lane=${lane}]${of}[data-number=${number}][data-stream=${stream}]`;
      const printed = JSON.stringify(printedAsShown(text));
      return `li${claims}: ${printed}${link(line, `Line ${line}, which printed line ${number}`)}`;
    }),
  ];
}

function listedLines(timeline: Timeline, link: (line: number | undefined) => string): string[] {
  const { handovers } = timeline;
  return [
    'details.panel.listed: ',
    'summary.label: ',
    'span: The same as a list',
    ...expectedLanes(timeline).flatMap(({ name, life, facts }) => [
      `p.listed-lane: **${name}**: ${life}`,
      ...facts.map(({ before, code, after, line }) => {
        const said = code === '' ? 'an empty line' : `\`${code}\``;
        return `li: ${before}${said}${after}${line === undefined ? '' : ` (${link(line)})`}`;
      }),
    ]),
    ...(handovers.length === 0 ? [] : ['p.listed-lane: **What ended the wait of another**']),
    ...handovers.map(handover => `li: ${expectedHandover(handover, timeline)}`),
  ];
}
