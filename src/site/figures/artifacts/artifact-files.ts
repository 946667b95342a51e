import sharp from 'sharp';
import { artifactEnding } from '../../../core/artifacts/artifact-kind.ts';
import { pictureSize, type PictureSize } from '../../../core/artifacts/picture-size.ts';
import type { Recording } from '../../../core/verdict/recording.ts';
import type { CheckedExamples } from '../parts/checked-example.ts';

/** Wider pictures are shown as a smaller copy, in CSS pixels: twice the width of a figure. */
const MAX_WIDTH = 1600;

/** Endings of pictures that may have a copy. The others may move, or have no pixels. */
const COPIED = ['png', 'jpg'];

/**
 * The path of an artifact in the site, beside the page of its example: `examples/threading/plot/plot.svg`.
 * The id of a variant and the tag of a version have a dot, so no example has a page of that name.
 */
export function publishedFile(id: string, tag: string | undefined, name: string): string {
  return ['examples', id, ...(tag === undefined ? [] : [tag]), name].join('/');
}

/** The path of the smaller copy of a picture, and its size; undefined if it needs none. */
export function displayCopy(
  file: string,
  size: PictureSize | undefined,
): { readonly file: string; readonly size: PictureSize } | undefined {
  const ending = artifactEnding(file);
  if (size === undefined || size.width <= MAX_WIDTH || !COPIED.includes(ending)) return undefined;
  const height = Math.max(1, Math.round((size.height * MAX_WIDTH) / size.width));
  const copy = `${file.slice(0, -ending.length)}${MAX_WIDTH}.webp`;
  return { file: copy, size: { width: MAX_WIDTH, height } };
}

/** The files of all artifacts that this build verified, by path in the site: the very bytes, and copies. */
export async function artifactFiles(examples: CheckedExamples): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = [...examples.values()]
    .flatMap(checked => [checked, ...checked.variants])
    .flatMap(({ entry: { id }, verified }) => verified.flatMap(each => recordedFiles(id, each.recording)));
  const copies = files.flatMap(([file, bytes]) => {
    const copy = displayCopy(file, pictureSize(file, bytes));
    return copy === undefined ? [] : copyOf(bytes, copy);
  });
  return new Map([...files, ...(await Promise.all(copies))]);
}

function recordedFiles(
  id: string,
  { artifacts = new Map(), tag }: Recording,
): (readonly [string, Uint8Array])[] {
  return [...artifacts].map(([name, bytes]) => [publishedFile(id, tag, name), bytes]);
}

async function copyOf(
  bytes: Uint8Array,
  { file, size }: NonNullable<ReturnType<typeof displayCopy>>,
): Promise<readonly [string, Uint8Array]> {
  const scaled = sharp(bytes)
    .autoOrient()
    .resize({ ...size, fit: 'fill' });
  return [file, await scaled.webp({ lossless: true }).toBuffer()];
}
