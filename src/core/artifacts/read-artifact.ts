import { isBitmap, type PictureFault, sizeFault } from '../pictures/bitmap.ts';
import { readPng } from '../pictures/read-png.ts';
import { svgFault } from '../pictures/svg-fault.ts';
import { type ArtifactEnding, artifactEnding, artifactKind } from './artifact-kind.ts';
import { pictureSize } from './picture-size.ts';

/** How the bytes of a picture begin whose pixels are not compared, as Latin-1. */
const BEGINNINGS: Partial<Record<ArtifactEnding, RegExp>> = {
  jpg: /^\xff\xd8\xff/,
  gif: /^GIF8[79]a/,
  webp: /^RIFF.{4}WEBP/s,
};

/** Why a page cannot show what a file holds; its characters are judged elsewhere. */
export function artifactFault(name: string, bytes: Uint8Array): PictureFault | undefined {
  if (bytes.length === 0) return { fault: 'is empty', remedy: 'Close it before the sample ends.' };
  return artifactKind(name) === 'picture' ? pictureFault(name, bytes) : undefined;
}

function pictureFault(name: string, bytes: Uint8Array): PictureFault | undefined {
  const ending = artifactEnding(name);
  if (ending === 'png') {
    const read = readPng(bytes);
    return isBitmap(read) ? undefined : read;
  }
  const unsafe = ending === 'svg' ? svgFault(new TextDecoder().decode(bytes)) : undefined;
  if (unsafe !== undefined) return unsafe;
  const size = pictureSize(name, bytes);
  const first = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (BEGINNINGS[ending]?.test(first) === false || (size === undefined && ending !== 'svg'))
    return {
      fault: `is no ${ending.toUpperCase()}, as its first bytes show`,
      remedy: `Write it as ${ending}.`,
    };
  return size === undefined ? NO_SIZE : sizeFault(size);
}

const NO_SIZE: PictureFault = {
  fault: 'has no size',
  remedy: 'Say how wide and how high it is: <svg width="640" height="480" …>',
};
