import { isAbout, printedNumber, saidNumber } from '../../../core/claims/said-number.ts';
import { plainNumber } from '../../../core/claims/spoken-number.ts';
import type { PlannedValue } from './article-blocks.ts';
import { type AuditedExample, namedVariant } from './audit-plan.ts';
import { expectedValue } from './text/expected-text.ts';

/** The line of a text that is bound to runs, or why the page must not show it. */
export function expectedValueLines(
  value: PlannedValue,
  examples: ReadonlyMap<string, AuditedExample>,
  language = 'en',
): string[] | string {
  const { to, text } = value;
  const [of, divisor] = quotedExamples(value, examples);
  if (of === undefined || divisor === undefined) return `${value.id} is quoted, and no build ran it.`;
  for (const { id, verdict, recordings } of new Set([of, divisor])) {
    if (verdict !== 'verified') return `${id} is quoted, and its verdict is "${verdict}".`;
    if (recordings[0] === undefined) return `The recording of ${id} is not the one that was verified.`;
  }
  const plain = plainNumber(text, value.as, language);
  if (!isProved({ ...value, text: plain }, of, divisor))
    return `"${text}" is not what ${to === undefined ? of.id : `${of.id} and ${to}`} proves.`;
  return [`span${claimsOf({ ...value, id: of.id })}: ${text}`];
}

/** Whether a text that an article binds to runs claims one: of a skipped example there was none. */
export function isClaim(value: PlannedValue, examples: ReadonlyMap<string, AuditedExample>): boolean {
  return !quotedExamples(value, examples).some(example => example?.verdict === 'skipped');
}

/** The example or variant that is quoted, and the one by which it is divided: itself unless it is a ratio. */
function quotedExamples(
  { id, to, variant }: PlannedValue,
  examples: ReadonlyMap<string, AuditedExample>,
): readonly [of: AuditedExample | undefined, divisor: AuditedExample | undefined] {
  const original = examples.get(id);
  const of = original && variant !== undefined ? namedVariant(original, variant) : original;
  return [of, to === undefined ? of : examples.get(to)];
}

/** The attributes of the element, sorted by name. */
function claimsOf({ id, to, artifact, match, toMatch, line, as, about }: PlannedValue): string {
  const claims = { about, artifact, as, line, match, to, 'to-match': toMatch, value: id };
  return Object.entries(claims)
    .flatMap(([name, value]) => (value === undefined ? [] : [`[data-${name}=${value}]`]))
    .join('');
}

function isProved(
  { text, artifact, match, toMatch = match, line, as, about, to }: PlannedValue,
  of: AuditedExample,
  divisor: AuditedExample,
): boolean {
  const form = as === 'words' ? 'words' : undefined;
  const said = saidNumber(text, form);
  const by = about === undefined ? 0 : Number(about);
  if (line !== undefined) {
    const lines = (of.source ?? '').split('\n');
    const found = lines.flatMap((each, index) => (each.includes(line) ? [index + 1] : []));
    return found.length === 1 && found[0] === said;
  }
  if (match === undefined) return said !== undefined && isQuotientOfDurations(said, by, of, divisor);
  const printed = artifact === undefined ? captured(of, match) : capturedIn(of, artifact, match);
  if (to === undefined && form === undefined && about === undefined) return printed === text;
  const number = printedNumber(printed ?? '');
  const other = to === undefined ? 1 : printedNumber(captured(divisor, toMatch ?? match) ?? '');
  return said !== undefined && number !== undefined && !!other && isAbout(said, number / other, by);
}

/** What a pattern takes of the output, or else of the error output. */
function captured({ recordings: [shown], outcomes }: AuditedExample, match: string): string | undefined {
  // Of a race, all that it may print is quoted, and no count.
  const out = outcomes?.map(({ prints }) => `${prints.replace(/\n$/, '')}\n`).join('') ?? shown?.out ?? '';
  return expectedValue(out, match) ?? expectedValue(shown?.err ?? '', match);
}

/** What a pattern takes of a file that a run left. */
function capturedIn(
  { recordings: [shown] }: AuditedExample,
  name: string,
  match: string,
): string | undefined {
  const file = shown?.artifacts.find(each => each.name === name);
  const text = new TextDecoder().decode(file?.bytes).replaceAll(/\r\n?/g, '\n');
  return expectedValue(text, match);
}

/** Whether each quotient that two contracts permit is about the number that the text has. */
function isQuotientOfDurations(said: number, by: number, of: AuditedExample, to: AuditedExample): boolean {
  const [least, most] = [of.elapsed?.min, of.elapsed?.max];
  const [short, long] = [to.elapsed?.min, to.elapsed?.max];
  if (least === undefined || most === undefined || short === undefined || long === undefined) return false;
  return least > 0 && short > 0 && isAbout(said, least / long, by) && isAbout(said, most / short, by);
}
