import { posix } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';
import { type ProjectFiles, PUBLIC } from './project-files.ts';
import type { Picture } from '../article/parse-mdx.ts';

/** Pictures of an article that are not there, that no page may load, or that say nothing to those who do not see them. */
export function pictureProblems(pictures: readonly Picture[], file: string, files: ProjectFiles): Problem[] {
  return pictures.flatMap(({ url, alt, place: { line, column } }) => {
    const at = { file, line, column };
    return [
      ...(alt === undefined
        ? [
            {
              ...at,
              title: `The picture ${url} says nothing to those who do not see it.`,
              remedy: `Say what it shows: ![A diagram of two threads](${url})`,
            },
          ]
        : []),
      ...missing(url, at, files),
    ];
  });
}

/** The file that a picture of an article is, relative to the project; undefined where it is none of the project's. */
export function pictureFile(url: string, article: string): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return undefined;
  const [path = ''] = url.split(/[?#]/);
  return path.startsWith('/') ? `${PUBLIC}${path}` : posix.join(posix.dirname(article), path);
}

function missing(url: string, at: Pick<Problem, 'file' | 'line' | 'column'>, files: ProjectFiles): Problem[] {
  const target = pictureFile(url, at.file);
  if (target === undefined)
    return url.startsWith('data:')
      ? []
      : [
          {
            ...at,
            title: `The picture ${url} is on another host, and pages load nothing from others.`,
            remedy: 'Put it beside the article: ![…](./picture.png)',
          },
        ];
  return files.has(target)
    ? []
    : [{ ...at, title: `There is no picture ${target}.`, remedy: files.suggest(target) }];
}
