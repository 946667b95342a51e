import { randomUUID } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { STATE } from '../../core/project-paths.ts';
import { fingerprint } from '../../core/text/hash.ts';
import { readBytes } from './files-below.ts';
import { isOwnerDead, OWNER } from './process-tag.ts';

/** Path → new content, or undefined to remove the file. */
export type FileChanges = ReadonlyMap<string, string | Uint8Array | undefined>;

/**
 * Replaces a file by one rename: a reader or a crash sees the old or the new content, never half of it.
 * A file of the project needs a `temporaryFolder` that git and discovery do not look into.
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  temporaryFolder = dirname(path),
): Promise<void> {
  await writeAllAtomically(new Map([[path, content]]), temporaryFolder);
}

/**
 * Writes all new content to disk before it renames the first file, so a full disk changes none of them.
 * A kill between two renames leaves some files old and some new.
 */
export async function writeAllAtomically(changes: FileChanges, temporaryFolder: string): Promise<void> {
  await mkdir(temporaryFolder, { recursive: true });
  const staged = [...changes].map(([path, content]) => ({
    path,
    content,
    temporary: join(temporaryFolder, `${OWNER}.${randomUUID()}.tmp`),
  }));
  try {
    for (const { content, temporary } of staged)
      if (content !== undefined) await writeFile(temporary, content, { flag: 'wx', flush: true });
    for (const { path, content, temporary } of staged)
      await (content === undefined ? rm(path, { force: true }) : rename(temporary, path));
  } catch (error) {
    for (const { temporary } of staged) await rm(temporary, { force: true });
    throw error;
  }
}

/** Removes the temporary files of killed processes from a folder; those of running processes stay. */
export async function removeStaleTemporaries(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => []))
    if (/^pid.*\.tmp$/.test(name) && isOwnerDead(name)) await rm(join(folder, name), { force: true });
}

/** Signs a text. State of this user is signed with a secret: see `user-key.ts`. */
export type Sign = (body: string) => string;

/** A digest, for files of other machines: it shows damage, and no intention. */
const DIGEST: Sign = body => fingerprint([body]);

/**
 * What was written as `checkedText`; undefined if there is no such file, or if its first line does not fit.
 * All state can be made again, so neither is an error.
 */
export function readChecked(file: string, sign = DIGEST): unknown {
  try {
    const text = readBytes(file).toString();
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return text.slice(0, end) === sign(body) ? JSON.parse(body) : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined && !(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** A value as JSON, below a line with its digest or its signature. */
export function checkedText(value: unknown, sign = DIGEST): string {
  const body = JSON.stringify(value);
  return `${sign(body)}\n${body}`;
}

/** Replaces a file of the state folder, and whatever is in its place. */
export async function writeState(file: string, text: string | Uint8Array): Promise<void> {
  await makeStateFolder(dirname(file));
  if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true)
    await rm(file, { recursive: true, force: true });
  await writeAtomically(file, text);
}

/**
 * Makes a folder for state. Whatever is in its place goes: all state can be made again. But a file of the
 * name of the state folder itself is none of ours. @throws an error of the system
 */
export async function makeStateFolder(folder: string): Promise<void> {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return;
  if (found !== undefined && basename(folder) !== STATE) await rm(folder, { force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
}
