import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { OWNER } from './process-tag.ts';
import { userHome } from './user-home.ts';

/**
 * A folder of this user alone, outside of every checkout. What commands execute or believe without checking
 * lies there: nobody's branch or archive can put a file into it.
 */
export interface CacheFolder {
  readonly path: string;
  /** Why it is a temporary folder, which goes with this process; absent if it is the user's. */
  readonly note?: string;
}

/** The folders that this process uses, by the wish of the environment and by the user of the process. */
const opened = new Map<string, CacheFolder>();

/**
 * The cache folder of this user, checked and made if it is missing. Where it cannot be used, a new temporary
 * folder with a note.
 */
export function userCache(env: NodeJS.ProcessEnv = process.env): CacheFolder {
  const wanted = cachePath(env);
  const key = `${process.geteuid?.()} ${wanted}`;
  const folder = opened.get(key) ?? openFolder(wanted);
  opened.set(key, folder);
  return folder;
}

/**
 * https://specifications.freedesktop.org/basedir-spec/latest/: a relative path is ignored. Undefined if
 * nothing names a folder.
 */
function cachePath(env: NodeJS.ProcessEnv): string | undefined {
  const { XDG_CACHE_HOME: cache = '' } = env;
  if (isAbsolute(cache)) return join(cache, 'verbatim');
  const home = userHome(env);
  const usual = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
  return home && join(home, usual, 'verbatim');
}

function openFolder(path: string | undefined): CacheFolder {
  const fault = path === undefined ? 'this user has no home folder' : folderFault(path);
  if (path !== undefined && fault === undefined) return { path };
  const temporary = mkdtempSync(join(tmpdir(), `verbatim-cache-${OWNER}-`));
  process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
  const note = `${path ?? '~/.cache/verbatim'} is not used: ${fault}. This command works without its caches.`;
  return { path: temporary, note };
}

/**
 * Why a folder of this user alone cannot be used; undefined if it can. It is made, with those above it, if it
 * is missing.
 */
export function folderFault(path: string): string | undefined {
  try {
    makeFolder(path);
    const fault = ownershipFault(path) ?? parentFault(path);
    if (fault === undefined) accessSync(path, constants.W_OK);
    return fault;
  } catch (error) {
    return `it cannot be written (${(error as NodeJS.ErrnoException).code})`;
  }
}

/** Makes a folder and those above it. The recursive `mkdirSync` of Node never ends below `/proc`. */
function makeFolder(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return;
  if (!existsSync(dirname(path))) makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** Only root and this user may change a folder or what is above it. */
function ownershipFault(path: string): string | undefined {
  const stats = lstatSync(path);
  if (!stats.isDirectory()) return 'it is no folder of its own';
  const user = process.geteuid?.();
  if (user !== undefined && stats.uid !== user) return 'it belongs to another user';
  return isOpen(stats) ? 'others can write to it' : undefined;
}

/** Why somebody else can put another folder in its place; undefined if nobody can. */
function parentFault(path: string): string | undefined {
  const parent = dirname(path);
  if (parent === path) return undefined;
  const stats = statSync(parent);
  const isOurs = [0, process.geteuid?.() ?? stats.uid].includes(stats.uid);
  // In a folder such as /tmp everybody can write, but nobody renames what belongs to others.
  const isSticky = (stats.mode & 0o1000) !== 0;
  if (isOurs && (!isOpen(stats) || isSticky)) return parentFault(parent);
  return `others can replace it, because they can write to ${parent}`;
}

const isOpen = ({ mode }: Stats): boolean => process.geteuid !== undefined && (mode & 0o022) !== 0;
