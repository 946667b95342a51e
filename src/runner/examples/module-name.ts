import type { Problem } from '../../core/problems/problem.ts';

/** https://docs.python.org/3/reference/lexical_analysis.html#keywords */
const KEYWORDS = new Set(
  `False None True and as assert async await break class continue def del elif else except finally
  for from global if import in is lambda nonlocal not or pass raise return try while with yield`.split(/\s+/),
);

/** Each part of an id must be a Python module name in lower case, so that each sample can be imported. */
export function badName(id: string, file: string): Problem[] {
  const bad = id.split('/').find(part => betterName(part) !== part);
  if (bad === undefined) return [];
  return [
    {
      file,
      title: `"${bad}" is not the name of a Python module: lower-case letters, digits and underscores.`,
      remedy: `Rename it: ${betterName(bad)}`,
    },
  ];
}

/** The nearest name of a module; the part of an id itself if it is one. */
export function betterName(part: string): string {
  const better =
    part
      .toLowerCase()
      .replaceAll(/\W+/g, '_')
      .replace(/^(?=\d)/, 'example_') || '_';
  return KEYWORDS.has(better) ? `${better}_` : better;
}
