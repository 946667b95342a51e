import { createHmac, randomBytes } from 'node:crypto';
import { lstatSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Sign } from './atomic-write.ts';
import { readBytes } from './files-below.ts';
import { CACHE_PATHS } from './state-paths.ts';
import { type CacheFolder, userCache } from './user-cache.ts';

const KEY_BYTES = 32;

/**
 * Signs what a checkout keeps for itself, with a key of this user. A file that somebody else has made is
 * none: neither one from a branch or an archive, nor one of another checkout.
 * @param file the file that holds the text
 * @param version of what the text holds: one of another version is not believed either
 */
export function signerOf(file: string, version: string, cache: CacheFolder = userCache()): Sign {
  const key = readKey(join(cache.path, CACHE_PATHS.key));
  const prefix = JSON.stringify([resolve(file), version]);
  return body => createHmac('sha256', key).update(`${prefix}\n${body}`).digest('hex');
}

/** The key of this user. One that is damaged, or that others can read, is replaced. */
function readKey(file: string): Buffer {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats?.isFile() === true && (stats.mode & 0o077) === 0) {
    const key = readBytes(file);
    if (key.length === KEY_BYTES) return key;
  }
  return makeKey(file);
}

/** Makes a new key. If it cannot be saved, this process has one of its own, and believes no state. */
function makeKey(file: string): Buffer {
  const key = randomBytes(KEY_BYTES);
  try {
    rmSync(file, { recursive: true, force: true });
    writeFileSync(file, key, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
  return key;
}
