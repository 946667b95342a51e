// Thousands of small files are read faster one after the other than by the thread pool.
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import type { Problem } from '../../core/problems/problem.ts';
import { CONTENT } from '../../core/project-paths.ts';
import { readArticle } from '../../core/text/read-source.ts';
import { readBytes } from '../../runner/files/files-below.ts';
import { isLeftover } from '../../runner/files/leftovers.ts';

/** An article as it is on the disk. */
export interface ArticleFile {
  /** `content/advanced/multithreading.mdx` */
  readonly file: string;
  /** Its text, even if some characters are wrong, for all other checks. Empty if it is a symbolic link. */
  readonly source: string;
  /** What is wrong with the file and its characters. */
  readonly problems: readonly Problem[];
}

/** Paths of all articles, sorted; relative to the project. */
export async function articleFiles(root: string): Promise<string[]> {
  const paths = await glob('**/*.mdx', { cwd: join(root, CONTENT) });
  return paths
    .filter(path => !isLeftover(path))
    .map(path => `${CONTENT}/${path}`)
    .sort();
}

/** Files whose name looks like that of an article. The site would silently ignore them. */
export async function strayArticles(root: string): Promise<Problem[]> {
  const strays = await glob('**/*.{md,markdown,MDX,Mdx}', { cwd: join(root, CONTENT) });
  return strays
    .filter(path => !isLeftover(path))
    .sort()
    .map(path => ({
      file: `${CONTENT}/${path}`,
      title: 'An article is an .mdx file; this one is on no page.',
      remedy: `git mv ${CONTENT}/${path} ${CONTENT}/${path.replace(/\.\w+$/, '.mdx')}`,
    }));
}

/** Reads an article. A symbolic link is a problem: nobody reviews what it leads to. */
export function readArticleFile(root: string, file: string): ArticleFile {
  const path = join(root, file);
  if (lstatSync(path).isSymbolicLink()) {
    const title = 'A symbolic link: an article is a file of its own.';
    return { file, source: '', problems: [{ file, title, remedy: 'Copy the file.' }] };
  }
  const bytes = readBytes(path);
  const { value, problems = [] } = readArticle(bytes, file);
  return { file, source: value ?? new TextDecoder().decode(bytes).replaceAll('\r\n', '\n'), problems };
}

/** The track of an article: the name of its folder. */
export function trackOf(file: string): string {
  return file.split('/')[1] ?? '';
}
