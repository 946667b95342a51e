import type { FoundNumber } from './find-numbers.ts';

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|' +
  'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';

/** What a number names that is outside of the run: a version, a document, another part of the text. */
const NAMED = `C?Python|PyPy|versions?|release|PEPs?|RFCs?|ISO|UTF|issues?|bugs?|bpo|exercises?|chapters?
  parts?|tables?|figures?|sections?|Ubuntu|Debian|Windows|macOS|Node`.replaceAll(/\s+/g, '|');
const NAMES = new RegExp(String.raw`(?:\b(?:${NAMED})[ \n]|[#§])$`, 'i');
/** Before a number that no count is behind: "a few hundred". */
const VAGUE = /\b(?:few|several|many|some|couple of)[ \n]$/i;
const SINCE = 'in|since|of|until|till|before|after|by|from|during';
const BEFORE_A_YEAR = new RegExp(
  String.raw`\b(?:(?:${SINCE}|${MONTHS})[ \n]|(?:${MONTHS})[ \n]\d{1,2},[ \n])$`,
);
const BEFORE_A_DAY = new RegExp(String.raw`\b(?:${MONTHS})[ \n]$`);
const BEHIND_A_DAY = new RegExp(String.raw`^[ \n](?:${MONTHS})\b`);
/** Python's own versions, such as 3.14; no number of the Zen of anything. */
const VERSION = /^(?:2\.[67]|3\.(?:[6-9]|[1-3]\d))$/;

/**
 * Whether a number of the prose can state nothing about an output: versions, dates, documents, "one", and
 * numbers that are meant roughly, such as "a few hundred".
 */
export function isNoClaim(number: FoundNumber, text: string): boolean {
  const { start, end, inWords, measure } = number;
  const before = text.slice(Math.max(0, start - 30), start);
  const after = text.slice(end, end + 30);
  if (NAMES.test(before) || BEFORE_A_DAY.test(before) || BEHIND_A_DAY.test(after)) return true;
  if (inWords) {
    if (/^once$/i.test(number.text)) return true;
    if (/^one$/i.test(number.text)) return measure === undefined;
    if (/^half$/i.test(number.text)) return measure === undefined;
    return VAGUE.test(before);
  }
  if (/^(?:19|20)\d\d$/.test(number.text) && BEFORE_A_YEAR.test(before)) return true;
  return measure === undefined && VERSION.test(number.text);
}
