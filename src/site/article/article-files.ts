// Thousands of small files are read faster one after the other than through the thread pool.
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import type { Problem } from '../../core/problems/problem.ts';
import { CONTENT } from '../../core/project-paths.ts';
import { readArticle } from '../../core/text/read-source.ts';

/** An article as it lies on the disk. */
export interface ArticleFile {
  /** `content/advanced/multithreading.mdx` */
  readonly file: string;
  /** As far as it can be read: what is wrong with its characters hides no other mistake. */
  readonly source: string;
  /** What is wrong with its characters. */
  readonly problems: readonly Problem[];
}

/** Paths of all articles, sorted; relative to the project. */
export async function articleFiles(root: string): Promise<string[]> {
  return (await glob('**/*.mdx', { cwd: join(root, CONTENT) })).map(path => `${CONTENT}/${path}`).sort();
}

/** Files that look like articles and are none: they would be passed over without a word. */
export async function strayArticles(root: string): Promise<Problem[]> {
  const strays = await glob('**/*.{md,markdown,MDX,Mdx}', { cwd: join(root, CONTENT) });
  return strays
    .sort()
    .map(path => ({
      file: `${CONTENT}/${path}`,
      title: 'An article is an .mdx file; this one is on no page.',
      remedy: `git mv ${CONTENT}/${path} ${CONTENT}/${path.replace(/\.\w+$/, '.mdx')}`,
    }));
}

/** An article's source. A symbolic link is none: what it leads to is not under review. */
export function readArticleFile(root: string, file: string): ArticleFile {
  if (lstatSync(join(root, file)).isSymbolicLink())
    return {
      file,
      source: '',
      problems: [
        { file, title: 'A symbolic link: an article is a file of its own.', remedy: 'Copy the file.' },
      ],
    };
  const bytes = readFileSync(join(root, file));
  const { value = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n'), problems = [] } = readArticle(
    bytes,
    file,
  );
  return { file, source: value, problems };
}

/** `threading/lock` → `/examples/threading/lock/`. */
export function exampleHref(id: string): string {
  return `/examples/${id}/`;
}

/** The track of an article: the folder that it stands in. */
export function trackOf(file: string): string {
  return file.split('/')[1] ?? '';
}

/** Where the picture of an article for links stands: `/og/advanced/locks.png`. */
export function cardAddress(file: string): string {
  return `/og${hrefOf(file).slice(0, -1)}.png`;
}

/** Where the text of an article in plain Markdown stands: `/advanced/locks.md`. */
export function twinAddress(file: string): string {
  return `${hrefOf(file).slice(0, -1)}.md`;
}

/** Where the article of a page stands; undefined where that is no address of an article. */
export function articleAt(href: string): string | undefined {
  return /^\/(?:[\w.-]+\/)+$/.test(href) ? `${CONTENT}${href.slice(0, -1)}.mdx` : undefined;
}

/** `content/advanced/multithreading.mdx` → `/advanced/multithreading/`. */
export function hrefOf(file: string): string {
  return `/${file.slice(CONTENT.length + 1).replace(/\.mdx$/, '')}/`;
}
