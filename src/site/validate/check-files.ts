import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';
import { suggestion } from '../../core/problems/suggest.ts';
import { filesBelow } from '../../runner/files/files-below.ts';
import { isLinkedPath } from '../article/article-files.ts';
import { svgProblems } from './check-svg.ts';

/** The folder of files that are served as they are, relative to the project. */
export const PUBLIC = 'src/public';

/** The files of a project that articles name. All paths are relative to the project. */
export interface ProjectFiles {
  /** Whether it is a file, and not a folder. */
  readonly has: (path: string) => boolean;
  /** Whether a symbolic link is on its way: what it leads to may be anywhere, and nobody reviews it. */
  readonly isLinked: (path: string) => boolean;
  readonly read: (path: string) => Uint8Array;
  /** A remedy for a picture that is missing: the nearest name in its folder, or else where to put it. */
  readonly suggest: (path: string) => string;
}

export function projectFiles(root: string): ProjectFiles {
  return {
    has: path => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true,
    isLinked: path => isLinkedPath(root, path),
    read: path => readFileSync(join(root, path)),
    suggest: path => {
      const folder = join(root, posix.dirname(path));
      const names = existsSync(folder) ? readdirSync(folder) : [];
      const pictures = names.filter(name => /\.(?:png|jpe?g|gif|webp|avif|svg)$/.test(name)).sort();
      const words = suggestion(posix.basename(path), pictures);
      return words === '' ? `Put it there: ${path}` : words;
    },
  };
}

/** Files that are served as they are, and that lead elsewhere or may run something. */
export function publicFileProblems(root: string): Problem[] {
  if (!existsSync(join(root, PUBLIC))) return [];
  if (isLinkedPath(root, PUBLIC))
    return [
      { file: PUBLIC, title: 'The folder of served files is a symbolic link.', remedy: 'Copy the folder.' },
    ];
  const files = filesBelow(join(root, PUBLIC)).map(each => ({ ...each, file: `${PUBLIC}/${each.path}` }));
  const links = files.filter(({ isLink }) => isLink);
  const drawings = files.filter(({ isFile, path }) => isFile && /\.svgz?$/i.test(path));
  return [
    ...links.map(({ file }) => ({
      file,
      title: 'A symbolic link: a file that is served is a file of its own.',
      remedy: 'Copy the file.',
    })),
    ...drawings.flatMap(({ file }) => svgProblems(readFileSync(join(root, file)), file)),
  ];
}
