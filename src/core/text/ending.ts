/**
 * Offset at which the longest ending of a text begins of which each character matches. A search for such an
 * ending with `+$` would take the square of the text.
 */
export function startOfEnding(text: string, character: RegExp): number {
  let start = text.length;
  while (start > 0 && character.test(text[start - 1] as string)) start -= 1;
  return start;
}
