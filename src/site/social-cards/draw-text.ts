import type { SKRSContext2D } from '@napi-rs/canvas';
import { CARD_FONT } from './card-font.ts';

const FAMILIES = Object.values(CARD_FONT)
  .map(name => `"${name}"`)
  .join(', ');

/** How lines of text look. All lengths are in pixels. */
export interface TextStyle {
  /** Font size. */
  readonly size: number;
  readonly weight: 400 | 600 | 700;
  /** Line height. */
  readonly height: number;
  /** Letter spacing. */
  readonly spacing: number;
  readonly color: string;
}

/** How far Inter reaches above and below its baseline at size 1 (`hhea` table of the font). */
const ASCENT = 0.96875;
const DESCENT = 0.2412;

/**
 * Breaks a text into lines of at most `width` pixels. If it has more than `maxLines`, the last ends in `…`.
 * Leaves the font of the style set in the context.
 */
export function wrapLines(
  context: SKRSContext2D,
  text: string,
  style: TextStyle,
  { width, maxLines }: { readonly width: number; readonly maxLines: number },
): readonly string[] {
  setFont(context, style);
  const fits = (line: string): boolean => context.measureText(line).width <= width;
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = lines.length === 0 ? undefined : `${lines.at(-1)} ${word}`;
    if (line !== undefined && fits(line)) lines[lines.length - 1] = line;
    else lines.push(...breakWord(word, fits));
  }
  if (lines.length <= maxLines) return lines;
  let last = lines[maxLines - 1] ?? '';
  while (last !== '' && !fits(`${last}…`)) last = last.slice(0, -1).trimEnd();
  return [...lines.slice(0, maxLines - 1), `${last}…`];
}

/** Breaks a word that is wider than a line into parts that fit. */
function breakWord(word: string, fits: (line: string) => boolean): string[] {
  const parts = [''];
  for (const character of word) {
    const longer = `${parts.at(-1)}${character}`;
    if (longer.length === 1 || fits(longer)) parts[parts.length - 1] = longer;
    else parts.push(character);
  }
  return parts;
}

/** Draws lines below each other. `left` and `top` are the corner of the first line's box. */
export function drawLines(
  context: SKRSContext2D,
  lines: readonly string[],
  style: TextStyle,
  { left, top }: { readonly left: number; readonly top: number },
): void {
  setFont(context, style);
  context.fillStyle = style.color;
  const baseline = (style.height + (ASCENT - DESCENT) * style.size) / 2;
  for (const [index, line] of lines.entries())
    context.fillText(line, left, Math.round(top + index * style.height + baseline));
}

function setFont(context: SKRSContext2D, { size, weight, spacing }: TextStyle): void {
  context.font = `${weight} ${size}px ${FAMILIES}`;
  context.letterSpacing = `${spacing}px`;
}
