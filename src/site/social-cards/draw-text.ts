import type { SKRSContext2D } from '@napi-rs/canvas';

/** Subsets of the font, each with the name that it has on a card: no font of the machine is called so. */
export const CARD_FONT = { latin: 'Verbatim Latin', 'latin-ext': 'Verbatim Latin Extended' } as const;

/** How lines of text look; in pixels. */
export interface Face {
  readonly size: number;
  readonly weight: 400 | 600 | 700;
  /** From line to line. */
  readonly height: number;
  /** Between letters. */
  readonly spacing: number;
  readonly colour: string;
}

/** How far Inter reaches above and below its baseline, for a size of 1 (`hhea` of the font). */
const ASCENT = 0.96875;
const DESCENT = 0.2412;

/** A text → its lines, none wider than `width`, and the last one cut with `…` where there would be more than `most`. The context has the face's font then. */
export function wrapped(
  context: SKRSContext2D,
  text: string,
  face: Face,
  width: number,
  most: number,
): readonly string[] {
  use(context, face);
  const fits = (line: string): boolean => context.measureText(line).width <= width;
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = lines.length === 0 ? undefined : `${lines.at(-1)} ${word}`;
    if (line !== undefined && fits(line)) lines[lines.length - 1] = line;
    else lines.push(...broken(word, fits));
  }
  if (lines.length <= most) return lines;
  let last = lines[most - 1] as string;
  while (last !== '' && !fits(`${last}…`)) last = last.slice(0, -1).trimEnd();
  return [...lines.slice(0, most - 1), `${last}…`];
}

/** A word wider than a line → the parts that fit. */
function broken(word: string, fits: (line: string) => boolean): string[] {
  // Nearly every word fits, and to measure a text takes its time.
  if (fits(word)) return [word];
  const parts = [''];
  for (const character of word) {
    const longer = `${parts.at(-1)}${character}`;
    if (longer.length === 1 || fits(longer)) parts[parts.length - 1] = longer;
    else parts.push(character);
  }
  return parts;
}

/** Draws lines one below the other. @returns the width of the widest, 0 of none */
export function drawLines(
  context: SKRSContext2D,
  lines: readonly string[],
  face: Face,
  { left, top }: { readonly left: number; readonly top: number },
): number {
  use(context, face);
  context.fillStyle = face.colour;
  const baseline = (face.height + (ASCENT - DESCENT) * face.size) / 2;
  lines.forEach((line, index) =>
    context.fillText(line, left, Math.round(top + index * face.height + baseline)),
  );
  return Math.max(0, ...lines.map(line => context.measureText(line).width));
}

function use(context: SKRSContext2D, { size, weight, spacing }: Face): void {
  context.font = `${weight} ${size}px ${Object.values(CARD_FONT)
    .map(name => `"${name}"`)
    .join(', ')}`;
  context.letterSpacing = `${spacing}px`;
}
