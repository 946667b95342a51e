import { STREAM_NAMES } from '../../../core/printed-text.ts';
import { shownOutput } from '../../../core/text/plain-output.ts';
import { splitLines } from '../../../core/text/lines.ts';

/** Where one thread waits: `Ada` + `waits in Lock.acquire for paper, which Bob holds` + line 14. */
export interface WaitSentence {
  readonly name: string;
  readonly what: string;
  /** The number of the line in the file, and its text. */
  readonly line: string;
  readonly code: string;
}

/** What a page shows of a run that got stuck. */
export interface HangBlock {
  readonly label: string;
  /** A line that is no sentence of the recording's form is shown as it is. */
  readonly waits: readonly (WaitSentence | string)[];
  /** Who waits for whom, from a thread to itself; absent if there is no circle. */
  readonly circle?: readonly string[] | undefined;
}

const SENTENCE = /^(?<name>.*?) (?<what>waits in .*?), line (?<line>\d+): (?<code>.*)$/;
const CIRCLE = 'Circle: ';

/** The recorded text of where a run waits → the panel that shows it. */
export function hangBlock(recorded: string): HangBlock {
  const { lines } = splitLines(shownOutput(recorded));
  const all = lines.map(line => {
    const { name, what, line: number, code } = SENTENCE.exec(line)?.groups ?? {};
    return name === undefined ? line : ({ name, what, line: number, code } as WaitSentence);
  });
  const last = all.at(-1);
  const isCircle = typeof last === 'string' && last.startsWith(CIRCLE);
  return {
    label: STREAM_NAMES.waits,
    waits: isCircle ? all.slice(0, -1) : all,
    circle: isCircle ? last.slice(CIRCLE.length).split(' → ') : undefined,
  };
}
