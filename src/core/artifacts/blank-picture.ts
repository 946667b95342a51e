import { type Bitmap, isBitmap } from '../pictures/bitmap.ts';
import { differingPixels } from '../pictures/compare-pictures.ts';
import { readPng } from '../pictures/read-png.ts';

/** The usual threshold tells black from white, and any two colors that a plot is drawn in. */
const MAX_SURE = 0.1;

/**
 * Whether a threshold takes a PNG for a picture of nothing but its most frequent color: then no part of it is
 * proved. Undefined bytes are no picture.
 */
export function permitsBlank(bytes: Uint8Array | undefined, threshold: number): boolean {
  if (bytes === undefined || threshold <= MAX_SURE) return false;
  const read = readPng(bytes);
  if (!isBitmap(read)) return false;
  const blank = new Uint8Array(new Uint32Array(read.data.length / 4).fill(frequentPixel(read)).buffer);
  // A picture that is blank itself has nothing that could be hidden.
  if (Buffer.compare(blank, read.data) === 0) return false;
  return differingPixels(read, { ...read, data: blank }, threshold) === undefined;
}

/** The pixel that most pixels of a picture are like, its four bytes as one number. */
export function frequentPixel({ data }: Bitmap): number {
  const counts = new Map<number, number>();
  for (const pixel of new Uint32Array(data.buffer, data.byteOffset, data.length / 4))
    counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}
