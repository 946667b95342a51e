import { permits, promiseOf } from '../contract/compare.ts';
import { decode, type Example } from '../example/example.ts';
import type { Recording } from './recording.ts';
import type { Run } from './run.ts';

/** Characters of an output that a change keeps: more than a page can show, and a ledger of thousands stays one that can be read. */
const KEPT = 20_000;

/** The beginning of an output, and how many characters of it were left away. */
export interface Excerpt {
  readonly text: string;
  readonly omitted: number;
}

/** What a stream held when it was recorded, and what a run made of it: for those who review the change. */
export interface OutputChange {
  readonly stream: 'out' | 'err';
  /** Absent where nothing was recorded. */
  readonly before?: Excerpt | undefined;
  readonly after: Excerpt;
}

/** The streams of a run that are not what was recorded, as far as the contract says what is the same. Of a run that did not end by itself, none: it was not done. */
export function outputChanges(
  { contract }: Example,
  run: Run,
  recording: Recording | undefined,
): readonly OutputChange[] {
  if (run.ending !== 'exited') return [];
  return (['out', 'err'] as const).flatMap((stream): OutputChange[] => {
    const [before, after] = [recording?.[stream], decode(stream === 'out' ? run.stdout : run.stderr)];
    if (
      after === undefined ||
      (before ?? '') === after ||
      permits(before ?? '', after, promiseOf(contract, stream, run.underContention))
    )
      return [];
    return [{ stream, before: before === undefined ? undefined : excerpt(before), after: excerpt(after) }];
  });
}

/** No character is cut in two. */
function excerpt(text: string): Excerpt {
  const kept = text.slice(0, KEPT).replace(/[\ud800-\udbff]$/, '');
  return text.length <= KEPT ? { text, omitted: 0 } : { text: kept, omitted: text.length - kept.length };
}
