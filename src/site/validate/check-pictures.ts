import { extname, posix } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';
import { shellQuote } from '../../core/text/shell-quote.ts';
import type { Picture } from '../article/parse-mdx.ts';
import { type ProjectFiles, PUBLIC } from './check-files.ts';
import { svgProblems } from './check-svg.ts';
import { type Finding, problemsAt } from './problems-at.ts';

/**
 * Pictures that pages may not show: the same rule for every way to name one. What has another ending would
 * be imported as a module, so that it could run.
 */
export function pictureProblems(pictures: readonly Picture[], file: string, files: ProjectFiles): Problem[] {
  return pictures.flatMap(picture => [
    ...problemsAt([picture], file, ({ url, alt }) => [
      alt === undefined && {
        title: `The picture ${url} says nothing to those who do not see it.`,
        remedy: `Say what it shows: ![A diagram of two threads](${url})`,
      },
      wrongPicture(picture, file, files),
    ]),
    ...drawingProblems(picture.url, file, files),
  ]);
}

/** The path of a picture, relative to the project; undefined if it is not a file of the project. */
export function pictureFile(url: string, article: string): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|[/\\]{2})/i.test(url)) return undefined;
  const [path = ''] = url.split(/[?#]/);
  return path.startsWith('/') ? `${PUBLIC}${path}` : posix.join(posix.dirname(article), path);
}

/** How the bytes of each kind of picture begin, as Latin-1. */
const KINDS: Readonly<Record<string, RegExp>> = {
  '.png': /^\x89PNG\r\n\x1a\n/,
  '.jpg': /^\xff\xd8\xff/,
  '.jpeg': /^\xff\xd8\xff/,
  '.gif': /^GIF8[79]a/,
  '.webp': /^RIFF.{4}WEBP/s,
  '.avif': /^.{4}ftyp/s,
  '.svg': /^\s*</,
};

function wrongPicture({ url, isTag }: Picture, article: string, files: ProjectFiles): Finding | undefined {
  const path = pictureFile(url, article);
  if (/^data:/i.test(url))
    return { title: 'A picture is a file, and this one is data.', remedy: '![…](./picture.png)' };
  if (path === undefined)
    return {
      title: `The picture ${url} is on another host, and pages load nothing from others.`,
      remedy: 'Put it beside the article: ![…](./picture.png)',
    };
  if (!/^(?:\.{1,2}\/|\/)[\p{L}\p{N}_./-]+$/u.test(url))
    return {
      title: `"${url}" is no path of a picture: it begins with "./", "../" or "/", without signs and blanks.`,
      remedy: `For example: ![…](./${posix.basename(path).replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-')})`,
    };
  const kind = KINDS[extname(path)];
  if (kind === undefined)
    return {
      title: `${posix.basename(path)} is no picture that a page shows.`,
      remedy: `Pictures end with ${Object.keys(KINDS).join(', ')}`,
    };
  if (isTag && !url.startsWith('/'))
    return {
      title: `<img> shows pictures of ${PUBLIC}, and "${url}" is beside the article.`,
      remedy: `![What it shows](${url})`,
    };
  if (path.startsWith('../'))
    return { title: `The picture ${url} is outside of the project.`, remedy: 'Copy it to the article.' };
  if (!files.has(path)) {
    const title = `There is no picture ${path}.`;
    // A path of the project, as editors complete it.
    const beside = url.replace(/^\/?(?=content\/)/, '');
    if (beside !== url && files.has(beside))
      return { title, remedy: `A path begins at the article: ${besideOf(article, beside)}` };
    const words = files.suggest(path);
    return { title, remedy: words.replace(/(?<=Did you mean ")/, url.slice(0, url.lastIndexOf('/') + 1)) };
  }
  if (files.isLinked(path))
    return {
      title: `A symbolic link leads to ${path}: a picture is a file of its own.`,
      remedy: 'Copy the file.',
    };
  if (kind.test(Buffer.from(files.read(path)).toString('latin1'))) return undefined;
  return {
    title: `${path} is no ${extname(path).slice(1).toUpperCase()}, as its first bytes show.`,
    remedy: ofItsKind(path, Buffer.from(files.read(path)).toString('latin1')),
  };
}

/** The command that gives a picture the ending of its kind. */
function ofItsKind(path: string, bytes: string): string {
  const [ending] = Object.entries(KINDS).find(([, kind]) => kind.test(bytes)) ?? [];
  if (ending === undefined || /^\s*</.test(bytes))
    return 'Export it again: its bytes are those of no picture.';
  const to = `${path.slice(0, -extname(path).length)}${ending}`;
  return `Name it by its kind, here and in the article: mv ${shellQuote(path)} ${shellQuote(to)}`;
}

/** The path of a file of the project, as an article names it. */
function besideOf(article: string, file: string): string {
  const path = posix.relative(posix.dirname(article), file);
  return path.startsWith('.') ? path : `./${path}`;
}

/** What is wrong inside of a drawing that an article shows. */
function drawingProblems(url: string, article: string, files: ProjectFiles): Problem[] {
  const path = pictureFile(url, article) ?? '';
  // Those of src/public are all checked, shown or not.
  if (!path.endsWith('.svg') || path.startsWith(`${PUBLIC}/`)) return [];
  return files.has(path) && !files.isLinked(path) ? svgProblems(files.read(path), path, true) : [];
}
