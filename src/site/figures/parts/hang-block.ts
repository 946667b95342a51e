import { STREAM_NAMES } from '../../../core/printed-text.ts';
import { shownOutput } from '../../../core/text/plain-output.ts';
import { splitLines } from '../../../core/text/lines.ts';
import type { HangBlock, WaitSentence } from './results.ts';

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
