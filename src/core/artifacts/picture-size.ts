import { LIBRARIES } from '../pictures/libraries.ts';
import { artifactEnding } from './artifact-kind.ts';

/** How wide and how high a picture is, in CSS pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The size at which a browser shows a picture; undefined if its bytes do not say that. */
export function pictureSize(name: string, bytes: Uint8Array): PictureSize | undefined {
  const size = artifactEnding(name) === 'svg' ? drawingSize(bytes) : rasterSize(bytes);
  if (size === undefined || !(size.width > 0) || !(size.height > 0)) return undefined;
  return { width: Math.max(1, Math.round(size.width)), height: Math.max(1, Math.round(size.height)) };
}

function rasterSize(bytes: Uint8Array): PictureSize | undefined {
  try {
    const { width, height, orientation = 1 } = LIBRARIES.imageSize().imageSize(bytes);
    // Browsers turn a photo as its camera was held: https://www.w3.org/TR/css-images-3/#the-image-orientation
    return orientation > 4 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}

/** CSS pixels of the units of a length: https://www.w3.org/TR/css-values-4/#absolute-lengths */
const UNITS: Readonly<Record<string, number>> = {
  ...{ '': 1, px: 1, pt: 96 / 72, pc: 16, in: 96 },
  ...{ cm: 96 / 2.54, mm: 96 / 25.4, q: 96 / 101.6, em: 16, ex: 8 },
};

/** By its own width and height, or by its `viewBox`, which alone has no other unit than pixels. */
function drawingSize(bytes: Uint8Array): PictureSize | undefined {
  const { width, height, viewBox = '' } = rootAttributes(new TextDecoder().decode(bytes)) ?? {};
  const [own, ownHeight] = [lengthOf(width), lengthOf(height)];
  if (own !== undefined && ownHeight !== undefined) return { width: own, height: ownHeight };
  const [, , boxWidth = 0, boxHeight = 0] = viewBox
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (!(boxWidth > 0) || !(boxHeight > 0)) return undefined;
  if (own !== undefined) return { width: own, height: (own * boxHeight) / boxWidth };
  if (ownHeight !== undefined) return { width: (ownHeight * boxWidth) / boxHeight, height: ownHeight };
  return { width: boxWidth, height: boxHeight };
}

function lengthOf(text: string | undefined): number | undefined {
  const [, number, unit = ''] = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(text ?? '') ?? [];
  const factor = UNITS[unit.toLowerCase()];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}

/** The attributes of the outermost element, if it is `<svg>`. */
function rootAttributes(source: string): Readonly<Record<string, string>> | undefined {
  let root: { readonly name: string; readonly attributes: Readonly<Record<string, string>> } | undefined;
  const parser = new (LIBRARIES.htmlparser2().Parser)(
    {
      onopentag: (name, attributes) => {
        root ??= { name, attributes };
        parser.pause();
      },
    },
    { xmlMode: true },
  );
  parser.write(source);
  return root?.name === 'svg' ? root.attributes : undefined;
}
