import { shownOutput } from '../../../core/text/plain-output.ts';
import { splitLines } from '../../../core/text/lines.ts';
import type { HangBlock, WaitSentence } from './results.ts';

const SENTENCE = /^(?<name>.*?) waits in (?<what>.*?), line (?<line>\d+): (?<code>.*)$/;
const WHAT = /^(?<call>.*?)(?: for (?<on>.*?))?(?:, which (?<holder>.*) holds)?$/;
const CIRCLE = 'Circle: ';

/** The recorded text of where a run waits → the panel that shows it. */
export function hangBlock(recorded: string): HangBlock {
  const { lines } = splitLines(shownOutput(recorded));
  const all = lines.map(line => {
    const { name, what, line: number, code } = SENTENCE.exec(line)?.groups ?? {};
    const { call = '', on, holder } = WHAT.exec(what ?? '')?.groups ?? {};
    if (name === undefined || number === undefined || code === undefined) return line;
    return { name, call, on, holder, line: number, code } satisfies WaitSentence;
  });
  const last = all.at(-1);
  const isCircle = typeof last === 'string' && last.startsWith(CIRCLE);
  return {
    waits: isCircle ? all.slice(0, -1) : all,
    circle: isCircle ? last.slice(CIRCLE.length).split(' → ') : undefined,
  };
}
