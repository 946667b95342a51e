/** A decoded picture: four bytes for each pixel, red, green, blue and opacity, row by row. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** What is wrong with a picture: the end of a sentence that begins with its name, such as `is empty`. */
export interface PictureFault {
  readonly fault: string;
  readonly remedy: string;
  /** 1-based line of a drawing. */
  readonly line?: number | undefined;
}

/** The longest side of a picture, in pixels. */
const MAX_SIDE = 4_000;

/** What is wrong with the size of a picture; undefined if a page can show it. */
export function sizeFault({ width, height }: Pick<Bitmap, 'width' | 'height'>): PictureFault | undefined {
  if ([width, height].every(side => side >= 1 && side <= MAX_SIDE)) return undefined;
  return {
    fault: `has ${width} × ${height} pixels, and each side of a picture has 1 to ${MAX_SIDE}`,
    remedy: 'Draw it at another size: 6.4 × 4.8 inches with 100 dots per inch are 640 × 480 pixels.',
  };
}

/** Whether a picture was decoded. */
export function isBitmap(read: Bitmap | PictureFault): read is Bitmap {
  return 'data' in read;
}
