import { escapeSequence, UNSAFE } from '../../../core/text/invisible.ts';

/** A text of a sample as one visible line. */
export function oneLine(text: string): string {
  return visible(text.replaceAll(/\s+/g, ' ').trim());
}

/** A text of a sample, with escapes for what a browser would hide or obey. */
export function visible(text: string): string {
  return text.replaceAll(UNSAFE, escapeSequence);
}
