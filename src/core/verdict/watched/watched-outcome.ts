import { resolutionOf, showsTurns } from '../../contract/tables/timeline-table.ts';
import type { Example } from '../../example/example.ts';
import { positionOfKey } from '../../example/metadata.ts';
import type { PrintedText } from '../../printed-text.ts';
import { fail, type Result, succeed } from '../../problems/result.ts';
import { buildTimeline } from '../../timeline/build-timeline.ts';
import { MAX_WATCH_EVENTS } from '../../timeline/events.ts';
import { formatTimeline } from '../../timeline/format-timeline.ts';
import { describeStuck } from '../../timeline/stuck-lanes.ts';
import { timelineSchema } from '../../timeline/timeline.ts';
import { endedWatched, type WatchedRun, watchedRun } from '../../timeline/watched-lanes.ts';

/**
 * What a run printed → the same with where it hangs; of a watched run, its timeline and not its output.
 * @param events what its harness reported
 */
export function watchedOutcome(example: Example, events: string, printed: PrintedText): Result<PrintedText> {
  const { contract, watched } = example;
  if (watched === undefined && contract.hangs !== true) return succeed(printed);
  const run = watchedRun(events);
  const stuck = contract.hangs === true ? whereStuck(example, run) : succeed(undefined);
  if (stuck.problems !== undefined) return stuck;
  const all: PrintedText = stuck.value === undefined ? printed : { ...printed, waits: stuck.value };
  if (watched === undefined) return succeed(all);
  const { file } = example;
  const at = positionOfKey('timeline', example);
  if (events.split('\n').length > MAX_WATCH_EVENTS) {
    const title = `It has more than ${MAX_WATCH_EVENTS} waits and lines of output, too many for a picture.`;
    return fail({ file, ...at, title, remedy: 'Let the sample do less: ten waits make a picture.' });
  }
  if (contract.hangs !== true && !endedWatched(run)) {
    const title = 'It ended without the harness: what it did after that is in no picture.';
    const remedy = 'Let it leave descriptors open and profile functions as they are, and end by itself.';
    return fail({ file, ...at, title, remedy });
  }
  const built = buildTimeline(run, {
    resolution: resolutionOf(contract),
    turns: showsTurns(contract),
    isStuck: contract.hangs === true,
  });
  const { data } = timelineSchema.safeParse(built);
  if (data === undefined) {
    const title = 'What its lanes do is too much for a picture, or nothing.';
    const { length } = built.lanes;
    const detail = `    ${length} lanes; a picture has 1 to 40, each with at most 500 waits and lines.`;
    return fail({ file, ...at, title, detail, remedy: 'Let the sample do less, or remove timeline.' });
  }
  return succeed({ out: formatTimeline(data), underContention: printed.underContention, besides: all });
}

function whereStuck(example: Example, run: WatchedRun): Result<string> {
  const { source, variant, file } = example;
  const lines = source.split('\n');
  const stuck = describeStuck(run, line => ({
    number: variant?.originalLines[line - 1] ?? line,
    text: (lines[line - 1] ?? '').trim(),
  }));
  if ('text' in stuck) return succeed(stuck.text);
  const title = `It is at rest, and not stuck: ${stuck.reason}.`;
  const remedy = 'Let it wait without a timeout; or give it longer than it sleeps: timeout = 30';
  return fail({ file, line: stuck.line, title, remedy });
}
