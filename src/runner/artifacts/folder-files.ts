import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { ARTIFACT_LIMITS, type ArtifactFault } from '../../core/artifacts/artifact-kind.ts';
import type { RunFiles } from './sent-files.ts';

/**
 * Files of the folder of an unsandboxed run that has ended, before the folder is removed. Nothing is read
 * through a link: not the file, and not its folder, which the program may have replaced.
 * @param folder without links in its own path
 */
export function readFolderFiles(folder: string, names: readonly string[]): RunFiles {
  const artifacts = new Map<string, Uint8Array>();
  const artifactFaults = new Map<string, ArtifactFault>();
  const isOwn = isFolder(folder);
  for (const name of names) {
    const read = isOwn ? readOwn(join(folder, name)) : 'missing';
    if (typeof read === 'string') artifactFaults.set(name, read);
    else artifacts.set(name, read);
  }
  return { artifacts, artifactFaults };
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory() && realpathSync(path) === path;
  } catch {
    return false;
  }
}

/** What the system answers to opening a link as a file, and a socket. */
const FAULTS: Readonly<Record<string, ArtifactFault>> = {
  ENOENT: 'missing',
  ELOOP: 'link',
  EMLINK: 'link',
  ENXIO: 'no file',
};

/** The bytes of a file; it is not opened for longer than a pipe takes to be recognized. */
function readOwn(path: string): Uint8Array | ArtifactFault {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    return FAULTS[(error as NodeJS.ErrnoException).code ?? ''] ?? 'unreadable';
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return 'no file';
    // One byte more than it may have: it may grow while it is read.
    const bytes = Buffer.alloc(Math.min(stats.size, ARTIFACT_LIMITS.bytes) + 1);
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read)
      read = readSync(descriptor, bytes, length, bytes.length - length, null);
    return length > ARTIFACT_LIMITS.bytes ? 'too large' : bytes.subarray(0, length);
  } catch {
    return 'unreadable';
  } finally {
    closeSync(descriptor);
  }
}
