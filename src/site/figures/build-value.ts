import { mayBeSaidOf, leastAbout, mostAbout, provenNumber } from '../../core/claims/quoted-number.ts';
import { isAbout, printedNumber, saidNumber } from '../../core/claims/said-number.ts';
import { matchFor } from '../../core/claims/match-for.ts';
import { wordsOfNumber } from '../../core/claims/number-words.ts';
import { unprovedBy } from '../../core/contract/masks/masked-part.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { splitLines } from '../../core/text/lines.ts';
import { type Capture, capture } from '../../core/text/plain-output.ts';
import { isAuthentic, type Recording } from '../../core/verdict/recording.ts';
import type { SoundProps } from '../article/component-props.ts';
import type { At } from './build-figure.ts';
import { quotedOutput, quotedRecording } from './parts/quoted-output.ts';
import type { SoundExample } from './parts/checked-example.ts';
import type { ValueFigure } from './parts/figure.ts';
import { quotingTag } from './value-tag.ts';

/** What a pattern captures, and in which output. */
export interface CapturedOutput extends Capture {
  readonly output: string;
}

/** `<Value>` → a word of the prose, compared with the recording that holds for all versions. */
export function buildValue(
  text: string,
  props: SoundProps,
  sound: SoundExample,
  given: ReadonlySet<string>,
  at: At,
): Result<ValueFigure> {
  const { variant, artifact, match, line, about, as } = props;
  const other = ['match', 'about', 'artifact'].find(prop => given.has(prop));
  if (given.has('line') && other !== undefined)
    return fail({
      ...at(other),
      title: `<Value> with line quotes the number of a line, and takes no ${other}.`,
      remedy: `Remove line to quote an output; or else remove ${other}.`,
    });
  if (line !== undefined) return lineFigure(text, props, sound, at);
  if (!given.has('match') && !given.has('line'))
    return fail({ ...at(''), title: '<Value>: match is missing.', remedy: tagWithMatch(text, props, sound) });
  // The caller has reported what is wrong with them.
  const isWrong = (prop: 'as' | 'about'): boolean => given.has(prop) && props[prop] === undefined;
  if (match === undefined || isWrong('as') || isWrong('about')) return fail();
  const { example } = sound;
  const figure = valueFigure(text, { value: example.id, artifact, match, as, about });
  const quoted = quotedCapture(sound, match, at('match'), text);
  if (quoted === undefined) return succeed(figure);
  if (quoted.problems) return fail(...quoted.problems);
  const captured = quoted.value;
  if (as === undefined && about === undefined) {
    if (captured.text === text) return succeed(figure);
    return fail({
      ...at(''),
      title: `The text says "${text}", and ${example.file} printed "${captured.text}".`,
      remedy: quotingTag('Value', { file: props.file, variant, artifact, match }, captured.text),
    });
  }
  const problem = numberProblem(text, props, captured, sound);
  return problem === undefined ? succeed(figure) : fail({ ...at(problem.prop), ...problem.finding });
}

type Finding = Pick<Problem, 'title' | 'remedy'>;

/** What a pattern captures in an output, or else in the error output. */
export function captureIn({ out, err }: Recording, match: string): CapturedOutput | undefined {
  for (const output of [out, err ?? '']) {
    const captured = capture(output, match);
    if (captured !== undefined) return { ...captured, output };
  }
  return undefined;
}

/**
 * What a pattern captures of the output of an example, or why no run proves that. Undefined if no run printed
 * the output: that it was edited, or never recorded, is said once, of the example.
 * @param text that is quoted, for a pattern that finds it
 */
export function quotedCapture(
  sound: SoundExample,
  match: string,
  at: ReturnType<At>,
  text?: string,
): Result<CapturedOutput> | undefined {
  const { file, contract } = sound.example;
  const recording = quotedOutput(sound);
  if (recording === undefined || !isAuthentic(quotedRecording(sound))) return undefined;
  const captured = captureIn(recording, match);
  if (captured === undefined) {
    const output = text === undefined ? '' : recording.out;
    return fail({ ...at, ...nothingMatches(file, match, output, text) });
  }
  const mask = unprovedBy(captured, captured.output, contract.mask);
  return mask === undefined ? succeed(captured) : fail({ ...at, ...hiddenBy(mask) });
}

/** A tag without a pattern, with the one under which its text is quoted. */
function tagWithMatch(text: string, { file, artifact }: SoundProps, sound: SoundExample): string {
  const match = matchFor(quotedOutput(sound)?.out ?? '', text);
  return match === undefined
    ? 'match="Counter: (\\d+)"'
    : quotingTag('Value', { file, artifact, match }, text);
}

/** A pattern that finds nothing, and the one that finds the text; or else how the output begins. */
function nothingMatches(file: string, match: string, output: string, text = ''): Finding {
  const right = matchFor(output, text);
  const lines = output.split('\n').filter(line => line !== '');
  const begin = lines.length === 0 ? '.' : `, which begins so: ${lines.slice(0, 5).join(' / ')}`;
  return {
    title: `Nothing in the output of ${file} matches ${match}.`,
    remedy: right
      ? `match="${right}"`
      : `Mend match: it is looked for in each line of the recorded output${begin}`,
  };
}

/** A mask that hides what is quoted. */
function hiddenBy(mask: string): Finding {
  return {
    title: `The mask "${mask}" hides what this quotes, so no run proves it.`,
    remedy: 'Give the mask of the example min and max; or quote something else.',
  };
}

/** The span of a quoted text, with its claims as the attributes that the audit reads. */
export function valueFigure(
  text: string,
  claims: Readonly<Record<string, string | number | undefined>>,
): ValueFigure {
  const known = Object.entries(claims).filter(([, value]) => value !== undefined);
  return {
    kind: 'value',
    text,
    claims: Object.fromEntries(known.map(([name, value]) => [`data-${name}`, String(value)])),
  };
}

/** A text that is no number in the form that the tag names. */
export function noNumber(text: string, as: SoundProps['as']): Finding {
  if (as === 'words')
    return {
      title: `"${text}" is no number in English words.`,
      remedy: 'five, twenty-five, a hundred, twice',
    };
  const isWord = printedNumber(text) !== undefined;
  return {
    title: `"${text}" is no number in digits${isWord ? '; it is one in words' : ''}.`,
    remedy: isWord ? 'as="words"' : 'about={0.5} is for a number, such as 0.3 or 1,000.',
  };
}

/** What is wrong with a text that is a number in words, or that may differ by `about`. */
function numberProblem(
  text: string,
  { file, variant, artifact, match, as, about }: SoundProps,
  captured: CapturedOutput,
  { example }: SoundExample,
): { readonly prop: string; readonly finding: Finding } | undefined {
  const found = (prop: string, title: string, remedy: string) => ({ prop, finding: { title, remedy } });
  const said = saidNumber(text, as);
  if (said === undefined) return { prop: '', finding: noNumber(text, as) };
  const value = printedNumber(captured.text);
  if (value === undefined) {
    const title = `${example.file} printed "${captured.text}", which is no number.`;
    return found('match', title, 'Mend the group of match: it takes a number, such as (\\d+)');
  }
  const proven = provenNumber(captured, value, captured.output, example.contract.mask);
  if (proven === undefined) {
    const title = `A mask of ${example.file} hides another part of the line than this number.`;
    return found('match', title, 'Let the group of the mask and that of match take the same digits.');
  }
  const tag = (number: number, by?: number): string => {
    const words = as === 'words' ? wordsOfNumber(number) : undefined;
    const form = { as: words && as, about: by };
    return quotingTag('Value', { file, variant, artifact, match, ...form }, words ?? String(number));
  };
  if (about !== undefined && about > mostAbout(value)) {
    const title = `about={${about}} is more than half of "${captured.text}", so nearly any number would do.`;
    return found(
      'about',
      title,
      isAbout(said, value, mostAbout(value)) ? withAbout(said, value) : tag(value),
    );
  }
  if (!isAbout(said, value, about)) {
    const by = about === undefined ? '' : `, which differs by more than ${about}`;
    const title = `The text says "${text}", and ${example.file} printed "${captured.text}"${by}.`;
    const near = as === 'words' && !Number.isInteger(value) ? Math.round(value) : undefined;
    if (near !== undefined && near !== 0 && isAbout(near, value, mostAbout(value)))
      return found('', title, tag(near, leastAbout(near, value)));
    return found('', title, tag(value));
  }
  if (mayBeSaidOf(said, proven.bounds)) return undefined;
  const { min, max } = proven.bounds;
  const title = `The text says "${text}", and the contract of ${example.file} permits ${min} to ${max} only.`;
  return found('', title, tag(value));
}

/** `about` with the least number that fits. */
function withAbout(said: number, actual: number): string {
  const least = leastAbout(said, actual);
  return least === 0 ? 'Remove about.' : `about={${least}}`;
}

/** `<Value line>` → the number of the only line of the file that holds a text. */
function lineFigure(
  text: string,
  { file, variant, line = '', as }: SoundProps,
  { example }: SoundExample,
  at: At,
): Result<ValueFigure> {
  const { lines } = splitLines(example.source);
  const numbers = lines.flatMap((each, index) => (each.includes(line) ? [index + 1] : []));
  const [number] = numbers;
  if (number === undefined)
    return fail({
      ...at('line'),
      title: `No line of ${example.file} holds "${line}".`,
      remedy: 'Mend line: it is a part of one line, as the file has it.',
    });
  if (numbers.length > 1)
    return fail({
      ...at('line'),
      title: `"${line}" is in lines ${numbers.slice(0, 10).join(', ')} of ${example.file}, not in one.`,
      remedy: longerQuote(line, lines, numbers),
    });
  if (saidNumber(text, as) === number) return succeed(valueFigure(text, { value: example.id, line, as }));
  const right = (as && wordsOfNumber(number)) ?? String(number);
  return fail({
    ...at(''),
    title: `The text says "${text}", and "${line}" is in line ${number} of ${example.file}.`,
    remedy: quotingTag('Value', { file, variant, line, as }, right),
  });
}

/** A whole line that is there once; or what to do if none is. */
function longerQuote(line: string, lines: readonly string[], numbers: readonly number[]): string {
  const whole = numbers
    .map(number => lines[number - 1]?.trim() ?? '')
    .find(each => each !== line && lines.filter(other => other.includes(each)).length === 1);
  if (whole === undefined) return 'Add a comment to the line that is meant, and quote the comment.';
  return `Quote more of it: line=${whole.includes('"') ? `'${whole}'` : `"${whole}"`}`;
}
