import { lstatSync, readdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { readProc } from './procfs.ts';

/** Files and folders, and the bytes that they take. */
export interface Storage {
  readonly files: number;
  readonly bytes: number;
}

/**
 * The file systems in memory that a process may write to, as paths that lead there from outside of its
 * sandbox. Each is listed once, even if it is mounted at several places.
 */
export function writableMemory(pid: number): readonly string[] {
  const found = new Map<string, string>();
  // https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html
  for (const line of (readProc(`/proc/${pid}/mountinfo`) ?? '').split('\n')) {
    const [, , device = '', , path = '', options = ''] = line.split(' ');
    if (/ - tmpfs /.test(line) && /^rw\b/.test(options)) found.set(device, `/proc/${pid}/root${path}`);
  }
  return [...found.values()];
}

/** What lies in some file systems, together, removed files that are still open included. */
export function storageOfFileSystems(paths: readonly string[]): Storage {
  let [files, bytes] = [0, 0];
  for (const path of paths) {
    try {
      const system = statfsSync(path);
      files += system.files - system.ffree;
      bytes += (system.blocks - system.bfree) * system.bsize;
    } catch {
      // The process has ended.
    }
  }
  return { files, bytes };
}

/** What lies below a folder, as far as it can be read. Stops to count at `maxFiles`. */
export function storageBelow(folder: string, maxFiles: number): Storage {
  let [files, bytes] = [0, 0];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined && files <= maxFiles; next = folders.pop()) {
    for (const entry of entriesOf(next)) {
      const path = join(next, entry.name);
      files += 1;
      bytes += blocksOf(path) * 512;
      if (entry.isDirectory()) folders.push(path);
      if (files > maxFiles) break;
    }
  }
  return { files, bytes };
}

/** Blocks of a file; 0 if it was removed meanwhile, or if its path has become too long to ask. */
function blocksOf(path: string): number {
  try {
    return lstatSync(path).blocks;
  } catch {
    return 0;
  }
}

function entriesOf(folder: string): ReturnType<typeof readEntries> {
  try {
    return readEntries(folder);
  } catch {
    // It was removed meanwhile, or its program took its permissions away.
    return [];
  }
}

function readEntries(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}
