import { expect, test } from 'vitest';
import type { LedgerEntry } from '../../../../src/core/ledger/ledger.ts';
import type { Problem } from '../../../../src/core/problems/problem.ts';
import { buildReference } from '../../../../src/site/figures/build-reference.ts';
import { type CheckedExample, checkedExample } from '../../../../src/site/figures/parts/checked-example.ts';
import type { TimelineFigure } from '../../../../src/site/timelines/timeline-figure.ts';
import { PLAIN } from '../../../../src/site/highlight/plain-highlighter.ts';
import { exampleOf, recordingOf } from '../../../fixtures/examples.ts';
import { en } from '../../../../src/core/words/en/en.ts';
import { timelineText } from '../../../fixtures/timelines.ts';

const VERIFIED = { verdict: 'verified', problems: [], python: '3.13.0', gil: true } as const;

/** What is known of the watched run of the example, whose recording has this text. */
function watched(text: string | undefined, entry: Partial<LedgerEntry> = VERIFIED): CheckedExample {
  const example = exampleOf();
  const all = { id: `${example.id}.timeline`, file: example.file, ...VERIFIED, ...entry };
  const base = text === undefined ? undefined : recordingOf(text);
  return checkedExample(all, entry === NOT_RUN ? [] : [all], example, { base, versions: new Map() });
}

const NOT_RUN = {};

function build(
  timeline: CheckedExample | undefined,
  props: Readonly<Record<string, unknown>> = {},
  anchors = new Set<string>(),
): { readonly figure: TimelineFigure | undefined; readonly problems: readonly Problem[] } {
  const example = exampleOf();
  const reference = {
    component: 'Timeline',
    props: { file: 'topic/sample.py', ...props },
    files: ['topic/sample.py'],
    text: '',
    position: { line: 3, column: 1, start: 0, end: 0 },
    propPositions: { file: { line: 3, column: 11 } },
  } as const;
  const checked = { ...checkedExample(example, [], example), timeline };
  const { value, problems = [] } = buildReference(reference, 'content/a/b.mdx', anchors, {
    examples: new Map([[example.id, checked]]),
    highlighter: PLAIN,
    words: en,
  });
  return { figure: value?.kind === 'timeline' ? value : undefined, problems };
}

test('a verified timeline becomes a figure with its proof', () => {
  const { figure } = build(watched(timelineText('deadlock')));
  expect(figure).toMatchObject({
    anchor: 'sample-timeline',
    id: 'topic/sample',
    title: 'sample.py',
    heading: 'What each thread did',
    proof: 'Recorded from a run with CPython 3.13.0; each build checks it again',
  });
  expect(figure?.outputs.map(({ number, text }) => `${number} ${text}`)).toEqual([
    '1 Left has the fork',
    '2 Right has the knife',
  ]);
});

test('the heading names what the lanes are, or is the title of the tag', () => {
  expect(build(watched(timelineText('gather'))).figure?.heading).toBe('What each task did');
  expect(build(watched(timelineText('four_processes'))).figure?.heading).toBe('What each process did');
  expect(build(watched(timelineText('gather')), { title: 'Side by side' }).figure?.heading).toBe(
    'Side by side',
  );
});

test('a second timeline of an example has an anchor of its own', () => {
  const anchors = new Set(['sample-timeline']);
  expect(build(watched(timelineText('gather')), {}, anchors).figure?.anchor).toBe('sample-timeline-2');
});

test('where nothing ran, a recorded timeline is shown without a proof', () => {
  const { figure } = build(watched(timelineText('deadlock'), NOT_RUN));
  expect([figure?.kind, figure?.proof]).toEqual(['timeline', undefined]);
});

test.for([
  ['has no timeline', undefined, 'examples/topic/sample.py has no timeline.'],
  [
    'was never recorded',
    watched(undefined, NOT_RUN),
    'The timeline of examples/topic/sample.py was never recorded.',
  ],
  [
    'holds no timeline',
    watched('{"seconds": 1}'),
    'The recorded timeline of examples/topic/sample.py cannot be read: it is no timeline.',
  ],
  [
    'holds no JSON',
    watched('hello'),
    'The recorded timeline of examples/topic/sample.py cannot be read: it is no timeline.',
  ],
  [
    'drifted',
    watched(timelineText('deadlock'), {
      verdict: 'drifted',
      problems: [{ file: 'a.py', title: 'Thread-1 waited at line 9.' }],
    }),
    'The timeline of examples/topic/sample.py is not verified, so no page shows it: Thread-1 waited at line 9.',
  ],
] as const)('an example that %s is a problem at the tag', ([, timeline, title]) => {
  const { figure, problems } = build(timeline);
  expect(figure).toBeUndefined();
  expect(problems.map(({ line, column, title: said }) => [line, column, said])).toEqual([[3, 11, title]]);
  expect(problems[0]?.remedy).toMatch(/npm run (?:record|check) -- topic\/sample$/);
});
