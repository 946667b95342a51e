import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, GlobalFonts, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { site } from '../../site.config.ts';
import { CARD_FONT, drawLines, type Face, wrapped } from './draw-text.ts';
import { encodePng } from './encode-png.ts';
import { Palette } from './palette.ts';

/** What the picture of a page says, for places that show a link to it. */
export interface Card {
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** A word in the corner: its track. */
  readonly kicker?: string | undefined;
}

/** Width and height in pixels, as those places ask for; and where a title and a subtitle may stand. */
const SIZE = { width: 1200, height: 630 } as const;
const TEXT = { left: 80, top: 114, width: 1040, height: 387, gap: 22 } as const;
/** The widest word in the corner, with what is around it. */
const CORNER = { left: 480, top: 64, width: 640, height: 50 } as const;

/** `--accent` of the style sheet, in a light page: `#0b6b50`. */
type Colours = (name: string) => string;

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What all cards share: the frame around what differs, drawn once, and the canvas that each draws the rest on. */
interface Studio {
  readonly colour: Colours;
  readonly context: SKRSContext2D;
  /** As PNG wants them: see `encodePng`. */
  readonly frame: Uint8Array;
  readonly palette: Palette;
  /** Of the card that is drawn: one for all, as to clear so much memory takes longer than to draw. */
  readonly rows: Uint8Array;
}

let studio: Promise<Studio> | undefined;

/**
 * A card → PNG. The same card gives the same bytes: the font is our own, the colours are those of `styles/tokens.css`.
 * Only what one card has and another has not is drawn for it.
 */
export async function cardPng(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  // From here on without a break: the next card is drawn in the same place.
  const { colour, context, frame, palette: flat, rows } = await (studio ??= openStudio());
  const palette = flat.copy();
  rows.set(frame);
  if (card.kicker !== undefined) take(context, drawCorner(context, card.kicker, colour), rows, palette);
  take(context, drawText(context, card, colour), rows, palette);
  return encodePng({ ...SIZE, rows, palette: palette.colours });
}

async function openStudio(): Promise<Studio> {
  const colour = lightColours(await readFile(join(process.cwd(), 'src/styles/tokens.css'), 'utf8'));
  // Latin, and what other European languages add to it.
  for (const [subset, family] of Object.entries(CARD_FONT)) {
    for (const weight of [400, 600, 700]) {
      const file = join(
        process.cwd(),
        `node_modules/@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`,
      );
      if (GlobalFonts.registerFromPath(file, family) === null) throw new Error(`${file} is no font.`);
    }
  }
  const context = createCanvas(SIZE.width, SIZE.height).getContext('2d');
  drawFrame(context, colour);
  const frame = new Uint8Array((SIZE.width + 1) * SIZE.height);
  // The flat colours are exact; the edges between them come as they are met.
  const palette = new Palette(
    ['paper', 'ink', 'quiet', 'accent', 'accent-paper', 'line'].map(name =>
      Number.parseInt(colour(name).slice(1), 16),
    ),
  );
  take(context, { left: 0, top: 0, ...SIZE }, frame, palette);
  return { colour, context, frame, palette, rows: frame.slice() };
}

/** Pixels that are read in one step: for more of them memory is asked of the system anew each time, which takes ten times as long as to read them. */
const STEP = 100_000;

/** What is drawn in an area → the numbers of its colours, in the rows of a picture. */
function take(
  context: SKRSContext2D,
  { left, top, width, height }: Area,
  rows: Uint8Array,
  palette: Palette,
): void {
  const most = Math.max(1, Math.floor(STEP / width));
  for (let from = top; from < top + height; from += most)
    takeRows(context, { left, top: from, width, height: Math.min(most, top + height - from) }, rows, palette);
}

function takeRows(
  context: SKRSContext2D,
  { left, top, width, height }: Area,
  rows: Uint8Array,
  palette: Palette,
): void {
  const { buffer, byteOffset, length } = context.getImageData(left, top, width, height).data;
  // `0xAABBGGRR`
  const pixels = new Uint32Array(buffer, byteOffset, length / 4);
  let [last, number] = [-1, 0];
  for (let row = 0, at = 0; row < height; row += 1) {
    for (
      let column = 0, to = (top + row) * (SIZE.width + 1) + 1 + left;
      column < width;
      column += 1, at += 1, to += 1
    ) {
      const pixel = pixels[at] as number;
      // Most are like the one before.
      if (pixel !== last) number = palette.number(pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255);
      last = pixel;
      rows[to] = number;
    }
  }
}

/** `--ink: light-dark(#1d1c1a, …)` → `#1d1c1a`. */
function lightColours(css: string): Colours {
  const colours = new Map(
    [...css.matchAll(/--(?<name>[\w-]+): light-dark\((?<light>#\w+),/g)].map(({ groups }) => [
      groups?.name,
      groups?.light ?? '',
    ]),
  );
  return name => {
    const colour = colours.get(name);
    if (colour === undefined)
      throw new Error(`src/styles/tokens.css has no colour --${name} with a light-dark()`);
    return colour;
  };
}

/** What is the same on every card: the name of the site above, what it promises below. */
function drawFrame(context: SKRSContext2D, colour: Colours): void {
  fill(context, colour('paper'), { left: 0, top: 0, ...SIZE });
  fill(context, colour('accent'), { left: 0, top: 614, width: SIZE.width, height: 16 });
  fill(context, colour('line'), { left: 80, top: 501, width: 1040, height: 2 });
  icon(
    context,
    { left: 72, top: 64, size: 50 },
    colour('accent'),
    1.8,
    'M4 5h16v11H10l-4 4v-4H4z',
    'm8.5 10.5 2.5 2.5 5-5',
  );
  drawLines(
    context,
    [site.title],
    { size: 32, weight: 600, height: 50, spacing: -0.32, colour: colour('ink') },
    { left: 136, top: 64 },
  );
  icon(context, { left: 80, top: 532, size: 30 }, colour('accent'), 2.4, 'm4.5 12.5 5 5 10-11');
  drawLines(
    context,
    ['Every output is what CPython printed, proved again by each build.'],
    { size: 26, weight: 400, height: 30, spacing: 0, colour: colour('quiet') },
    { left: 124, top: 532 },
  );
}

/** Title and subtitle, in the middle of what the frame leaves. @returns the area that they take: only that much is read */
function drawText(context: SKRSContext2D, { title, subtitle }: Card, colour: Colours): Area {
  const size = title.length <= 26 ? 92 : title.length <= 48 ? 72 : 56;
  const large: Face = {
    size,
    weight: 700,
    height: Math.round(size * 1.08),
    spacing: size * -0.03,
    colour: colour('ink'),
  };
  const small: Face = { size: 40, weight: 400, height: 52, spacing: -0.4, colour: colour('quiet') };
  const above = wrapped(context, title, large, TEXT.width, 3);
  const below = subtitle === undefined ? [] : wrapped(context, subtitle, small, TEXT.width, 2);
  const between = below.length === 0 ? 0 : TEXT.gap;
  const height = above.length * large.height + between + below.length * small.height;
  const [left, top] = [TEXT.left, TEXT.top + Math.round((TEXT.height - height) / 2)];
  fill(context, colour('paper'), TEXT);
  const widths = [
    drawLines(context, above, large, { left, top }),
    drawLines(context, below, small, { left, top: top + above.length * large.height + between }),
  ];
  // Some letters reach below their line.
  return {
    left,
    top,
    width: Math.min(TEXT.width, Math.ceil(Math.max(...widths)) + 4),
    height: height + Math.round(size * 0.1),
  };
}

/** The word in the upper right corner. @returns the area that it may take */
function drawCorner(context: SKRSContext2D, kicker: string, colour: Colours): Area {
  const face: Face = {
    size: 28,
    weight: 600,
    height: CORNER.height,
    spacing: -0.28,
    colour: colour('accent'),
  };
  const [line = ''] = wrapped(context, kicker, face, CORNER.width - 48, 1);
  const width = Math.ceil(context.measureText(line).width) + 48;
  const left = CORNER.left + CORNER.width - width;
  fill(context, colour('paper'), CORNER);
  context.fillStyle = colour('accent-paper');
  context.beginPath();
  context.roundRect(left, CORNER.top, width, CORNER.height, CORNER.height / 2);
  context.fill();
  drawLines(context, [line], face, { left: left + 24, top: CORNER.top });
  return CORNER;
}

function fill(context: SKRSContext2D, colour: string, { left, top, width, height }: Area): void {
  context.fillStyle = colour;
  context.fillRect(left, top, width, height);
}

/** Lines of a picture of 24 by 24, as the pages have it. */
function icon(
  context: SKRSContext2D,
  { left, top, size }: { readonly left: number; readonly top: number; readonly size: number },
  colour: string,
  width: number,
  ...paths: readonly string[]
): void {
  context.save();
  context.translate(left, top);
  context.scale(size / 24, size / 24);
  Object.assign(context, { strokeStyle: colour, lineWidth: width, lineCap: 'round', lineJoin: 'round' });
  for (const path of paths) context.stroke(new Path2D(path));
  context.restore();
}
