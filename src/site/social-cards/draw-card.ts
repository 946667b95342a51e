import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, GlobalFonts, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import sharp from 'sharp';
import { CARD_SIZE, type SocialCard } from './card-content.ts';
import { CARD_FONT, CARD_WEIGHTS, fontFile } from './card-font.ts';
import { drawLines, type TextStyle, wrapLines } from './draw-text.ts';

/** Where a card is drawn from. */
export interface DrawOptions {
  /** Folder of the project. Colors are read from there. */
  readonly root: string;
  /** Name of the site, on every card. */
  readonly siteTitle: string;
}

/** Light-theme value of a CSS variable: `accent` → `#0b6b50`. */
type ColorOf = (name: string) => string;

/** The area for title and subtitle, in pixels. `gap` separates the two. */
const TEXT = { left: 80, top: 114, width: 1040, height: 387, gap: 22 } as const;
/** The right edge, greatest width and position of the label. `padding` is on each side of its text. */
const LABEL = { right: 1120, top: 64, width: 640, height: 50, padding: 24 } as const;

/** All cards of a thread are drawn on it, one after the other: each covers the one before. */
const canvas = createCanvas(CARD_SIZE.width, CARD_SIZE.height);

/** Draws a card as PNG. Equal cards have equal bytes: the font is our own, the colors are in `tokens.css`. */
export async function drawCard(card: SocialCard, { root, siteTitle }: DrawOptions): Promise<Buffer> {
  registerFonts();
  const colorOf = lightColors(await readFile(join(root, 'src/styles/tokens.css'), 'utf8'));
  // From here until the pixels are copied, nothing waits.
  const context = canvas.getContext('2d');
  drawFrame(context, colorOf);
  const end = card.label === undefined ? LABEL.right : drawLabel(context, card.label, colorOf);
  drawSiteTitle(context, siteTitle, end, colorOf);
  drawText(context, card, colorOf);
  // The canvas encodes PNG too, but needs 23 ms of CPU time instead of 5, for a file of the same size.
  const raw = { ...CARD_SIZE, channels: 4 } as const;
  return sharp(canvas.data(), { raw }).png({ compressionLevel: 3 }).toBuffer();
}

/** Registers all subsets of the font, once for the process. */
function registerFonts(): void {
  if (GlobalFonts.has(CARD_FONT.latin)) return;
  for (const subset of Object.keys(CARD_FONT) as (keyof typeof CARD_FONT)[]) {
    for (const weight of CARD_WEIGHTS) {
      const file = fontFile(subset, weight);
      if (GlobalFonts.registerFromPath(file, CARD_FONT[subset]) === null)
        throw new Error(`${file} is not a font.`);
    }
  }
}

/** `--ink: light-dark(#1d1c1a, …)` → `#1d1c1a`. */
function lightColors(css: string): ColorOf {
  return name => {
    const color = new RegExp(`--${name}: light-dark\\((#\\w+),`).exec(css)?.[1];
    if (color === undefined)
      throw new Error(`src/styles/tokens.css does not define --${name} with light-dark().`);
    return color;
  };
}

/** Draws what all cards share: the logo at the top, the promise at the bottom. */
function drawFrame(context: SKRSContext2D, colorOf: ColorOf): void {
  const { width, height } = CARD_SIZE;
  fillArea(context, colorOf('paper'), [0, 0, width, height]);
  fillArea(context, colorOf('accent'), [0, 614, width, 16]);
  fillArea(context, colorOf('line'), [80, 501, 1040, 2]);
  const logo = ['M4 5h16v11H10l-4 4v-4H4z', 'm8.5 10.5 2.5 2.5 5-5'];
  const tick = ['m4.5 12.5 5 5 10-11'];
  drawIcon(context, logo, { left: 72, top: 64, size: 50, color: colorOf('accent'), stroke: 1.8 });
  drawIcon(context, tick, { left: 80, top: 532, size: 30, color: colorOf('accent'), stroke: 2.4 });
  const small: TextStyle = { size: 26, weight: 400, height: 30, spacing: 0, color: colorOf('quiet') };
  const promise = 'Every output is what CPython printed, verified again by each build.';
  drawLines(context, [promise], small, { left: 124, top: 532 });
}

/** Draws the name of the site beside the logo, as far as there is room up to `end`. */
function drawSiteTitle(context: SKRSContext2D, title: string, end: number, colorOf: ColorOf): void {
  const left = 136;
  const style: TextStyle = { size: 32, weight: 600, height: 50, spacing: -0.32, color: colorOf('ink') };
  const lines = wrapLines(context, title, style, { width: end - left - LABEL.padding, maxLines: 1 });
  drawLines(context, lines, style, { left, top: 64 });
}

/** Draws title and subtitle, centered vertically in `TEXT`. */
function drawText(context: SKRSContext2D, { title, subtitle = '' }: SocialCard, colorOf: ColorOf): void {
  const size = titleSize(title);
  const large: TextStyle = {
    size,
    weight: 700,
    height: Math.round(size * 1.08),
    spacing: size * -0.03,
    color: colorOf('ink'),
  };
  const small: TextStyle = { size: 40, weight: 400, height: 52, spacing: -0.4, color: colorOf('quiet') };
  const above = wrapLines(context, title, large, { width: TEXT.width, maxLines: 3 });
  const below = wrapLines(context, subtitle, small, { width: TEXT.width, maxLines: 2 });
  const titleHeight = above.length * large.height + (below.length === 0 ? 0 : TEXT.gap);
  const height = titleHeight + below.length * small.height;
  const top = TEXT.top + Math.round((TEXT.height - height) / 2);
  drawLines(context, above, large, { left: TEXT.left, top });
  drawLines(context, below, small, { left: TEXT.left, top: top + titleHeight });
}

/** Font size of a title: the longer, the smaller. */
function titleSize(title: string): number {
  if (title.length <= 26) return 92;
  return title.length <= 48 ? 72 : 56;
}

/** Draws the label on a rounded background in the upper right corner. @returns its left edge */
function drawLabel(context: SKRSContext2D, label: string, colorOf: ColorOf): number {
  const { right, top, height, padding } = LABEL;
  const style: TextStyle = { size: 28, weight: 600, height, spacing: -0.28, color: colorOf('accent') };
  const limits = { width: LABEL.width - 2 * padding, maxLines: 1 };
  const [line = ''] = wrapLines(context, label, style, limits);
  const width = Math.ceil(context.measureText(line).width) + 2 * padding;
  context.fillStyle = colorOf('accent-paper');
  context.beginPath();
  context.roundRect(right - width, top, width, height, height / 2);
  context.fill();
  drawLines(context, [line], style, { left: right - width + padding, top });
  return right - width;
}

function fillArea(context: SKRSContext2D, color: string, area: [number, number, number, number]): void {
  context.fillStyle = color;
  context.fillRect(...area);
}

/** Position, size and look of an icon, in pixels. `stroke` is in units of its 24 by 24 grid. */
interface IconStyle {
  readonly left: number;
  readonly top: number;
  readonly size: number;
  readonly color: string;
  readonly stroke: number;
}

/** Draws the outlines of an icon; they are SVG paths on a grid of 24 by 24, as in the pages. */
function drawIcon(context: SKRSContext2D, paths: readonly string[], style: IconStyle): void {
  context.save();
  context.translate(style.left, style.top);
  context.scale(style.size / 24, style.size / 24);
  context.strokeStyle = style.color;
  context.lineWidth = style.stroke;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const path of paths) context.stroke(new Path2D(path));
  context.restore();
}
