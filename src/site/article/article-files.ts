// Thousands of small files are read faster one after the other than by the thread pool.
import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';
import { CONTENT } from '../../core/project-paths.ts';
import { readArticle } from '../../core/text/read-source.ts';
import { shellQuote } from '../../core/text/shell-quote.ts';
import { type FileBelow, filesBelow, readBytes } from '../../runner/files/files-below.ts';
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

function contentFiles(root: string): readonly FileBelow[] {
  if (!existsSync(join(root, CONTENT))) return [];
  return filesBelow(join(root, CONTENT)).filter(({ path }) => !isLeftover(path));
}

/** Paths of all articles, sorted; relative to the project. */
export async function articleFiles(root: string): Promise<string[]> {
  const files = contentFiles(root).filter(({ path, isFile, isLink }) => {
    return path.endsWith('.mdx') && (isLink ? !leadsToFolder(root, path) : isFile);
  });
  return files.map(({ path }) => `${CONTENT}/${path}`).sort();
}

/** Files named like articles, and linked folders. The site would silently ignore them. */
export async function strayArticles(root: string): Promise<Problem[]> {
  return contentFiles(root).flatMap(({ path, isLink }) => {
    const file = `${CONTENT}/${path}`;
    if (isLink && leadsToFolder(root, path))
      return [
        {
          file,
          title: 'A symbolic link to a folder: no article is read through it.',
          remedy: 'Copy the folder.',
        },
      ];
    if (!/\.(?:md|markdown|MDX|Mdx)$/.test(path)) return [];
    const remedy = `mv ${shellQuote(file)} ${shellQuote(file.replace(/\.\w+$/, '.mdx'))}`;
    return [{ file, title: 'An article is an .mdx file; this one is on no page.', remedy }];
  });
}

function leadsToFolder(root: string, path: string): boolean {
  return statSync(join(root, CONTENT, path), { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * Whether a file is elsewhere than its path in the project says: a symbolic link is on the way, or the path
 * leads out. @param file relative to the project
 */
export function isLinkedPath(root: string, file: string): boolean {
  const project = realpathSync(root);
  const path = join(project, file);
  return !path.startsWith(`${project}${sep}`) || realpathSync(join(root, file)) !== path;
}

/** What a file in another encoding begins with: it is refused, and its text is checked all the same. */
const ENCODINGS: Readonly<Record<string, string>> = { '255,254': 'utf-16le', '254,255': 'utf-16be' };

/** Reads an article. A symbolic link is a problem: nobody reviews what it leads to. */
export function readArticleFile(root: string, file: string): ArticleFile {
  const path = join(root, file);
  if (isLinkedPath(root, file)) {
    const title = 'A symbolic link: an article is a file of its own.';
    return { file, source: '', problems: [{ file, title, remedy: 'Copy the file.' }] };
  }
  const bytes = readBytes(path);
  const { value, problems = [] } = readArticle(bytes, file);
  const encoding = ENCODINGS[`${bytes[0]},${bytes[1]}`] ?? 'utf-8';
  return {
    file,
    source: value ?? new TextDecoder(encoding).decode(bytes).replaceAll('\r\n', '\n'),
    problems,
  };
}
