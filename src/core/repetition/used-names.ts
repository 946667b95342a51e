import { decode, type Example } from '../example/example.ts';
import { codeOf } from '../example/python-comments.ts';

/** What the Python files of a sample use, as far as their text shows it. */
export interface UsedNames {
  /** The first part of each module that is imported: `concurrent` of `concurrent.futures`. */
  readonly modules: ReadonlySet<string>;
  /** What is called by its name, such as `hash(x)`. A set in braces counts as `set`. */
  readonly calls: ReadonlySet<string>;
}

/** `import` is no other word of Python, so each one is a statement. */
const IMPORT = /\bfrom[ \t]+(?<from>[\w.]+)[ \t]+import\b|\bimport[ \t]+(?<list>[^\n;]+)/g;
/** `threading.hash(x)` calls another function. */
const CALL = /(?<![\w.])(?<name>[A-Za-z_]\w*)[ \t]*\(/g;
/** Braces without a colon: a set, unless they are empty. */
const BRACES = /\{(?<inside>[^{}:]*)\}/g;

/** What the Python files of a sample import and call. Takes linear time. */
export function usedNames({ files }: Pick<Example, 'files'>): UsedNames {
  const modules = new Set<string>();
  const calls = new Set<string>();
  for (const [path, bytes] of files) {
    if (!path.endsWith('.py')) continue;
    // Python reads names as NFKC too.
    const code = codeOf((decode(bytes) ?? '').replaceAll(/\\\r?\n/g, ' ')).normalize('NFKC');
    for (const { groups } of code.matchAll(IMPORT))
      for (const each of groups?.from === undefined ? (groups?.list ?? '').split(',') : [groups.from])
        modules.add(/^\w*/.exec(each.trim())?.[0] ?? '');
    for (const { groups } of code.matchAll(CALL)) calls.add(groups?.name ?? '');
    for (const { groups } of code.matchAll(BRACES)) if (groups?.inside?.trim() !== '') calls.add('set');
  }
  return { modules, calls };
}
