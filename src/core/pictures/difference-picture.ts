import { LIBRARIES } from './libraries.ts';
import type { Bitmap } from './bitmap.ts';

type Size = Pick<Bitmap, 'width' | 'height'>;

/** Pixels between two pictures, and around all. */
const GAP = 8;
const WHITE = 255;
/** The color of the gaps. */
const GRAY = 128;

/** Two pictures, and what differs between them, side by side in one PNG. They may have different sizes. */
export function differencePicture(before: Bitmap, after: Bitmap, threshold: number): Uint8Array {
  const size = { width: Math.max(before.width, after.width), height: Math.max(before.height, after.height) };
  const [recorded, now] = [before, after].map(picture => onWhite(picture, size)) as [Bitmap, Bitmap];
  const difference = new Uint8Array(recorded.data.length);
  const { width, height } = size;
  const options = { threshold, includeAA: true };
  LIBRARIES.pixelmatch().default(recorded.data, now.data, difference, width, height, options);
  const panels = [recorded.data, now.data, difference];
  const png = new (LIBRARIES.pngjs().PNG)({
    width: panels.length * (width + GAP) + GAP,
    height: height + 2 * GAP,
  });
  png.data.fill(GRAY);
  for (let at = 3; at < png.data.length; at += 4) png.data[at] = WHITE;
  for (const [index, panel] of panels.entries())
    copy({ ...size, data: panel }, png, GAP + index * (width + GAP), GAP);
  return LIBRARIES.pngjs().PNG.sync.write(png);
}

/** A picture on a white ground of this size, without clear pixels. */
function onWhite(picture: Bitmap, { width, height }: Size): Bitmap {
  const ground = { width, height, data: new Uint8Array(width * height * 4).fill(WHITE) };
  const opaque = new Uint8Array(picture.data);
  for (let at = 0; at < opaque.length; at += 4) {
    const opacity = (opaque[at + 3] ?? 0) / WHITE;
    for (let channel = at; channel < at + 3; channel += 1)
      opaque[channel] = Math.round((opaque[channel] ?? 0) * opacity + WHITE * (1 - opacity));
    opaque[at + 3] = WHITE;
  }
  copy({ ...picture, data: opaque }, ground, 0, 0);
  return ground;
}

/** Copies a picture into a larger one, with its upper left corner at a place. */
function copy(from: Bitmap, to: Bitmap, left: number, top: number): void {
  for (let y = 0; y < from.height; y += 1) {
    const row = from.data.subarray(y * from.width * 4, (y + 1) * from.width * 4);
    to.data.set(row, ((top + y) * to.width + left) * 4);
  }
}
