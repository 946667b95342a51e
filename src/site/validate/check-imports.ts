import { posix } from 'node:path';
import { mdxToJs } from 'satteri';
import type { Problem } from '../../core/problems/problem.ts';
import { syntaxProblem } from '../article/mdx-error.ts';
import type { Module, Scan } from '../article/parse-mdx.ts';
import { type Finding, problemsAt } from './problems-at.ts';
import type { ProjectFiles } from './project-files.ts';

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

interface Specifier {
  readonly path: string;
  readonly position: { readonly line: number; readonly column: number };
}

/** What a module imports from: `./threads.ts?raw` → `./threads.ts`, with its position. */
function specifiersOf({ source, position }: Module): Specifier[] {
  return [...source.matchAll(SPECIFIER)].map(({ 0: statement, index, groups }) => {
    const { path = '' } = groups ?? {};
    const before = source.slice(0, index + statement.lastIndexOf(path)).split('\n');
    const last = before.at(-1) ?? '';
    const line = position.line + before.length - 1;
    const column = last.length + (before.length === 1 ? position.column : 1);
    return { path: path.split('?', 1)[0] ?? '', position: { line, column } };
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
