import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { suggestion } from '../../core/problems/suggest.ts';

/** The folder of files that are served as they are, relative to the project. */
export const PUBLIC = 'src/public';

/** The files of a project, as far as articles name them: all paths are relative to it. */
export interface ProjectFiles {
  /** Whether a file, and not a folder, stands there. */
  readonly has: (path: string) => boolean;
  /** The nearest name in the folder of a file that is not there, or the names that there are; where there is no such folder, that it belongs there. */
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
