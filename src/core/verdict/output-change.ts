import { permits, promiseOf } from '../contract/compare.ts';
import { STREAMS, type Stream } from '../contract/printed-text.ts';
import { decode, type Example } from '../example/example.ts';
import type { Recording } from './recording.ts';
import type { Run } from './run.ts';

/** Characters that an excerpt keeps: more than a page shows, and few enough for a ledger of many entries. */
const MAX_CHARACTERS = 20_000;

/** The beginning of an output, and how many characters of it were left out. */
export interface Excerpt {
  readonly text: string;
  readonly omitted: number;
}

/** What was recorded of a stream, and what a run printed instead: for the reviewer of the change. */
export interface OutputChange {
  readonly stream: Stream;
  /** Absent if nothing was recorded. */
  readonly before?: Excerpt | undefined;
  readonly after: Excerpt;
}

/** The streams that the contract does not permit in place of the recording; none if the run was cut short. */
export function outputChanges(
  { contract }: Example,
  run: Run,
  recording: Recording | undefined,
): readonly OutputChange[] {
  if (run.ending !== 'exited') return [];
  return STREAMS.flatMap((stream): OutputChange[] => {
    const before = recording?.[stream];
    const after = decode(stream === 'out' ? run.stdout : run.stderr);
    // An unchanged number out of its bounds is no change.
    if (after === undefined || after === (before ?? '')) return [];
    if (permits(before ?? '', after, promiseOf(contract, stream, run.underContention))) return [];
    return [{ stream, before: before === undefined ? undefined : excerpt(before), after: excerpt(after) }];
  });
}

function excerpt(text: string): Excerpt {
  if (text.length <= MAX_CHARACTERS) return { text, omitted: 0 };
  // A character of two UTF-16 units is not cut in half.
  const kept = text.slice(0, MAX_CHARACTERS).replace(/[\ud800-\udbff]$/, '');
  return { text: kept, omitted: text.length - kept.length };
}
