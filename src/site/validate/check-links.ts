import { posix } from 'node:path';
import { nearest, suggestion } from '../../core/problems/suggest.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { hrefOf } from '../article/article-files.ts';
import { PUBLIC } from './check-images.ts';
import type { Link } from '../article/parse-mdx.ts';

/** What a link may lead to. */
export interface Targets {
  /** The anchors of each page, by its address; undefined where they are not known. */
  readonly pages: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** Whether a file is served there. */
  readonly serves: (path: string) => boolean;
  /** Files of examples that are served. */
  readonly files: readonly string[];
}

/** Links of an article to pages and files of this site, and their anchors, that do not exist. `href` is the article's own address. */
export function brokenLinks(
  links: readonly Link[],
  file: string,
  href: string,
  { pages, serves, files }: Targets,
): Problem[] {
  return links.flatMap(({ url, place }): Problem[] => {
    // Most links are as they have to be; and a site has many.
    if (pages.has(url)) return [];
    const at = { file, line: place.line, column: place.column };
    const { path, hash, elsewhere } = parse(url, href) ?? {};
    if (path === undefined || hash === undefined)
      return [{ ...at, title: `"${url}" is no address.`, remedy: 'For example: /advanced/locks/#deadlocks' }];
    if (elsewhere === true) return [];
    if (!pages.has(path)) {
      const page = pageOfSource(url, file) ?? `${path.replace(/\.mdx?$/, '')}/`;
      if (pages.has(`${path}/`))
        return [
          {
            ...at,
            title: `The address of a page ends with a slash; this link is "${url}".`,
            remedy: `${path}/${hash}`,
          },
        ];
      if (!/\.\w+$/.test(path))
        return [{ ...at, title: `There is no page ${path}.`, remedy: suggestion(path, [...pages.keys()]) }];
      if (serves(path)) return [];
      return pages.has(page)
        ? [
            {
              ...at,
              title: `A link leads to the address of a page; this one is "${url}".`,
              remedy: `${page}${hash}`,
            },
          ]
        : [{ ...at, title: `There is no file ${path}.`, remedy: fileRemedy(path, files) }];
    }
    const anchors = pages.get(path);
    const anchor = hash.slice(1);
    if (anchor === '' || anchors === undefined || anchors.has(anchor)) return [];
    return [
      {
        ...at,
        title: `${path === href ? 'This page' : path} has no anchor #${anchor}.`,
        remedy: suggestion(
          `#${anchor}`,
          [...anchors].map(each => `#${each}`),
        ),
      },
    ];
  });
}

/** Where a path to another article's source, as an editor completes it, would lead. */
function pageOfSource(url: string, file: string): string | undefined {
  const path = /^(?<path>\.{0,2}[^/#?:][^#?:]*)\.mdx?(?:[#?]|$)/.exec(url)?.groups?.path;
  return path === undefined ? undefined : hrefOf(`${posix.join(posix.dirname(file), path)}.mdx`);
}

function fileRemedy(path: string, files: readonly string[]): string {
  const meant = nearest(path, files);
  return meant === undefined ? `Put it there: ${PUBLIC}${path}` : `Did you mean "${meant}"?`;
}

/** Undefined for what is no address. */
function parse(
  url: string,
  href: string,
): { readonly path: string; readonly hash: string; readonly elsewhere: boolean } | undefined {
  try {
    const target = new URL(url, `https://site.invalid${href}`);
    return {
      path: decodeURIComponent(target.pathname),
      hash: decodeURIComponent(target.hash),
      elsewhere: target.host !== 'site.invalid',
    };
  } catch {
    return undefined;
  }
}
