import { articleHead } from './article-head.ts';

/** Articles by path, as their authors wrote them. */
interface Articles {
  readonly articles: ReadonlyMap<string, { readonly source: string }>;
}

/** The pages of tags, relative to the site; none if no article has a tag. */
export function tagPages({ articles }: Articles): readonly string[] {
  const tags = new Set([...articles.values()].flatMap(({ source }) => articleHead(source).tags));
  return tags.size === 0 ? [] : ['tags/index.html', ...[...tags].map(tag => `tags/${tag}/index.html`)];
}

/** Addresses that articles had before, each with the one that it leads to: `advanced/locks`. */
export function oldAddresses({ articles }: Articles): ReadonlyMap<string, string> {
  return new Map(
    [...articles].flatMap(([file, { source }]) =>
      articleHead(source).aliases.map(alias => [alias, file.replace(/^content\/|\.mdx$/g, '')] as const),
    ),
  );
}

/** The files of old addresses, relative to the site. */
export function oldFiles(plan: Articles): readonly string[] {
  const old = [...oldAddresses(plan).keys()];
  return old.length === 0 ? [] : ['_redirects', ...old.flatMap(url => [`${url}/index.html`, `${url}.md`])];
}

/** The lines of `_redirects` that articles ask for. */
export function redirectLines(plan: Articles & { readonly base: string }): readonly string[] {
  const line = (from: string, to: string): string => `${plan.base}/${from} ${plan.base}/${to} 301`;
  return [...oldAddresses(plan)].flatMap(([old, now]) => [
    line(`${old}/`, `${now}/`),
    line(`${old}.md`, `${now}.md`),
  ]);
}
