import { posix } from 'node:path';
import { type PictureSize, pictureSize } from '../../core/artifacts/picture-size.ts';
import type { ProjectFiles } from '../validate/check-files.ts';
import type { Finding } from '../validate/problems-at.ts';
import type { ArticlePicture } from './pictures-of.ts';

/** The size of a picture of the project; undefined if its file says none. */
export function sizeOf(path: string, files: ProjectFiles): PictureSize | undefined {
  return pictureSize(posix.basename(path), files.read(path));
}

/** `./a.svg` → `./a.dark.svg`. */
export const darkOf = (path: string): string => path.replace(/(\.\w+)$/, '.dark$1');

const isDark = (path: string): boolean => /\.dark\.\w+$/.test(path);

/** What is wrong with the size, the caption and the dark variant of a picture whose file is there. */
export function pictureFaults(
  picture: ArticlePicture,
  path: string,
  files: ProjectFiles,
): readonly Finding[] {
  const { title, url, isAlone, alt } = picture;
  const size = sizeOf(path, files);
  const dark = darkOf(path);
  const name = posix.basename(path);
  if (isDark(path)) {
    const light = path.replace(/\.dark(\.\w+)$/, '$1');
    const remedy = files.has(light)
      ? `Dark pages show it by itself: ![${alt}](${url.replace(/\.dark(\.\w+)$/, '$1')})`
      : `Put the light one beside it: ${light}`;
    return [
      { title: `${name} is the dark variant of a picture, and light pages would show it too.`, remedy },
    ];
  }
  const findings: (Finding | undefined)[] = [
    title !== undefined && !isAlone
      ? {
          title: 'A picture with a caption is alone in its paragraph, and this one is in a line of text.',
          remedy: 'Put blank lines before and after it, or remove the caption.',
        }
      : undefined,
    title !== undefined && /\$[^\s$][^$]*\$/.test(title)
      ? { title: 'A caption holds text and code, and no formula.', remedy: 'Put the formula into the text.' }
      : undefined,
    size === undefined
      ? {
          title: `${name} says nothing of its size, so the page would move when it has loaded.`,
          remedy: 'Export it again.',
        }
      : stretched(picture, name, size),
    size !== undefined && files.has(dark) ? unequal(name, size, dark, files) : undefined,
  ];
  return findings.filter(finding => finding !== undefined);
}

/** A picture that would be shown wider or higher than it is drawn. */
function stretched(
  { attributes = {} }: ArticlePicture,
  name: string,
  size: PictureSize,
): Finding | undefined {
  const [width, height] = [Number(attributes.width), Number(attributes.height)];
  if (!(width > 0) || !(height > 0)) return undefined;
  const right = Math.max(1, Math.round((width * size.height) / size.width));
  if (Math.abs(right - height) <= Math.max(1, right * 0.02)) return undefined;
  return {
    title: `${name} is ${size.width} × ${size.height}, and ${width} × ${height} would stretch it.`,
    remedy: `width={${width}} height={${right}}, or neither: the build reads both from the file`,
  };
}

function unequal(name: string, size: PictureSize, dark: string, files: ProjectFiles): Finding | undefined {
  const other = sizeOf(dark, files);
  if (other?.width === size.width && other.height === size.height) return undefined;
  const found = other === undefined ? 'no size' : `${other.width} × ${other.height}`;
  return {
    title: `${name} is ${size.width} × ${size.height}, and its dark variant has ${found}.`,
    remedy: `Export both at one size: ${dark}`,
  };
}
