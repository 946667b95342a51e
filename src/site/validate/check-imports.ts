import { posix } from 'node:path';
import { mdxToJs } from 'satteri';
import type { Problem } from '../../core/problems/problem.ts';
import type { ProjectFiles } from './project-files.ts';
import type { Scan } from '../article/parse-mdx.ts';
import { syntaxProblem } from '../article/mdx-error.ts';

const SPECIFIER = /(?:\bfrom|^\s*import)\s*(?<quote>["'])(?<path>[^"'\n]+)\k<quote>/gm;

/** Imports of an article that lead nowhere; where one is no JavaScript, that. */
export function importProblems(
  { modules }: Pick<Scan, 'modules'>,
  source: string,
  file: string,
  files: ProjectFiles,
): Problem[] {
  if (modules.length === 0) return [];
  try {
    // The parser takes any text for a module that begins with such a word; the compiler does not.
    mdxToJs(source);
  } catch (error) {
    return [syntaxProblem(error as Error, file)];
  }
  return modules.flatMap(({ source: text, place }) =>
    [...text.matchAll(SPECIFIER)].flatMap((match): Problem[] => {
      const { path = '' } = match.groups ?? {};
      const [bare = ''] = path.split('?');
      const before = text.slice(0, match.index + match[0].lastIndexOf(path)).split('\n');
      const at = {
        file,
        line: place.line + before.length - 1,
        column: (before.at(-1) ?? '').length + (before.length === 1 ? place.column : 1),
      };
      if (/^(?:astro|virtual|node):/.test(bare)) return [];
      if (/^\.{0,2}\//.test(bare)) {
        const target = bare.startsWith('/') ? bare.slice(1) : posix.join(posix.dirname(file), bare);
        return files.has(target)
          ? []
          : [{ ...at, title: `There is no file ${target} to import.`, remedy: files.suggest(target) }];
      }
      const name = bare
        .split('/')
        .slice(0, bare.startsWith('@') ? 2 : 1)
        .join('/');
      return files.has(`node_modules/${name}/package.json`)
        ? []
        : [
            {
              ...at,
              title: `There is no package "${name}" to import from.`,
              remedy: 'Examples and callouts need no import; the path of a file begins with "./" or "../".',
            },
          ];
    }),
  );
}

/** The names that an article imports or defines. */
export function definedNames({ modules }: Pick<Scan, 'modules'>): ReadonlySet<string> {
  const clauses = modules.flatMap(({ source }) => [
    ...source.matchAll(
      /\bimport\s+(?<names>[^'"]+?)\s+from\b|\bexport\s+(?:const|let|var|function|class)\s+(?<name>[\w$]+)/g,
    ),
  ]);
  return new Set(
    clauses.flatMap(({ groups }) => (groups?.names ?? groups?.name ?? '').match(/[\w$]+/g) ?? []),
  );
}
