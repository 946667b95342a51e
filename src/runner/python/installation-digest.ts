import { hash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { filesBelow } from '../files/files-below.ts';
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
  const named = [
    ['binary', realpathSync(binary)] as const,
    // A library that was just replaced is still listed by the name that it had.
    ...libraries.filter(file => existsSync(file)).map(file => [basename(file), file] as const),
    ...standardLibrary.flatMap(modulesBelow),
  ];
  return fingerprint(
    named
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, file]) => [name, hash('sha256', readFileSync(file))]),
  );
}

/** The modules of a standard library, each by its name below the folder. */
function modulesBelow(folder: string): (readonly [name: string, file: string])[] {
  return filesBelow(folder)
    .filter(
      ({ path }) => /\.(?:py|so)$/.test(path) && !path.split('/').some(part => IGNORED_FOLDERS.has(part)),
    )
    .map(({ path }) => [`/${path}`, join(folder, path)] as const)
    .filter(([, file]) => existsSync(file));
}
