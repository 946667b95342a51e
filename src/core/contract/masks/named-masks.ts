/** A kind of span that differs from run to run. */
interface NamedMaskKind {
  /** Of RE2; its first group, or else the whole match, is the span. */
  readonly pattern: string;
  /** What the span is, for a sentence. */
  readonly noun: string;
  /** Whether a text of this form is one; if absent, every one is. */
  readonly holds?: (text: string) => boolean;
}

/** Masks with a name. Each pattern is applied line by line. */
export const NAMED_MASKS = {
  duration: {
    pattern: String.raw`\d+(?:\.\d+)? ?(?:ns|µs|us|ms|s|sec|secs|seconds?|minutes?)\b`,
    noun: 'a duration',
  },
  address: {
    pattern: String.raw`\b0x[0-9a-fA-F]{6,16}\b`,
    noun: 'an address',
    holds: text => /[1-9a-f]/i.test(text.slice(2)),
  },
  // Not the digits of a fraction.
  'thread-id': { pattern: String.raw`(?:^|[^\d.])(\d{12,20})\b`, noun: 'a thread number' },
  pid: { pattern: String.raw`\b(?:pid|PID|process)[ =:#]+(\d{1,7})\b`, noun: 'a process number' },
  date: {
    pattern: String.raw`\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?\b`,
    noun: 'a date',
    holds: isDate,
  },
  uuid: { pattern: String.raw`\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b`, noun: 'an identifier' },
  path: { pattern: String.raw`(?:/[\w.@+-]+){2,}/?`, noun: 'a path' },
} as const satisfies Record<string, NamedMaskKind>;

export type NamedMask = keyof typeof NAMED_MASKS;

/** What is wrong with a span that a named mask took: a date has a form, and may still be none. */
export function namedProblem(name: NamedMask, text: string): string | undefined {
  const { noun, holds }: NamedMaskKind = NAMED_MASKS[name];
  return holds?.(text) === false ? `${name} is "${text}", which is not ${noun}` : undefined;
}

/** Whether a text of the form of a date names a day that exists, and a time of day. */
function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = (/^\d+-\d+-\d+/.exec(text)?.[0] ?? '').split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = (/[T ](?<time>[\d:]+)/.exec(text)?.groups?.time ?? '0')
    .split(':')
    .map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const isDay = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= lastDay;
  return isDay && hour < 24 && minute < 60 && second < 61;
}
