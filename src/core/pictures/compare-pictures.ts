import { LIBRARIES } from './libraries.ts';
import type { Bitmap } from './bitmap.ts';

/** The smallest rectangle around all pixels that differ; its corners are pixels of it, from 0. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How two pictures of one size differ. */
interface PixelDifference {
  /** How many pixels differ. */
  readonly count: number;
  readonly box: Box;
}

/**
 * The pixels of two pictures of one size that differ; undefined if none does. Pixels that smooth an edge
 * count too: without them, a comma would be a full stop, and in small letters a 7 a 1.
 * @param threshold how far two colors may lie apart, from 0 to 1
 */
export function differingPixels(
  before: Bitmap,
  after: Bitmap,
  threshold: number,
): PixelDifference | undefined {
  const { width, height } = before;
  const mask = new Uint8Array(before.data.length);
  const options = { threshold, diffMask: true, includeAA: true };
  const count = LIBRARIES.pixelmatch().default(before.data, after.data, mask, width, height, options);
  return count === 0 ? undefined : { count, box: boxAround(mask, width) };
}

/** The rectangle around the pixels of a mask that are not clear. */
function boxAround(mask: Uint8Array, width: number): Box {
  let [left, top, right, bottom] = [width, Number.POSITIVE_INFINITY, 0, 0];
  for (let pixel = 0; pixel * 4 < mask.length; pixel += 1) {
    if (mask[pixel * 4 + 3] === 0) continue;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = y;
  }
  return { left, top, right, bottom };
}
