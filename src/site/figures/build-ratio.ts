import {
  mayBeSaidOf,
  isWithin,
  leastAbout,
  mostAbout,
  provenNumber,
  type ProvenNumber,
  quotientOf,
  rangeOfQuotient,
} from '../../core/claims/quoted-number.ts';
import { isAbout, printedNumber, saidNumber } from '../../core/claims/said-number.ts';
import { wordsOfNumber } from '../../core/claims/number-words.ts';
import type { Bounds } from '../../core/contract/masks/mask.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import type { SoundProps } from '../article/component-props.ts';
import type { At } from './build-figure.ts';
import { noNumber, quotedCapture, valueFigure } from './build-value.ts';
import type { SoundExample } from './parts/checked-example.ts';
import type { ValueFigure } from './parts/figure.ts';
import { quotingTag } from './value-tag.ts';

/** `<Ratio>` → how many times a number is another: of what two runs print, or of how long they take. */
export function buildRatio(
  text: string,
  props: SoundProps,
  [of, to]: readonly [SoundExample, SoundExample],
  given: ReadonlySet<string>,
  at: At,
): Result<ValueFigure> {
  const { match, toMatch, as, about } = props;
  // The caller has reported what is wrong with them.
  const isWrong = (prop: 'match' | 'toMatch' | 'as' | 'about'): boolean =>
    given.has(prop) && props[prop] === undefined;
  if (isWrong('match') || isWrong('toMatch') || isWrong('as') || isWrong('about')) return fail();
  if (match === undefined && toMatch !== undefined)
    return fail({
      ...at('toMatch'),
      title: '<Ratio> has toMatch, and no match for the file that it divides.',
      remedy: 'match="Counter: (\\d+)"',
    });
  const claims = { value: of.example.id, to: to.example.id, match, 'to-match': toMatch, as, about };
  const figure = valueFigure(text, claims);
  const said = saidNumber(text, as);
  if (said === undefined) return fail({ ...at(''), ...noNumber(text, as) });
  if (match === undefined) {
    const problem = durationsProblem(said, text, props, of, to);
    return problem === undefined ? succeed(figure) : fail({ ...at(problem.prop), ...problem });
  }
  const [first, second] = [
    numberIn(of, match, at('match')),
    numberIn(to, toMatch ?? match, at(toMatch === undefined ? 'match' : 'toMatch')),
  ];
  if (first === undefined || second === undefined) return succeed(figure);
  if (first.problems || second.problems) return fail(...(first.problems ?? []), ...(second.problems ?? []));
  const quotient = quotientOf(first.value, second.value);
  const problem = quotient === undefined ? notPositive(of, to) : quotientProblem(said, text, props, quotient);
  return problem === undefined ? succeed(figure) : fail({ ...at(problem.prop), ...problem });
}

type Found = Pick<Problem, 'title' | 'remedy'> & { readonly prop: string };

/** The number that a pattern captures, with its bounds; undefined if no run printed the output. */
function numberIn(sound: SoundExample, match: string, at: ReturnType<At>): Result<ProvenNumber> | undefined {
  const { example } = sound;
  const quoted = quotedCapture(sound, match, at);
  if (quoted === undefined) return undefined;
  if (quoted.problems) return fail(...quoted.problems);
  const captured = quoted.value;
  const value = printedNumber(captured.text);
  const proven =
    value === undefined ? undefined : provenNumber(captured, value, captured.output, example.contract.mask);
  if (proven !== undefined) return succeed(proven);
  return fail({
    ...at,
    title: `What ${match} takes of ${example.file} is no number with bounds: "${captured.text}".`,
    remedy: 'Let the group take the digits of one number, and no more than its mask takes.',
  });
}

function notPositive(of: SoundExample, to: SoundExample): Found {
  return {
    prop: '',
    title: `A number of ${of.example.file} or ${to.example.file} can be 0 or less: they have no quotient.`,
    remedy: 'Give the masks of both a min above 0.',
  };
}

function quotientProblem(
  said: number,
  text: string,
  props: SoundProps,
  { value, bounds }: ProvenNumber,
): Found | undefined {
  const { about } = props;
  const rough = Number(value.toPrecision(3));
  if (about !== undefined && about > mostAbout(value))
    return {
      prop: 'about',
      title: `about={${about}} is more than half of the quotient ${rough}, so nearly any number would do.`,
      remedy: tagFor(value, props),
    };
  if (!isAbout(said, value, about))
    return {
      prop: '',
      title: `The text says "${text}", and the quotient of the two numbers is ${rough}.`,
      remedy: tagFor(value, props),
    };
  return boundsProblem(said, text, bounds);
}

/** A quotient that the contracts let be another: outside of their bounds, or no difference at all. */
function boundsProblem(said: number, text: string, bounds: Required<Bounds>): Found | undefined {
  const range = rangeText(bounds);
  if (!mayBeSaidOf(said, bounds))
    return {
      prop: '',
      title: `The text says "${text}", and the contracts permit quotients of ${range} only.`,
      remedy: 'Change the bounds of the masks, and record again; or say another number.',
    };
  if (said === 1 || !isWithin(1, bounds)) return undefined;
  return {
    prop: '',
    title: `The text says "${text}", and the contracts permit quotients of ${range}, so also no difference.`,
    remedy: 'Give the two numbers bounds that do not overlap.',
  };
}

function rangeText({ min, max }: Required<Bounds>): string {
  return `${Number(min.toPrecision(3))} to ${Number(max.toPrecision(3))}`;
}

/** The tag that says a quotient, rounded as the author may have meant it. */
function tagFor(value: number, { of, to, match, toMatch, as }: SoundProps): string {
  const whole = Math.round(value);
  const isWhole = as === 'words' && whole > 0 && isAbout(whole, value, mostAbout(value));
  const said = isWhole ? whole : Number(value.toPrecision(2));
  const words = isWhole ? wordsOfNumber(whole) : undefined;
  const about = leastAbout(said, value) || undefined;
  const form = { as: words && as, about };
  return quotingTag('Ratio', { of, to, match, toMatch, ...form }, words ?? String(said));
}

/**
 * Durations differ from run to run, and no recording holds them. So the contracts have to prove the number:
 * whatever durations their `elapsed` permits, the quotient is the number of the text, give or take `about`.
 */
function durationsProblem(
  said: number,
  text: string,
  { about }: SoundProps,
  of: SoundExample,
  to: SoundExample,
): Found | undefined {
  const unbounded = [of, to].find(({ example }) => elapsedOf(example) === undefined);
  if (unbounded !== undefined)
    return {
      prop: '',
      title: `Nothing proves how long ${unbounded.example.file} takes: it has no elapsed with min and max.`,
      remedy: 'elapsed = { min = 1.9, max = 2.5 }',
    };
  const [first, second] = [elapsedOf(of.example), elapsedOf(to.example)];
  const range = first && second && rangeOfQuotient(first, second);
  if (range === undefined) return { ...notPositive(of, to), remedy: 'Give elapsed of both a min above 0.' };
  const wrong = boundsProblem(said, text, range);
  if (wrong !== undefined)
    return { ...wrong, remedy: 'Change elapsed of the two examples; or say another number.' };
  const needed = Math.max(leastAbout(said, range.min), leastAbout(said, range.max));
  if (about !== undefined && about > mostAbout(said))
    return {
      prop: 'about',
      title: `about={${about}} is more than half of "${text}", so nearly any number would do.`,
      remedy: 'Tighten elapsed of the two examples, and lower about.',
    };
  if (about !== undefined && needed <= about) return undefined;
  const title = `The text says "${text}", and elapsed of the two examples permits ${rangeText(range)} times.`;
  const remedy = needed > mostAbout(said) ? 'Tighten elapsed of the two examples.' : `about={${needed}}`;
  return { prop: about === undefined ? '' : 'about', title, remedy };
}

function elapsedOf({ contract: { elapsed } }: SoundExample['example']): Required<Bounds> | undefined {
  const { min, max } = elapsed ?? {};
  return min === undefined || max === undefined ? undefined : { min, max };
}
