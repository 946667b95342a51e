import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isScript } from './interpreter-paths.ts';
import { readChecked, writeChecked } from '../files/state-file.ts';
import { fileIdentity } from '../files/file-stamp.ts';
import type { Probe } from './find-interpreters.ts';

interface Answer {
  /** Of the binary, when it answered. */
  readonly identity: string;
  readonly probe: Probe;
}

/** What interpreters answered of themselves. A binary that has changed, one that gave no answer, and a script that only starts one, are asked again. */
export class ProbeMemory {
  readonly #file: string | undefined;
  readonly #answers: Map<string, Answer>;
  #changed = false;

  private constructor(file: string | undefined) {
    this.#file = file;
    this.#answers = new Map(
      (file === undefined ? undefined : (readChecked(file) as [string, Answer][] | undefined)) ?? [],
    );
  }

  /** @param stateFolder where answers are kept; without it, none are */
  static open(stateFolder: string | undefined): ProbeMemory {
    return new ProbeMemory(stateFolder && join(stateFolder, 'interpreters.json'));
  }

  /** What a path answered when it was last asked; else what it answers now. */
  async recall(path: string, ask: () => Promise<Probe[]>): Promise<Probe[]> {
    const identity = existsSync(path) && this.#file !== undefined ? binaryIdentity(path) : undefined;
    const known = this.#answers.get(path);
    if (identity !== undefined && known?.identity === identity) return [known.probe];
    const answer = await ask();
    const [probe] = answer;
    if (identity !== undefined && probe !== undefined) {
      this.#answers.set(path, { identity, probe });
      this.#changed = true;
    }
    return answer;
  }

  /** Writes new answers, whole or not at all. */
  async save(): Promise<void> {
    if (this.#file === undefined || !this.#changed) return;
    this.#changed = false;
    await writeChecked(this.#file, [...this.#answers]);
  }
}

/** Undefined for a script: which binary it starts is not seen from itself. */
function binaryIdentity(path: string): string | undefined {
  return isScript(path) ? undefined : fileIdentity(path);
}
