import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import { site } from '../site.config.ts';
import { encodePng } from './indexed-png.ts';
import { Palette } from './palette.ts';

/** What the picture of a page says, for places that show a link to it. */
export interface Card {
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** A word in the corner: its track. */
  readonly kicker?: string | undefined;
}

/** Width and height in pixels, as those places ask for. */
const SIZE = { width: 1200, height: 630 } as const;
const FAMILY = 'Inter, Inter Extended';

/** A part of a card: the area that it stands in the middle of, and what stands there, as high as it is, on the card's paper. */
interface Piece {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly element: Element;
}

interface Picture {
  /** As PNG wants them: see `encodePng`. */
  readonly rows: Uint8Array;
  readonly palette: Palette;
}

/** What all cards share: fonts, read and parsed once, and the frame around what differs. */
interface Studio extends Picture {
  readonly colour: Colours;
  readonly fonts: Font[];
}

let studio: Promise<Studio> | undefined;
let latest: { readonly kicker: string | undefined; readonly pixels: Promise<Uint32Array> } | undefined;

/**
 * A card → PNG. The same card gives the same bytes: the font is our own, the colours are those of `styles/tokens.css`.
 * Only what one card has and another has not is laid out and drawn for it.
 */
export async function cardPng(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const { colour, fonts: known, rows, palette } = await (studio ??= openStudio());
  const picture = { ...SIZE, rows: rows.slice(), palette: palette.copy() };
  const word = card.kicker === undefined ? undefined : corner(card.kicker, colour);
  // Cards of a track come one after the other, and have the same word in the corner.
  if (word !== undefined && card.kicker !== latest?.kicker) latest = { kicker: card.kicker, pixels: rasterize(word, known) };
  if (word !== undefined && latest !== undefined) put(await latest.pixels, word, picture);
  const title = text(card, colour);
  put(await rasterize(title, known), title, picture);
  return encodePng({ ...picture, palette: picture.palette.colours });
}

async function openStudio(): Promise<Studio> {
  // One picture at a time, beside the thread that renders pages: dividing it among more takes longer.
  sharp.concurrency(1);
  const colour = lightColours(await readFile(join(process.cwd(), 'src/styles/tokens.css'), 'utf8'));
  const known = await fonts();
  // The flat colours are exact; the edges between them come as they are met.
  const picture = { ...SIZE, rows: new Uint8Array((SIZE.width + 1) * SIZE.height), palette: new Palette(['paper', 'ink', 'quiet', 'accent', 'accent-paper', 'line'].map((name) => Number.parseInt(colour(name).slice(1), 16))) };
  const whole = { left: 0, top: 0, ...SIZE, element: frame(colour) };
  put(await rasterize(whole, known), whole, picture);
  return { colour, fonts: known, rows: picture.rows, palette: picture.palette };
}

/** Puts a drawn piece into a picture. */
function put(drawn: Uint32Array, piece: Piece, { rows, palette }: Picture): void {
  const { left, width } = piece;
  const height = drawn.length / width;
  const top = piece.top + Math.round((piece.height - height) / 2);
  let [last, number] = [-1, 0];
  for (let row = 0, at = 0; row < height; row += 1) {
    for (let column = 0, to = (top + row) * (SIZE.width + 1) + 1 + left; column < width; column += 1, at += 1, to += 1) {
      const pixel = drawn[at] as number;
      // Most are like the one before.
      if (pixel !== last) number = palette.number(pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255);
      last = pixel;
      rows[to] = number;
    }
  }
}

/** A piece → its pixels, `0xAABBGGRR`. */
async function rasterize({ width, element }: Piece, known: Font[]): Promise<Uint32Array> {
  const svg = await satori(element, { width, fonts: known });
  const { buffer, byteOffset, length } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
  return new Uint32Array(buffer, byteOffset, length / 4);
}

type Colours = (name: string) => string;

/** `--ink: light-dark(#1d1c1a, …)` → `#1d1c1a`. */
function lightColours(css: string): Colours {
  const colours = new Map([...css.matchAll(/--(?<name>[\w-]+): light-dark\((?<light>#\w+),/g)].map(({ groups }) => [groups?.name, groups?.light ?? '']));
  return (name) => {
    const colour = colours.get(name);
    if (colour === undefined) throw new Error(`src/styles/tokens.css has no colour --${name} with a light-dark()`);
    return colour;
  };
}

/** Latin and what other European languages add to it; satori takes no variable font. */
async function fonts(): Promise<Font[]> {
  const files = [400, 600, 700].flatMap((weight) => ['latin', 'latin-ext'].map((subset) => ({ weight, subset }) as const));
  return Promise.all(files.map(async ({ weight, subset }) => ({
    name: subset === 'latin' ? 'Inter' : 'Inter Extended',
    weight: weight as 400 | 600 | 700,
    data: await readFile(join(process.cwd(), `node_modules/@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`)),
  })));
}

/** An element as satori takes it; text and elements in a list. */
type Element = Parameters<typeof satori>[0] & object;

function box(style: Readonly<Record<string, string | number>>, ...children: readonly (Element | string)[]): Element {
  return { type: 'div', key: null, props: { style: { display: 'flex', ...style }, children } } as unknown as Element;
}

function icon(size: number, colour: string, width: number, ...paths: readonly string[]): Element {
  const children = paths.map((d) => ({ type: 'path', props: { d } }));
  return { type: 'svg', key: null, props: { width: size, height: size, viewBox: '0 0 24 24', fill: 'none', stroke: colour, strokeWidth: width, strokeLinecap: 'round', strokeLinejoin: 'round', children } } as unknown as Element;
}

/** What is the same on every card: the name of the site above, what it promises below. */
function frame(colour: Colours): Element {
  return box({ ...SIZE, boxSizing: 'border-box', flexDirection: 'column', justifyContent: 'space-between', padding: '64px 80px 52px', borderBottom: `16px solid ${colour('accent')}`, backgroundColor: colour('paper'), color: colour('ink'), fontFamily: FAMILY },
    box({ alignItems: 'center', height: 50, gap: 14, marginLeft: -8, fontSize: 32, fontWeight: 600, letterSpacing: '-0.01em' }, icon(50, colour('accent'), 1.8, 'M4 5h16v11H10l-4 4v-4H4z', 'm8.5 10.5 2.5 2.5 5-5'), site.title),
    box({ alignItems: 'center', gap: 14, paddingTop: 28, borderTop: `2px solid ${colour('line')}`, fontSize: 26, color: colour('quiet') },
      icon(30, colour('accent'), 2.4, 'm4.5 12.5 5 5 10-11'), 'Every output is what CPython printed, proved again by each build.'));
}

/** Title and subtitle, in the middle of what the frame leaves. */
function text({ title, subtitle }: Card, colour: Colours): Piece {
  const size = title.length <= 26 ? 92 : title.length <= 48 ? 72 : 56;
  const area = { width: 1040, height: 386 } as const;
  const element = box({ width: area.width, flexDirection: 'column', gap: 22, backgroundColor: colour('paper'), color: colour('ink'), fontFamily: FAMILY },
    box({ fontSize: size, fontWeight: 700, lineHeight: 1.08, letterSpacing: '-0.03em', lineClamp: 3 }, title),
    ...(subtitle === undefined ? [] : [box({ fontSize: 40, lineHeight: 1.3, letterSpacing: '-0.01em', color: colour('quiet'), lineClamp: 2 }, subtitle)]));
  return { left: 80, top: 114, ...area, element };
}

/** The word in the upper right corner. */
function corner(kicker: string, colour: Colours): Piece {
  const area = { width: 640, height: 50 } as const;
  const element = box({ ...area, alignItems: 'center', justifyContent: 'flex-end', backgroundColor: colour('paper'), fontFamily: FAMILY },
    box({ padding: '8px 24px', borderRadius: 999, fontSize: 28, fontWeight: 600, letterSpacing: '-0.01em', color: colour('accent'), backgroundColor: colour('accent-paper') }, kicker));
  return { left: 480, top: 64, ...area, element };
}
