import { isAbout, printedNumber, saidNumber } from '../../../core/claims/said-number.ts';
import type { PlannedValue } from './article-blocks.ts';
import type { AuditedExample } from './audit-plan.ts';
import { expectedValue } from './expected-text.ts';

/** The line of a text that is bound to runs, or why the page must not show it. */
export function expectedValueLines(
  value: PlannedValue,
  examples: ReadonlyMap<string, AuditedExample>,
): string[] | string {
  const { id, to, text } = value;
  for (const each of [id, ...(to === undefined ? [] : [to])]) {
    const { verdict, recordings = [] } = examples.get(each) ?? {};
    if (verdict !== 'verified') return `${each} is quoted, and its verdict is "${verdict ?? 'unknown'}".`;
    if (recordings[0] === undefined) return `The recording of ${each} is not the one that was verified.`;
  }
  const right = isProved(value, examples.get(id) as AuditedExample, examples.get(to ?? id) as AuditedExample);
  if (!right) return `"${text}" is not what ${to === undefined ? id : `${id} and ${to}`} proves.`;
  return [`span${claimsOf(value)}: ${text}`];
}

/** The attributes of the element, sorted by name. */
function claimsOf({ id, to, match, toMatch, line, as, about }: PlannedValue): string {
  const claims = { about, as, line, match, to, 'to-match': toMatch, value: id };
  return Object.entries(claims)
    .flatMap(([name, value]) => (value === undefined ? [] : [`[data-${name}=${value}]`]))
    .join('');
}

function isProved(
  { text, match, toMatch = match, line, as, about, to }: PlannedValue,
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
  const printed = captured(of, match);
  if (to === undefined && form === undefined && about === undefined) return printed === text;
  const number = printedNumber(printed ?? '');
  const other = to === undefined ? 1 : printedNumber(captured(divisor, toMatch ?? match) ?? '');
  return said !== undefined && number !== undefined && !!other && isAbout(said, number / other, by);
}

/** What a pattern takes of the output, or else of the error output. */
function captured({ recordings: [shown] }: AuditedExample, match: string): string | undefined {
  return expectedValue(shown?.out ?? '', match) ?? expectedValue(shown?.err ?? '', match);
}

/** Whether each quotient that two contracts permit is about the number that the text has. */
function isQuotientOfDurations(said: number, by: number, of: AuditedExample, to: AuditedExample): boolean {
  const [least, most] = [of.elapsed?.min, of.elapsed?.max];
  const [short, long] = [to.elapsed?.min, to.elapsed?.max];
  if (least === undefined || most === undefined || short === undefined || long === undefined) return false;
  return least > 0 && short > 0 && isAbout(said, least / long, by) && isAbout(said, most / short, by);
}
