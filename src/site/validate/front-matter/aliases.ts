import type { Problem } from '../../../core/problems/problem.ts';
import type { OutlinedArticle } from '../../article/outline.ts';
import {
  articleUrl,
  linkableUrls,
  RESERVED_SLUGS,
  RESERVED_TRACKS,
  type SiteContents,
} from '../../routes.ts';
import { isDraft } from './unpublished.ts';

/** A folder of the site: names that are the same in an address and in a file system. */
const FORM = /^\/(?:[\p{L}\p{N}_~-]+\/)+$/u;

/** The addresses that published articles had before. */
export function aliasesOf(articles: readonly OutlinedArticle[]): readonly string[] {
  return articles.filter(each => !isDraft(each)).flatMap(({ outline }) => outline.head?.data.aliases ?? []);
}

/** Old addresses that are none, or that something else has. File systems may take `A` for `a`. */
export function aliasProblems(
  articles: readonly OutlinedArticle[],
  contents: SiteContents,
  isPublic: (url: string) => boolean,
): Problem[] {
  const plain = (url: string): string => url.normalize('NFC').toLowerCase();
  const pages = new Set(linkableUrls(contents).map(plain));
  const first = new Map<string, string>();
  return articles.flatMap(({ file, outline: { head } }) =>
    (head?.data.aliases ?? []).flatMap((alias, index): Problem[] => {
      const problem = (title: string, remedy: string): Problem[] => [
        { file, ...head?.at('aliases', index), title, remedy },
      ];
      if (!FORM.test(alias))
        return problem(
          `An alias is a path of this site with a slash at both ends; this one is "${alias}".`,
          `aliases: [${completed(alias)}]`,
        );
      const [folder = '', ...deeper] = alias.slice(1, -1).split('/');
      if (
        RESERVED_TRACKS.includes(plain(folder)) ||
        [folder, ...deeper].some(name => RESERVED_SLUGS.includes(plain(name)))
      )
        return problem(`The site keeps ${alias} for other pages: no alias has this address.`, 'Remove it.');
      if (plain(alias) === plain(articleUrl(file)))
        return problem(`${alias} is the address of this article, not an old one.`, 'Remove it.');
      if (pages.has(plain(alias)) || isPublic(`${alias}index.html`))
        return problem(`${alias} is the address of a page: no old address leads away from it.`, 'Remove it.');
      const other = first.get(plain(alias));
      first.set(plain(alias), other ?? file);
      if (other === undefined) return [];
      return problem(
        `${alias} is an alias already, of ${other}: an old address leads to one article.`,
        'Remove one of them.',
      );
    }),
  );
}

/** The path that was most likely meant. */
function completed(alias: string): string {
  const path = alias
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/^\/content\//, '/')
    .replace(/(?:\/index)?\.(?:mdx?|html?)$/, '')
    .replaceAll(/\/{2,}/g, '/')
    .replaceAll(/[^/\p{L}\p{N}_~-]+/gu, '-');
  const right = `/${path.replaceAll(/^\/|\/$/g, '')}/`;
  return FORM.test(right) ? right : '/advanced/old-name/';
}
