import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { InterpreterCache } from './interpreter-cache.ts';
import type { InterpreterFacts } from './probe-interpreter.ts';

/** Folders of a standard library that no example imports, or that Python writes itself. */
const IGNORED_FOLDERS = new Set(['site-packages', 'dist-packages', '__pycache__', 'test']);

/**
 * Digest of the bytes that an interpreter consists of: binary, libraries and standard library. The path does
 * not matter, so it is the same on all machines with the same bytes. Cached until the binary, a library, or a
 * folder of the standard library changes.
 * @param root the project, which caches the digest
 */
export async function installationDigest({ path }: Interpreter, root: string): Promise<string> {
  const cache = new InterpreterCache(root);
  const cached = cache.installation(path);
  if (cached !== undefined) return cached;
  const facts = await cache.facts(path);
  if (facts === undefined) throw new Error(`${path} is not an interpreter that answers.`);
  const digest = digestOf(path, facts);
  cache.setInstallation(path, facts, digest);
  await cache.save();
  return digest;
}

function digestOf(binary: string, { libraries, standardLibrary }: InterpreterFacts): string {
  const modules = standardLibrary.flatMap(folder =>
    modulesBelow(folder).map(file => [file.slice(folder.length), file] as const),
  );
  const named = [
    ['binary', realpathSync(binary)] as const,
    // A library that was just replaced is still listed by the name that it had.
    ...libraries.filter(file => existsSync(file)).map(file => [basename(file), file] as const),
    ...modules,
  ];
  return fingerprint(
    named.toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, file]) => [name, fileDigest(file)]),
  );
}

/** Files are read in pieces: an installation has more than a hundred megabytes. */
const READ_BUFFER = Buffer.alloc(256 * 1024);

function fileDigest(path: string): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    for (let length = readSync(file, READ_BUFFER); length > 0; length = readSync(file, READ_BUFFER))
      hash.update(READ_BUFFER.subarray(0, length));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

function modulesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return IGNORED_FOLDERS.has(entry.name) ? [] : modulesBelow(path);
    return /\.(?:py|so)$/.test(entry.name) && existsSync(path) ? [path] : [];
  });
}
