import type { Problem } from './problems/problem.ts';
import { shellQuote } from './text/shell-quote.ts';

/**
 * What the path of a project cannot have. Astro and Vite take `#`, `?` and `%` for marks of an address, and
 * do not find its files: `%` costs all pages their style sheet. Node puts the name of a package's file in the
 * place of each `*`. Bundles break on the others.
 */
const UNFIT = /[#?%*"\\\p{Cc}]/u;

/** The first character for which no site can be built in a folder; undefined if there is none. */
export function unfitCharacter(path: string): string | undefined {
  return UNFIT.exec(path)?.[0];
}

/** Why no site can be built in the folder of a project, with the command that renames it. */
export function unfitFolder(root: string): Problem | undefined {
  const unfit = unfitCharacter(root);
  if (unfit === undefined) return undefined;
  const parts = root.split('/');
  const [name = '', ...below] = parts.slice(parts.findIndex(part => UNFIT.test(part)));
  const parent = parts.slice(0, -1 - below.length);
  const better = name.replaceAll(new RegExp(UNFIT, 'gu'), '-');
  const [from, to] = [name, better].map(each => shellQuote([...parent, each].join('/')));
  return {
    file: root,
    title: `Astro cannot build a site in a folder with this character in its path: ${JSON.stringify(unfit)}`,
    remedy: `mv ${from} ${to}`,
  };
}
