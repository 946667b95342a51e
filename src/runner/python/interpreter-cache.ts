import { hash } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { withoutSystemError } from '../../core/problems/system-error.ts';
import { checkedText, readChecked, type Sign, writeState } from '../files/atomic-write.ts';
import { filesBelow } from '../files/files-below.ts';
import { CACHE_PATHS } from '../files/state-paths.ts';
import type { CacheFolder } from '../files/user-cache.ts';
import { signerOf } from '../files/user-key.ts';
import { type InterpreterFacts, probeInterpreter } from './probe-interpreter.ts';

interface CachedInterpreter {
  readonly facts: InterpreterFacts;
  /** Of binary, libraries and standard library when it answered; all of them must be the same now. */
  readonly stamps: readonly (readonly [path: string, stamp: string])[];
  /** See `InterpreterCache.installation`. It is computed for interpreters that run examples only. */
  readonly installation?: string;
}

/** Of `CachedInterpreter`: raise it with each change, since checkouts of all versions share the file. */
const SHAPE = '1';

/** What interpreters answered, by path: for all checkouts of a user. */
export class InterpreterCache {
  readonly #file?: { readonly path: string; readonly sign: Sign };
  readonly #entries: Map<string, CachedInterpreter>;
  #changed = false;

  /** @param folder that of the user; undefined: nothing is cached */
  constructor(folder: CacheFolder | undefined) {
    if (folder !== undefined) {
      const path = join(folder.path, CACHE_PATHS.interpreterFacts);
      this.#file = { path, sign: signerOf(path, SHAPE, folder) };
    }
    const saved = this.#file && readChecked(this.#file.path, this.#file.sign);
    this.#entries = new Map((saved as [string, CachedInterpreter][] | undefined) ?? []);
  }

  /** The cached answer for a path, or the answer that it gives now; undefined if no Python answers. */
  async facts(path: string): Promise<InterpreterFacts | undefined> {
    const cached = this.#valid(path)?.facts;
    if (cached !== undefined) return cached;
    const facts = await probeInterpreter(path);
    // A script may start another interpreter tomorrow, and that does not show in the script itself.
    if (facts !== undefined && existsSync(path) && !isScript(path)) {
      this.#entries.set(path, { facts, stamps: stampsOf(path, facts) });
      this.#changed = true;
    }
    return facts;
  }

  /**
   * Digest of the bytes that an interpreter consists of: binary, libraries and standard library. The path
   * does not matter, so it is the same on all machines with the same bytes. Cached until the binary, a
   * library, or a folder of the standard library changes. @throws Error if no Python answers
   */
  async installation(path: string): Promise<string> {
    const cached = this.#valid(path)?.installation;
    if (cached !== undefined) return cached;
    const facts = await this.facts(path);
    if (facts === undefined) throw new Error(`${path} is not an interpreter that answers.`);
    const installation = digestOf(path, facts);
    this.#entries.set(path, { facts, stamps: stampsOf(path, facts), installation });
    this.#changed = true;
    return installation;
  }

  /** Writes new answers, without those of interpreters that are gone. If it cannot, they are asked again. */
  async save(): Promise<void> {
    if (this.#file === undefined || !this.#changed) return;
    this.#changed = false;
    const { path, sign } = this.#file;
    const existing = [...this.#entries].filter(([python]) => existsSync(python));
    await withoutSystemError(() => writeState(path, checkedText(existing, sign)));
  }

  #valid(path: string): CachedInterpreter | undefined {
    const entry = this.#entries.get(path);
    const isValid = entry?.stamps.every(([file, stamp]) => existsSync(file) && fileIdentity(file) === stamp);
    return isValid === true ? entry : undefined;
  }
}

function stampsOf(path: string, facts: InterpreterFacts): CachedInterpreter['stamps'] {
  const extensions = facts.standardLibrary.map(folder => join(folder, 'lib-dynload'));
  return [path, ...facts.libraries, ...facts.standardLibrary, ...extensions]
    .filter(file => existsSync(file))
    .map(file => [file, fileIdentity(file)]);
}

/**
 * A text that changes when a file is written or replaced. It comes from the file system's metadata, so it
 * is valid on this machine only.
 */
export function fileIdentity(path: string): string {
  const real = realpathSync(path);
  const { size, mtimeMs, ctimeMs, ino } = statSync(real);
  return [real, size, mtimeMs, ctimeMs, ino].join('\n');
}

/** Folders of a standard library that no example imports, or that Python writes itself. */
const IGNORED_FOLDERS = new Set(['site-packages', 'dist-packages', '__pycache__', 'test']);

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

/** Whether a file is a script, by its first two bytes. One that can only be executed is none. */
export function isScript(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
  } catch {
    return false;
  }
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(2);
    readSync(file, start, 0, start.length, 0);
    return start.toString('latin1') === '#!';
  } finally {
    closeSync(file);
  }
}
