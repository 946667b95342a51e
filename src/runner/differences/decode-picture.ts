import { artifactEnding } from '../../core/artifacts/artifact-kind.ts';
import { artifactFault } from '../../core/artifacts/read-artifact.ts';
import { type Bitmap, isBitmap } from '../../core/pictures/bitmap.ts';
import { readPng } from '../../core/pictures/read-png.ts';

/** The pixels of a PNG or an SVG; undefined for other files, and for what is wrong with one. */
export async function decodePicture(name: string, bytes: Uint8Array): Promise<Bitmap | undefined> {
  if (artifactEnding(name) === 'png') {
    const read = readPng(bytes);
    return isBitmap(read) ? read : undefined;
  }
  if (artifactEnding(name) !== 'svg' || artifactFault(name, bytes) !== undefined) return undefined;
  const { default: sharp } = await import('sharp');
  try {
    const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data: new Uint8Array(data) };
  } catch {
    // What browsers draw, its library may refuse; the difference of the texts is shown anyway.
    return undefined;
  }
}
