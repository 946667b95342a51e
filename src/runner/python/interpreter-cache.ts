import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileIdentity } from '../files/file-stamp.ts';
import { readChecked, writeChecked } from '../files/state-file.ts';
import { STATE_PATHS } from '../files/state-paths.ts';
import { isScript } from './interpreter-paths.ts';
import { type InterpreterFacts, probeInterpreter } from './probe-interpreter.ts';

interface CachedInterpreter {
  readonly facts: InterpreterFacts;
  /** Of binary, libraries and standard library when it answered; all of them must be the same now. */
  readonly stamps: readonly (readonly [path: string, stamp: string])[];
  /** See `installationDigest`. It is computed for interpreters that run examples only. */
  readonly installation?: string;
}

/** What interpreters answered, by path. */
export class InterpreterCache {
  readonly #file: string | undefined;
  readonly #entries: Map<string, CachedInterpreter>;
  #changed = false;

  /** @param root the project; undefined: nothing is cached */
  constructor(root: string | undefined) {
    this.#file = root && join(root, STATE_PATHS.interpreterFacts);
    const saved = this.#file === undefined ? undefined : readChecked(this.#file);
    this.#entries = new Map((saved as [string, CachedInterpreter][] | undefined) ?? []);
  }

  /** The cached answer for a path, or the answer that it gives now; undefined if no Python answers. */
  async facts(path: string): Promise<InterpreterFacts | undefined> {
    return this.#valid(path)?.facts ?? this.#ask(path);
  }

  /** The cached digest of an installation; undefined if there is none, or the installation has changed. */
  installation(path: string): string | undefined {
    return this.#valid(path)?.installation;
  }

  setInstallation(path: string, facts: InterpreterFacts, installation: string): void {
    this.#entries.set(path, { facts, stamps: stampsOf(path, facts), installation });
    this.#changed = true;
  }

  /** Writes new answers. */
  async save(): Promise<void> {
    if (this.#file === undefined || !this.#changed) return;
    this.#changed = false;
    await writeChecked(this.#file, [...this.#entries]);
  }

  #valid(path: string): CachedInterpreter | undefined {
    const entry = this.#entries.get(path);
    const isValid = entry?.stamps.every(([file, stamp]) => existsSync(file) && fileIdentity(file) === stamp);
    return isValid === true ? entry : undefined;
  }

  async #ask(path: string): Promise<InterpreterFacts | undefined> {
    const facts = await probeInterpreter(path);
    // A script may start another interpreter tomorrow, and that does not show in the script itself.
    if (facts !== undefined && existsSync(path) && !isScript(path)) {
      this.#entries.set(path, { facts, stamps: stampsOf(path, facts) });
      this.#changed = true;
    }
    return facts;
  }
}

function stampsOf(path: string, facts: InterpreterFacts): CachedInterpreter['stamps'] {
  const extensions = facts.standardLibrary.map(folder => join(folder, 'lib-dynload'));
  return [path, ...facts.libraries, ...facts.standardLibrary, ...extensions]
    .filter(file => existsSync(file))
    .map(file => [file, fileIdentity(file)]);
}
