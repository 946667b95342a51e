/** Control characters, except the tab and the line feed. A terminal may obey them. */
const CONTROLS = String.raw`\u0000-\u0008\u000b-\u001f\u007f-\u009f`;
/** Characters that change the direction of text: https://trojansource.codes */
const DIRECTION_MARKS = String.raw`\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069`;
/** Spaces without width, line and paragraph separators, invisible operators, the byte order mark. */
const WIDTHLESS = String.raw`\u200b\u2028\u2029\u2060-\u2065\ufeff`;
/** They join letters of some scripts, and parts of an emoji. */
const JOINERS = String.raw`\u200c\u200d`;

/** Characters that a message escapes: nobody sees them, or they reorder or steer what is seen. */
export const UNSAFE = new RegExp(`[${CONTROLS}${DIRECTION_MARKS}${WIDTHLESS}]`, 'g');
/** Characters that a difference escapes. Joiners are among them: without, different lines may look alike. */
export const INVISIBLE = new RegExp(`[${CONTROLS}${DIRECTION_MARKS}${WIDTHLESS}${JOINERS}]`, 'g');

/** A control character that is refused in a source. A form feed may separate sections of a Python file. */
export const CONTROL = new RegExp(String.raw`(?![\r\f])[${CONTROLS}]`);
export const DIRECTION_MARK = new RegExp(`[${DIRECTION_MARKS}]`);
export const WIDTHLESS_CHARACTER = new RegExp(`[${WIDTHLESS}]`);

/** A character as Python writes it in a literal: `\x1b`, `\u200b`. */
export function escapeSequence(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
}
