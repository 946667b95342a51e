import { posix } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';
import type { Picture } from '../article/parse-mdx.ts';
import { type Finding, problemsAt } from './problems-at.ts';
import { type ProjectFiles, PUBLIC } from './project-files.ts';

/** Pictures that do not exist, that are on another host, or that have no text for screen readers. */
export function pictureProblems(pictures: readonly Picture[], file: string, files: ProjectFiles): Problem[] {
  return problemsAt(pictures, file, ({ url, alt }) => [
    alt === undefined && {
      title: `The picture ${url} says nothing to those who do not see it.`,
      remedy: `Say what it shows: ![A diagram of two threads](${url})`,
    },
    missingPicture(url, file, files),
  ]);
}

/** The path of a picture, relative to the project; undefined if it is not a file of the project. */
export function pictureFile(url: string, article: string): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return undefined;
  const [path = ''] = url.split(/[?#]/);
  return path.startsWith('/') ? `${PUBLIC}${path}` : posix.join(posix.dirname(article), path);
}

function missingPicture(url: string, article: string, files: ProjectFiles): Finding | undefined {
  if (url.startsWith('data:')) return undefined;
  const path = pictureFile(url, article);
  if (path === undefined)
    return {
      title: `The picture ${url} is on another host, and pages load nothing from others.`,
      remedy: 'Put it beside the article: ![…](./picture.png)',
    };
  if (files.has(path)) return undefined;
  return { title: `There is no picture ${path}.`, remedy: files.suggest(path) };
}
