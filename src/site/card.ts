import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import { site } from '../site.config.ts';

/** What the picture of a page says, for places that show a link to it. */
export interface Card {
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** A word in the corner: its track. */
  readonly kicker?: string | undefined;
}

/** Width and height in pixels, as those places ask for. */
const SIZE = { width: 1200, height: 630 } as const;

/** A card → PNG. The same card gives the same bytes: the font is our own, the colours are those of `styles/tokens.css`. */
export async function cardPng(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const svg = await satori(layout(card, lightColours(await readFile(join(process.cwd(), 'src/styles/tokens.css'), 'utf8'))), { ...SIZE, fonts: await fonts() });
  return new Uint8Array(await sharp(Buffer.from(svg)).png({ palette: true, effort: 7, dither: 0 }).toBuffer());
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

function layout({ title, subtitle, kicker }: Card, colour: Colours): Element {
  const size = title.length <= 26 ? 92 : title.length <= 48 ? 72 : 56;
  return box({ ...SIZE, boxSizing: 'border-box', flexDirection: 'column', justifyContent: 'space-between', padding: '64px 80px 52px', borderBottom: `16px solid ${colour('accent')}`, backgroundColor: colour('paper'), color: colour('ink'), fontFamily: 'Inter, Inter Extended' },
    box({ alignItems: 'center', justifyContent: 'space-between', fontSize: 32, fontWeight: 600, letterSpacing: '-0.01em' },
      box({ alignItems: 'center', gap: 14, marginLeft: -8 }, icon(50, colour('accent'), 1.8, 'M4 5h16v11H10l-4 4v-4H4z', 'm8.5 10.5 2.5 2.5 5-5'), site.title),
      ...(kicker === undefined ? [] : [box({ padding: '8px 24px', borderRadius: 999, fontSize: 28, color: colour('accent'), backgroundColor: colour('accent-paper') }, kicker)])),
    box({ flexDirection: 'column', gap: 22 },
      box({ fontSize: size, fontWeight: 700, lineHeight: 1.08, letterSpacing: '-0.03em', lineClamp: 3 }, title),
      ...(subtitle === undefined ? [] : [box({ fontSize: 40, lineHeight: 1.3, letterSpacing: '-0.01em', color: colour('quiet'), lineClamp: 2 }, subtitle)])),
    box({ alignItems: 'center', gap: 14, paddingTop: 28, borderTop: `2px solid ${colour('line')}`, fontSize: 26, color: colour('quiet') },
      icon(30, colour('accent'), 2.4, 'm4.5 12.5 5 5 10-11'), 'Every output is what CPython printed, proved again by each build.'));
}
