import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { mdxToJs } from 'satteri';
import type { Problem } from '../../core/problems/problem.ts';
import { suggestion } from '../../core/problems/suggest.ts';
import { syntaxProblem } from '../article/mdx-error.ts';
import { positionAt } from '../article/mdx-tree.ts';
import type { Module, Picture, Scan } from '../article/parse-mdx.ts';
import { type Finding, problemsAt } from './problems-at.ts';

/** The folder of files that are served as they are, relative to the project. */
export const PUBLIC = 'src/public';

/** The files of a project that articles name. All paths are relative to the project. */
export interface ProjectFiles {
  /** Whether it is a file, and not a folder. */
  readonly has: (path: string) => boolean;
  /** A remedy for a file that is missing: the nearest name in its folder, or else where to put it. */
  readonly suggest: (path: string) => string;
}

export function projectFiles(root: string): ProjectFiles {
  return {
    has: path => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true,
    suggest: path => {
      const folder = join(root, posix.dirname(path));
      return existsSync(folder)
        ? suggestion(posix.basename(path), readdirSync(folder).sort())
        : `Put it there: ${path}`;
    },
  };
}

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

const SPECIFIER = /(?:\bfrom|^\s*import)\s*(?<quote>["'])(?<path>[^"'\n]+)\k<quote>/gm;
const CLAUSE =
  /\bimport\s+(?<names>[^'"]+?)\s+from\b|\bexport\s+(?:const|let|var|function|class)\s+(?<name>[\w$]+)/g;

/** Imports of an article that do not exist. If an import is not JavaScript, only that is reported. */
export function importProblems(
  { modules }: Pick<Scan, 'modules'>,
  source: string,
  file: string,
  files: ProjectFiles,
): Problem[] {
  if (modules.length === 0) return [];
  try {
    // The parser accepts any text that begins with "import" or "export". The compiler does not.
    mdxToJs(source);
  } catch (error) {
    return [syntaxProblem(error as Error, file)];
  }
  return problemsAt(modules.flatMap(specifiersOf), file, ({ path }) => [missingModule(path, file, files)]);
}

/** What a module imports from: `./threads.ts?raw` → `./threads.ts`, with its position. */
function specifiersOf({ source, position }: Module) {
  return [...source.matchAll(SPECIFIER)].map(({ 0: statement, index, groups }) => {
    const { path = '' } = groups ?? {};
    const at = positionAt(source, index + statement.lastIndexOf(path), position);
    return { path: path.split('?', 1)[0] ?? '', position: at };
  });
}

function missingModule(path: string, file: string, files: ProjectFiles): Finding | undefined {
  if (/^(?:astro|virtual|node):/.test(path)) return undefined;
  if (/^\.{0,2}\//.test(path)) {
    const target = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), path);
    if (files.has(target)) return undefined;
    return { title: `There is no file ${target} to import.`, remedy: files.suggest(target) };
  }
  const name = /^(?:@[^/]*\/)?[^/]*/.exec(path)?.[0] ?? '';
  if (files.has(`node_modules/${name}/package.json`)) return undefined;
  return {
    title: `There is no package "${name}" to import from.`,
    remedy: 'Examples and callouts need no import; the path of a file begins with "./" or "../".',
  };
}

/** The names that an article imports or defines. */
export function definedNames({ modules }: Pick<Scan, 'modules'>): ReadonlySet<string> {
  const clauses = modules.flatMap(({ source }) => [...source.matchAll(CLAUSE)]);
  return new Set(
    clauses.flatMap(({ groups }) => (groups?.names ?? groups?.name ?? '').match(/[\w$]+/g) ?? []),
  );
}
