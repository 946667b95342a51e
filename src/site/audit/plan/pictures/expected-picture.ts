import { posix } from 'node:path';
import type { PlannedPicture } from './drawn-block.ts';
import type { DrawnPlan } from './drawn-plan.ts';

/** The lines that a page has to have of a picture, with its size from the file. */
export function pictureLines(
  picture: PlannedPicture,
  article: string,
  { pictures }: DrawnPlan,
  base: string,
): readonly string[] | string {
  const { url, alt, title, isAlone } = picture;
  const path = url.startsWith('/')
    ? `src/public${url}`
    : posix.normalize(posix.join(posix.dirname(article), url));
  const dark = path.replace(/\.(\w+)$/, '.dark.$1');
  const image = (file: string, depth: number): readonly string[] | string => {
    const size = pictures.get(file)?.size;
    if (size === undefined) return `There is no picture ${file}.`;
    const { width, height } = url.startsWith('/') ? askedSize(picture, size) : size;
    const name = file.replace(/^.*\//, '');
    const src = url.startsWith('/')
      ? `${base}${file.slice('src/public'.length)}`
      : `asset ${name.replace(/\.\w+$/, '')}`;
    const lazy = url.startsWith('/') ? '' : '[decoding=async]';
    const loading = url.startsWith('/') ? '' : '[loading=lazy]';
    return [`${depth} img[alt=${alt}]${lazy}[height=${height}]${loading}[src=${src}][width=${width}]`];
  };
  const isThemed = pictures.has(dark);
  if (title === '' && !isThemed) return image(path, 0);
  const images = [path, ...(isThemed ? [dark] : [])].map(file => image(file, 1));
  const missing = images.find(each => typeof each === 'string');
  if (typeof missing === 'string') return missing;
  return [
    `0 ${isAlone ? 'figure' : 'span'}[class=picture]`,
    ...images.flat(),
    ...(isAlone ? captionLines(title) : []),
  ];
}

/** The size that an author gives, or the one that follows from its other side. */
function askedSize(
  { width, height }: PlannedPicture,
  size: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const ratio = size.width / size.height;
  if (width === '' && height === '') return size;
  if (width === '') return { width: Math.max(1, Math.round(Number(height) * ratio)), height: Number(height) };
  return {
    width: Number(width),
    height: height === '' ? Math.max(1, Math.round(Number(width) / ratio)) : Number(height),
  };
}

/** The lines of a caption, with code between backticks; none if it is empty. */
export function captionLines(title: string): readonly string[] {
  const text = title.trim().replaceAll(/\s+/g, ' ');
  if (text === '') return [];
  const parts = [...text.matchAll(/`(?<code>[^`]+)`|[^`]+|`/g)];
  const lines: string[] = [];
  let plain = '';
  const end = (): void => {
    if (plain.trim() !== '') lines.push(`2 ${JSON.stringify(plain)}`);
    plain = '';
  };
  for (const { 0: part, groups } of parts) {
    if (groups?.code === undefined) plain += part;
    else {
      end();
      lines.push('2 code', `3 ${JSON.stringify(groups.code)}`);
    }
  }
  end();
  return ['1 figcaption', ...lines];
}
