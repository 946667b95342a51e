/** Stands for any text in a sentence. */
export const ANY = '\0';

/** A text → a pattern of that text alone. */
export function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** A sentence with `ANY` in it → a pattern of all such sentences. @param any what it stands for */
export function patternOf(sentence: string, any: string): string {
  return sentence.split(ANY).map(escaped).join(any);
}

/** The words of a sentence before `ANY`. */
export function beginningOf(sentence: string): string {
  return sentence.split(ANY)[0] ?? '';
}
