import { compareStream } from '../../contract/compare.ts';
import type { Example } from '../../example/example.ts';
import { recordingOf } from '../../example/recording-name.ts';
import { type PrintedText, STREAMS } from '../../printed-text.ts';
import type { Problem } from '../../problems/problem.ts';

/**
 * Whether an example printed what it prints when nobody watches; undefined if it did, or was not watched.
 * @param original recording of the example itself, or what it printed just now
 */
export function checkWatched(
  { watched, file }: Example,
  { besides }: PrintedText,
  original: PrintedText | undefined,
): Problem | undefined {
  if (watched === undefined || besides === undefined) return undefined;
  const { of } = watched;
  if (original === undefined) {
    const title = 'Its output was never recorded, so nothing says that watching it changes nothing.';
    return { file, title, remedy: `npm run record -- ${of.id}` };
  }
  for (const stream of STREAMS) {
    const { difference } = compareStream(stream, original, besides, of.contract);
    if (difference === undefined) continue;
    const recorded = recordingOf(of, stream);
    return {
      file,
      title: `Watched, it prints something else than ${recorded}:${difference.line}`,
      detail: difference.text,
      remedy: 'Watching takes time: give its waits room, or let it not print what depends on the run.',
    };
  }
  return undefined;
}
