import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { suggestion } from '../../core/problems/suggest.ts';

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
