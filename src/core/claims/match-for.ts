import { escapePattern, patternProblem } from '../text/pattern.ts';
import { capture } from '../text/plain-output.ts';

/** Lines of an output from which a pattern is made: each is a search through all of it. */
const MAX_TRIED = 5;
/** Characters beside the text that a pattern has. */
const BESIDE = 40;

/** The pattern under which a text of an output is quoted; undefined if the output does not have the text. */
export function matchFor(output: string, text: string): string | undefined {
  const word = text.trim();
  if (word === '') return undefined;
  const group = /^\d+$/.test(word) ? String.raw`(\d+)` : String.raw`(\S+)`;
  const lines = output.split('\n').filter(line => line.includes(word));
  const patterns = lines.slice(0, MAX_TRIED).flatMap(line => {
    const index = line.indexOf(word);
    const before = escapePattern(line.slice(0, index).slice(-BESIDE));
    const after = escapePattern(line.slice(index + word.length).slice(0, BESIDE));
    return [`${before}${group}`, `${before}${group}${after}`];
  });
  return patterns.find(
    each => !each.includes('"') && patternProblem(each) === undefined && capture(output, each)?.text === word,
  );
}
