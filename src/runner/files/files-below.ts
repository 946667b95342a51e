import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { refusal } from '../../core/problems/problem.ts';
import { systemProblem } from '../../core/problems/system-error.ts';

/** Something below a folder that is no folder. */
export interface FileBelow {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  /** False for a symbolic link, a pipe, a socket or a device. */
  readonly isFile: boolean;
  readonly isLink: boolean;
}

/** Everything below a folder except folders, sorted by path. Symbolic links are listed and not followed. */
export function filesBelow(folder: string): readonly FileBelow[] {
  const files: FileBelow[] = [];
  // The recursive `readdirSync` of Node follows links to folders.
  const walk = (prefix: string): void => {
    for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
      const path = prefix + entry.name;
      if (entry.isDirectory()) walk(`${path}/`);
      else files.push({ path, isFile: entry.isFile(), isLink: entry.isSymbolicLink() });
    }
  };
  walk('');
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What `read` returns; undefined if there is no such file. */
export function ifExists<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The bytes of a file. Asked first what it is: reading a pipe would never end.
 * @throws an error of the system if it cannot be read, or is neither a file nor a folder (ENXIO)
 */
export function readBytes(path: string): Buffer {
  const stats = statSync(path);
  if (!stats.isFile() && !stats.isDirectory())
    throw Object.assign(new Error(`no file: ${path}`), { code: 'ENXIO', syscall: 'open', path });
  return readFileSync(path);
}

/**
 * Whether there is a folder of the project.
 * @throws ProblemError if something else has its name, such as a link that leads nowhere
 */
export function hasFolder(root: string, folder: string): boolean {
  const path = join(root, folder);
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return false;
  try {
    if (statSync(path).isDirectory()) return true;
  } catch (error) {
    throw refusal(systemProblem(error, folder));
  }
  throw refusal({ file: folder, title: 'It is no folder.', remedy: 'Remove it, or rename it.' });
}

/** A file of the project; undefined if there is none. @throws ProblemError if it cannot be read */
export function readIfExists(root: string, file: string): Buffer | undefined {
  try {
    return ifExists(() => readBytes(join(root, file)));
  } catch (error) {
    throw refusal(systemProblem(error, file));
  }
}
