import { type Bitmap, isBitmap } from '../pictures/bitmap.ts';
import { LIBRARIES } from '../pictures/libraries.ts';
import { readPng } from '../pictures/read-png.ts';
import { joinLines, splitLines } from '../text/lines.ts';
import { artifactEnding, isTextArtifact } from './artifact-kind.ts';
import { frequentPixel } from './blank-picture.ts';

/** A recorded file with one thing changed that means something. */
interface ArtifactMutant {
  /** What was done: `another block at 40, 60`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Changes a recorded file in small ways, none of which a contract may permit. */
export function artifactMutants(name: string, bytes: Uint8Array): readonly ArtifactMutant[] {
  if (isTextArtifact(name)) return textMutants(new TextDecoder().decode(bytes));
  const read = artifactEnding(name) === 'png' ? readPng(bytes) : undefined;
  if (read !== undefined && isBitmap(read)) return pngMutants(read);
  return [0.25, 0.5, 0.75].map(part => {
    const at = Math.floor(bytes.length * part);
    return {
      name: `another byte at ${at}`,
      bytes: Uint8Array.from(bytes).fill((bytes[at] ?? 0) ^ 1, at, at + 1),
    };
  });
}

/** Lines of a text that are changed, from its begin on. */
const MAX_LINES = 200;

/** Labels of a drawing. */
const LABEL = /(?<=>)[^<>]*\w[^<>]*(?=<)/g;
/** Words and numbers: cells of a table, values of data. */
const WORD = /\d+(?:\.\d+)?|[A-Za-z]+/g;

function textMutants(text: string): ArtifactMutant[] {
  const { lines, closed } = splitLines(text);
  const of = (name: string, changed: readonly string[]): ArtifactMutant => {
    return { name, bytes: Buffer.from(joinLines({ lines: changed, closed })) };
  };
  return lines.slice(0, MAX_LINES).flatMap((line, index) => {
    const labels = [...line.matchAll(LABEL)];
    const words = labels.length > 0 ? labels : [...line.matchAll(WORD)];
    return [
      of(`line ${index + 1} missing`, lines.toSpliced(index, 1)),
      ...[words[0], words.at(-1)].flatMap(match => {
        if (match === undefined) return [];
        const end = match.index + match[0].length;
        const changed = `${line.slice(0, end)}7${line.slice(end)}`;
        return [of(`line ${index + 1}: ${match[0]}7`, lines.with(index, changed))];
      }),
    ];
  });
}

/** Blocks of a picture that are changed, in each direction; pixels of a side of each. */
const GRID = 4;
const BLOCK = 3;

function pngMutants(bitmap: Bitmap): ArtifactMutant[] {
  const { width, height } = bitmap;
  const blocks = Array.from({ length: GRID * GRID }, (_, index) => {
    const [column, row] = [index % GRID, Math.floor(index / GRID)];
    const [x, y] = [Math.floor(((column + 0.5) * width) / GRID), Math.floor(((row + 0.5) * height) / GRID)];
    return { name: `another block at ${x}, ${y}`, bytes: written(withOther(bitmap, x, y)) };
  });
  const ground = frequentPixel(bitmap);
  const halves = [0, 1].map(half => {
    const pixels = new Uint32Array(Uint8Array.from(bitmap.data).buffer);
    pixels.fill(ground, Math.floor((half * pixels.length) / 2), Math.ceil(((half + 1) * pixels.length) / 2));
    const erased = { ...bitmap, data: new Uint8Array(pixels.buffer) };
    return { name: `nothing in its ${half === 0 ? 'upper' : 'lower'} half`, bitmap: erased };
  });
  const wider = { width: width + 1, height, data: new Uint8Array((width + 1) * height * 4) };
  return [
    ...blocks,
    // A half in which nothing was drawn is as it was.
    ...halves
      .filter(each => Buffer.compare(each.bitmap.data, bitmap.data) !== 0)
      .map(each => ({ name: each.name, bytes: written(each.bitmap) })),
    { name: 'one pixel wider', bytes: written(wider) },
  ];
}

/** A picture with a block of other colors: each part of a color as far from what it was as it can be. */
function withOther({ width, height, data }: Bitmap, left: number, top: number): Bitmap {
  const changed = Uint8Array.from(data);
  for (let y = top; y < Math.min(height, top + BLOCK); y += 1)
    for (let x = left; x < Math.min(width, left + BLOCK); x += 1) {
      const at = (y * width + x) * 4;
      for (let channel = at; channel < at + 3; channel += 1)
        changed[channel] = (changed[channel] ?? 0) < 128 ? 255 : 0;
      changed[at + 3] = 255;
    }
  return { width, height, data: changed };
}

function written({ width, height, data }: Bitmap): Uint8Array {
  const png = new (LIBRARIES.pngjs().PNG)({ width, height });
  png.data.set(data);
  return LIBRARIES.pngjs().PNG.sync.write(png, { deflateLevel: 1 });
}
