import { load } from 'cheerio';
import { imageSize } from 'image-size';

/** Width and height of a picture on a page, as attributes. */
export type DrawnSize = Readonly<Record<'width' | 'height', number>>;

/** Pixels of a millimeter, and of a point. */
const [MM, PT] = [96 / 25.4, 96 / 72];
const PIXELS: Readonly<Record<string, number>> = {
  ...{ px: 1, pt: PT, pc: 12 * PT, in: 72 * PT, mm: MM, cm: 10 * MM, q: MM / 4, em: 16, ex: 8 },
};

/** How wide and how high a page has to show a picture; undefined if its bytes do not say that. */
export function drawnSize(name: string, bytes: Uint8Array): DrawnSize | undefined {
  if (name.endsWith('.svg')) return ofDrawing(new TextDecoder().decode(bytes));
  const { width, height, orientation = 0 } = imageSize(bytes);
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function ofDrawing(source: string): DrawnSize | undefined {
  const attributes = load(source, { xml: true })('svg').first().attr() ?? {};
  const [, , boxWidth = 0, boxHeight = 0] = (attributes.viewBox ?? '').split(/[ ,\t\n\r]+/).map(Number);
  const ratio = boxWidth / boxHeight;
  const [width, height] = [pixels(attributes.width), pixels(attributes.height)];
  const both = [
    width ?? (height === undefined ? boxWidth : height * ratio),
    height ?? (width === undefined ? boxHeight : width / ratio),
  ].map(side => Math.max(1, Math.round(side)));
  return both.every(side => Number.isFinite(side)) && (width !== undefined || boxWidth > 0)
    ? { width: both[0] ?? 0, height: both[1] ?? 0 }
    : undefined;
}

function pixels(length = ''): number | undefined {
  const { number, unit } =
    /^\s*\+?(?<number>[\d.]+(?:e[-+]?\d+)?)(?<unit>[a-z]*)\s*$/i.exec(length)?.groups ?? {};
  const factor = unit === '' ? 1 : PIXELS[unit?.toLowerCase() ?? ''];
  return number === undefined || factor === undefined || Number(number) <= 0
    ? undefined
    : Number(number) * factor;
}
