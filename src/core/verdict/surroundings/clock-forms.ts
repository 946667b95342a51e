import type { Mask } from '../../contract/masks/mask.ts';

/** A form in which programs print the date or the time. */
interface ClockForm {
  /** The mask that takes every text of this form, whatever the date. */
  readonly mask: Mask;
  /** What it is, as the end of a sentence. */
  readonly what: string;
  /** Whether other texts often look like it: it counts only if the sample asks for the date or the time. */
  readonly isVague?: boolean;
  /** The first text of an output that is this date or time. */
  find(text: string): { readonly index: number; readonly text: string } | undefined;
}

const TODAY = 'the date of today: the recording would hold for one day';
const NOW = 'the time at which it ran: the recording would hold for a moment';

const MONTHS =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|' +
  'Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const WEEKDAYS =
  'Mon(?:day)?|Tue(?:sday)?|Wed(?:nesday)?|Thu(?:rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?';

const own = (name: string, pattern: string): Mask => ({ name, pattern });

/** The forms of a span of time, in UTC, in which every run is. Those that say most come first. */
export function clockForms(from: Date, to: Date): readonly ClockForm[] {
  const dates = uniqueDays(from, to);
  const minutes = minutesBetween(from, to);
  const dateForm = (mask: Mask, texts: (date: CalendarDay) => readonly string[]): ClockForm => ({
    mask,
    what: TODAY,
    find: finder(dates.flatMap(date => texts(date))),
  });
  const timeForm = (pattern: string, texts: (minute: Date) => readonly string[]): ClockForm => ({
    mask: own('time', pattern),
    what: NOW,
    find: finder(
      minutes.flatMap(minute => texts(minute)),
      String.raw`(?::\d{2})?`,
    ),
  });
  return [
    dateForm('date', ({ iso }) => [iso]),
    dateForm(own('date', String.raw`\b(\d{4}/\d{2}/\d{2})\b`), ({ y, mm, dd }) => [`${y}/${mm}/${dd}`]),
    dateForm(own('date', String.raw`\b(\d{1,2}[ -](?:${MONTHS})(?:[ -]\d{4})?)\b`), ({ d, dd, months }) =>
      months.flatMap(month => [`${dd} ${month}`, `${d} ${month}`, `${dd}-${month}`]),
    ),
    dateForm(own('date', String.raw`\b((?:${MONTHS}) {1,2}\d{1,2}(?:, \d{4})?)\b`), ({ d, dd, months }) =>
      months.flatMap(month => [`${month} ${dd}`, `${month} ${d}`, `${month}  ${d}`]),
    ),
    dateForm(own('date', String.raw`\b(\d{1,2}[./-]\d{1,2}[./-]\d{2,4})\b`), day =>
      ['.', '/', '-'].flatMap(sign =>
        [day.y, day.y.slice(2)].flatMap(year =>
          [
            [day.dd, day.mm, year],
            [day.d, day.m, year],
            [day.mm, day.dd, year],
            [day.m, day.d, year],
          ].map(parts => parts.join(sign)),
        ),
      ),
    ),
    dateForm(own('date', String.raw`\b(\d{8})\b`), ({ y, mm, dd }) => [`${y}${mm}${dd}`]),
    { mask: own('timestamp', String.raw`\b(\d{10,19}(?:\.\d+)?)\b`), what: NOW, find: epochFinder(from, to) },
    timeForm(String.raw`\b(\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)\b`, minute => {
      const [hour, rest] = [minute.getUTCHours(), two(minute.getUTCMinutes())];
      return [`${two(hour)}:${rest}`, `${hour % 12 === 0 ? 12 : hour % 12}:${rest}`];
    }),
    {
      ...dateForm(own('weekday', String.raw`\b(${WEEKDAYS})\b`), ({ weekday }) => [
        weekday,
        weekday.slice(0, 3),
      ]),
      isVague: true,
    },
  ];
}

interface CalendarDay {
  readonly iso: string;
  readonly y: string;
  readonly m: string;
  readonly mm: string;
  readonly d: string;
  readonly dd: string;
  readonly months: readonly [full: string, short: string];
  readonly weekday: string;
}

function uniqueDays(from: Date, to: Date): readonly CalendarDay[] {
  return [...new Map([from, to].map(date => [date.toISOString().slice(0, 10), calendarDay(date)])).values()];
}

function calendarDay(date: Date): CalendarDay {
  const name = (options: Intl.DateTimeFormatOptions): string =>
    date.toLocaleDateString('en-US', { timeZone: 'UTC', ...options });
  const iso = date.toISOString().slice(0, 10);
  const [y = '', mm = '', dd = ''] = iso.split('-');
  const month = name({ month: 'long' });
  const months = [month, month.slice(0, 3)] as const;
  return {
    iso,
    y,
    m: `${Number(mm)}`,
    mm,
    d: `${Number(dd)}`,
    dd,
    months,
    weekday: name({ weekday: 'long' }),
  };
}

/** Minutes that a command may take until its first ones are no longer looked for. */
const MAX_MINUTES = 120;

function minutesBetween(from: Date, to: Date): readonly Date[] {
  const count = Math.min(
    MAX_MINUTES,
    Math.floor(to.getTime() / 60_000) - Math.floor(from.getTime() / 60_000),
  );
  return Array.from({ length: count + 1 }, (_, index) => new Date(to.getTime() - index * 60_000));
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Finds the first of some texts that is no part of a longer word or number. */
function finder(texts: readonly string[], more = ''): ClockForm['find'] {
  const any = [...new Set(texts)].map(text => {
    // A letter may stand beside digits, as in 2026-11-29T10:00, but not beside letters.
    const [start, end] = [/^\d/.test(text) ? '(?<!\\d)' : '\\b', /\d$/.test(text) ? '(?!\\d)' : '\\b'];
    return start + RegExp.escape(text) + more + end;
  });
  const pattern = new RegExp(any.join('|'));
  return text => {
    const match = pattern.exec(text);
    return match === null ? undefined : { index: match.index, text: match[0] };
  };
}

/** Seconds since 1970 that lie in the span, or less than an hour beside it; also in parts of a second. */
function epochFinder(from: Date, to: Date): ClockForm['find'] {
  const [earliest, latest] = [from.getTime() / 1000 - 3600, to.getTime() / 1000 + 3600];
  return text => {
    const match = text.matchAll(/(?<![\w.])\d{10}(?:\d{3}|\d{6}|\d{9})?(?!\w)/g).find(({ 0: digits }) => {
      const seconds = Number(digits.slice(0, 10));
      return seconds >= earliest && seconds <= latest;
    });
    return match === undefined ? undefined : { index: match.index, text: match[0] };
  };
}
