import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { pythonName } from '../../core/python-version.ts';
import { parseTimeline } from '../../core/timeline/format-timeline.ts';
import type { Words } from '../../core/words/en/en.ts';
import type { Example } from '../../core/example/example.ts';
import type { LedgerEntry } from '../../core/ledger/ledger.ts';
import type { Recording } from '../../core/verdict/recording.ts';
import { type KnownTimeline, timelineContent, type TimelineFigure } from './timeline-figure.ts';

/** What this build knows of the run that was watched. */
interface WatchedExample {
  readonly entry: Pick<LedgerEntry, 'problems'>;
  readonly verified: readonly { readonly recording: Recording }[];
  readonly recorded: readonly Recording[];
}

/** `<Timeline>` → its figure, or why the example has none to show. `anchors` are in use on the page. */
export function buildTimelineFigure(
  { title: heading }: { readonly title?: string | undefined },
  { example, timeline }: { readonly example: Example; readonly timeline?: WatchedExample | undefined },
  anchors: Set<string>,
  at: Pick<Problem, 'file' | 'line' | 'column'>,
  words: Words,
): Result<TimelineFigure> {
  const { id, file, entry, contract } = example;
  if (timeline === undefined)
    return fail({
      ...at,
      title: `${file} has no timeline.`,
      remedy: `Put "# timeline = true" below "# [tool.verbatim]" in it; then: npm run record -- ${id}`,
    });
  const known = knownTimeline(timeline, file, id);
  if (known.problems !== undefined) return fail(...known.problems.map(problem => ({ ...at, ...problem })));
  const anchor = freeAnchor(`${id.split('/').at(-1) ?? id}-timeline`, anchors);
  const title = contract.title ?? entry;
  return succeed({
    kind: 'timeline',
    anchor,
    title,
    ...timelineContent(id, known.value, words.timeline, heading),
  });
}

type Unknown = Pick<Problem, 'title' | 'remedy'>;

/**
 * The timeline that this build verified; if nothing ran, as in a check of an article, the recorded one.
 * @param checked what this build knows of the run that was watched
 */
export function knownTimeline(
  { entry, verified: [shown], recorded: [base] }: WatchedExample,
  file: string,
  id: string,
): { readonly value: KnownTimeline; readonly problems?: undefined } | { readonly problems: Unknown[] } {
  const [reason] = entry.problems;
  if (shown === undefined && reason !== undefined)
    return {
      problems: [
        {
          title: `The timeline of ${file} is not verified, so no page shows it: ${reason.title}`,
          remedy: `npm run check -- ${id}`,
        },
      ],
    };
  const recording = shown?.recording ?? base;
  if (recording === undefined)
    return {
      problems: [{ title: `The timeline of ${file} was never recorded.`, remedy: `npm run record -- ${id}` }],
    };
  const timeline = parseTimeline(recording.out);
  if (timeline === undefined)
    return {
      problems: [
        {
          title: `The recorded timeline of ${file} cannot be read: it is no timeline.`,
          remedy: `npm run record -- ${id}`,
        },
      ],
    };
  const { receipt } = recording;
  const python = receipt && pythonName({ version: receipt.python, gil: receipt.gil ?? true });
  return { value: { timeline, python, isVerified: shown !== undefined } };
}

function freeAnchor(base: string, anchors: Set<string>): string {
  let anchor = base;
  for (let number = 2; anchors.has(anchor); number += 1) anchor = `${base}-${number}`;
  anchors.add(anchor);
  return anchor;
}
