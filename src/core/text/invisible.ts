/** Control characters, except the tab and the line feed. A terminal may obey them. */
const CONTROLS = String.raw`\u0000-\u0008\u000b-\u001f\u007f-\u009f`;
/** Characters that change the direction of text: https://trojansource.codes */
const DIRECTION_MARKS = String.raw`\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069`;
/** Spaces without width, fillers, tags, formats, separators of lines and paragraphs. */
const HIDDEN = String.raw`\p{Default_Ignorable_Code_Point}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}`;
/** They join letters of some scripts and parts of an emoji, or choose how a character looks. */
const JOINERS = String.raw`\u200c\u200d\ufe0e\ufe0f`;

/** Characters that a message escapes: nobody sees them, or they reorder or steer what is seen. */
export const UNSAFE = new RegExp(`[[${CONTROLS}${HIDDEN}]--[${JOINERS}]]`, 'gv');
/** Characters that a difference escapes. Joiners are among them: without, different lines may look alike. */
export const INVISIBLE = new RegExp(`[${CONTROLS}${HIDDEN}]`, 'gv');

/** A control character that is refused in a source. A form feed may separate sections of a Python file. */
export const CONTROL = new RegExp(String.raw`(?![\r\f])[${CONTROLS}]`, 'v');
export const DIRECTION_MARK = new RegExp(`[${DIRECTION_MARKS}]`, 'v');

/** An emoji as a whole, which may hold joiners, selectors and tags; or else a hidden character in `hidden`. */
const EMOJI_OR_HIDDEN = new RegExp(
  String.raw`\p{RGI_Emoji}|(?<hidden>[[${HIDDEN}]--[${DIRECTION_MARKS}]])`,
  'gv',
);

/** Offset of the first character that nobody sees and that is no part of an emoji; undefined if all are seen. */
export function hiddenCharacter(text: string): number | undefined {
  if (text.search(INVISIBLE) === -1) return undefined;
  return text.matchAll(EMOJI_OR_HIDDEN).find(({ groups }) => groups?.hidden !== undefined)?.index;
}

/** The character at an offset, as Unicode writes its number: `U+200B`. */
export function codePoint(text: string, offset = 0): string {
  const code = text.codePointAt(offset) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A character as Python writes it in a literal: `\x1b`, `\u200b`, `\U000e0041`. */
export function escapeSequence(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  if (code.length > 4) return `\\U${code.padStart(8, '0')}`;
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
}
