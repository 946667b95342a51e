import type { Problem } from '../../core/problems/problem.ts';
import type { Node, Position } from '../article/mdx-tree.ts';
import type { PictureFigure } from '../figures/parts/drawn.ts';
import { pictureFile, pictureProblems } from '../validate/check-pictures.ts';
import type { ProjectFiles } from '../validate/check-files.ts';
import { problemsAt } from '../validate/problems-at.ts';
import { captionHtml } from './caption-html.ts';
import { darkOf, pictureFaults, sizeOf } from './picture-faults.ts';
import { picturesOf, type ArticlePicture } from './pictures-of.ts';

/** What takes the place of a picture in the source of an article. */
export interface PictureEdit {
  readonly position: Position;
  /** The picture, and the one for dark pages, for the compiler. */
  readonly images: string;
  /** What is around them; absent if nothing is. */
  readonly figure?: PictureFigure | undefined;
}

/** The pictures of an article that the compiler gets in another form, and what is wrong with them. */
export function pictureEdits(
  tree: Node,
  file: string,
  files: ProjectFiles,
): { readonly edits: readonly PictureEdit[]; readonly problems: readonly Problem[] } {
  const found = picturesOf(tree).flatMap(picture => {
    const path = pictureFile(picture.url, file);
    if (path === undefined) return [];
    const { url, alt, attributes, position } = picture;
    const isTag = attributes !== undefined;
    const wrong = pictureProblems([{ url, alt: alt === '' ? undefined : alt, isTag, position }], file, files);
    return wrong.length === 0 ? [{ picture, path }] : [];
  });
  return {
    problems: found.flatMap(({ picture, path }) =>
      problemsAt([picture], file, () => pictureFaults(picture, path, files)),
    ),
    edits: found.flatMap(({ picture, path }) => editOf(picture, path, files) ?? []),
  };
}

function editOf(picture: ArticlePicture, path: string, files: ProjectFiles): PictureEdit | undefined {
  const { url, title, isAlone, attributes, position } = picture;
  const isThemed = files.has(darkOf(path));
  const isPublic = url.startsWith('/');
  if (title === undefined && !isThemed && !isPublic) return undefined;
  const image = (address: string, of: string): string =>
    isPublic ? imgTag(picture, address, of, files) : `![${escapeAlt(picture.alt)}](${address})`;
  const images = image(url, path) + (isThemed ? image(darkOf(url), darkOf(path)) : '');
  if (title !== undefined || isThemed) {
    const caption = title === undefined ? undefined : captionHtml(title);
    return { position, images, figure: { kind: 'picture', caption, isBlock: isAlone } };
  }
  // Alone on a line, a tag is no paragraph, and one of Markdown is.
  return { position, images: isAlone && attributes === undefined ? `<p>${images}</p>` : images };
}

/** An `<img>` with the size of its file, or with what an author gave and the other by its shape. */
function imgTag(picture: ArticlePicture, url: string, path: string, files: ProjectFiles): string {
  const { alt, attributes = {} } = picture;
  const size = sizeOf(path, files) ?? { width: 1, height: 1 };
  const [width, height] = [Number(attributes.width), Number(attributes.height)];
  const shown =
    width > 0
      ? { width, height: height > 0 ? height : Math.max(1, Math.round((width * size.height) / size.width)) }
      : height > 0
        ? { width: Math.max(1, Math.round((height * size.width) / size.height)), height }
        : size;
  const lang = typeof attributes.lang === 'string' ? ` lang="${attributes.lang}"` : '';
  const text = alt.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll(/\s+/g, ' ');
  return `<img src="${url}" alt="${text}"${lang} width="${shown.width}" height="${shown.height}" />`;
}

/** A text → the same between the brackets of a picture of Markdown. */
const escapeAlt = (alt: string): string =>
  alt.replaceAll(/\s+/g, ' ').replaceAll(/[\\[\]<>{}`*_&!$~|]/g, String.raw`\$&`);
