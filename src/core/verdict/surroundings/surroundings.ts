import { isTextArtifact } from '../../artifacts/artifact-kind.ts';
import { maskLine } from '../../contract/describe-contract.ts';
import { masksPromise } from '../../contract/unfit-keys.ts';
import { applyMasks } from '../../contract/masks/mask.ts';
import { type PrintedText, STREAM_NAMES, STREAMS } from '../../printed-text.ts';
import { declaration } from '../../example/block-lines.ts';
import { decode, type Example } from '../../example/example.ts';
import { positionOfKey } from '../../example/metadata.ts';
import type { Problem } from '../../problems/problem.ts';
import { splitLines } from '../../text/lines.ts';
import { clockForms } from './clock-forms.ts';

/** When and where outputs were printed. Whatever shows one of these holds nowhere else. */
export interface Surroundings {
  /** Before the first run, and after the last. */
  readonly from: Date;
  readonly to: Date;
  readonly user: string;
  readonly host: string;
  readonly home: string;
}

/** Names that say nothing about a person or a machine, and that programs print for other reasons. */
const COMMON =
  /^(?:root|user|users|admin|home|runner|node|python|test|tests|build|main|local(?:host)?(?:\..*)?)$/i;

/**
 * Why an output cannot be recorded although its runs agree: it holds the date or the time at which it was
 * printed, or the name of the user or the machine. What the sample itself spells out is not taken for these.
 */
export function surroundingsProblem(
  example: Example,
  output: PrintedText,
  surroundings: Surroundings,
): Problem | undefined {
  const { contract, file } = example;
  const own = [...example.files.values()].map(bytes => decode(bytes) ?? '').join('\n');
  const given = [own, contract.stdin ?? '', ...contract.args, ...Object.values(contract.env)].join('\n');
  const streams = STREAMS.map(stream => {
    const { lines } = applyMasks(splitLines(output[stream] ?? '').lines, contract.mask);
    return { name: STREAM_NAMES[stream], text: lines.join('\n'), key: 'mask' };
  });
  const files = [...(output.artifacts ?? [])].flatMap(([name, bytes]) =>
    isTextArtifact(name) ? [{ name, text: decode(bytes) ?? '', key: name }] : [],
  );
  for (const { name, text, key } of [...streams, ...files]) {
    const found =
      clockProblem(text, given, surroundings, example, output) ?? nameProblem(text, given, surroundings);
    if (found === undefined) continue;
    const line = text.slice(0, found.index).split('\n').length;
    const title = `${name}, line ${line}: "${found.text}" is ${found.what}.`;
    // No mask covers a file.
    const remedy = key === 'mask' ? found.remedy : (found.fixed ?? found.remedy);
    return { file, ...positionOfKey(key, example), title, remedy };
  }
  return undefined;
}

/** Calls that ask for the date or the time. */
const READS_CLOCK = /\bnow\b|today|localtime|gmtime|ctime|asctime|\btime\(\)/;

interface Found {
  readonly index: number;
  readonly text: string;
  /** What it is, as the end of a sentence. */
  readonly what: string;
  readonly remedy: string;
  /** What to do where no mask can be declared, if that is another thing. */
  readonly fixed?: string;
}

function clockProblem(
  text: string,
  given: string,
  { from, to }: Surroundings,
  example: Example,
  output: PrintedText,
): Found | undefined {
  for (const { mask, what, find, isVague } of clockForms(from, to)) {
    if (isVague === true && !READS_CLOCK.test(given)) continue;
    const match = find(text);
    if (match === undefined || given.includes(match.text)) continue;
    const masks = [...example.contract.mask, mask];
    // A mask that hides all of an output would be refused.
    const declared = masksPromise(output, example.contract, masks)
      ? `if it has to vary, declare it${declaration([maskLine(masks)], example)}`
      : 'if it has to vary, print something beside it that does not, and declare a mask.';
    const fixed = 'a fixed one, such as date(2026, 1, 31); if it is chance, try again later';
    return { ...match, what, remedy: `Print ${fixed}; ${declared}`, fixed: `Write ${fixed}.` };
  }
  return undefined;
}

function nameProblem(text: string, given: string, { user, host, home }: Surroundings): Found | undefined {
  const names = [
    { name: home, what: 'the home folder of who records', remedy: 'Print a path relative to the sample.' },
    { name: user, what: 'the name of the user who records', remedy: 'Print a fixed name.' },
    { name: host, what: 'the name of the machine that records', remedy: 'Print a fixed name.' },
  ];
  for (const { name, what, remedy } of names) {
    if (name.length < 4 || COMMON.test(name) || given.includes(name)) continue;
    const index = indexOfWord(text, name);
    if (index !== undefined) return { index, text: name, what, remedy };
  }
  return undefined;
}

/** Where a text occurs that is no part of a longer word. */
function indexOfWord(text: string, word: string): number | undefined {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text[at - 1] ?? '', text[at + word.length] ?? ''];
    if (!/\w/.test(before + after)) return at;
  }
  return undefined;
}
