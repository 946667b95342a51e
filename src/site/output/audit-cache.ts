import { join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { readChecked, writeChecked } from '../../runner/files/state-file.ts';
import type { FiledProofs } from './output-plan.ts';

/** What the audit found right: a page's bytes, the examples that it shows, and what was proved of them then. */
export interface Audited<Count> {
  readonly sha256: string;
  readonly ids: readonly string[];
  readonly proofs: string;
  readonly found: Count;
}

/**
 * What earlier audits found right. A page is not read again where its bytes are the same, what is proved of each example
 * that it shows is the same, and the auditor is: then the finding could be no other.
 */
export class AuditedPages<Count> {
  readonly #root: string;
  readonly #identity: string;
  readonly #proofs: FiledProofs;
  readonly #known: ReadonlyMap<string, Audited<Count>>;
  readonly #next = new Map<string, Audited<Count>>();
  readonly #digests = new Map<string, string>();

  private constructor(
    root: string,
    identity: string,
    proofs: FiledProofs,
    known: ReadonlyMap<string, Audited<Count>>,
  ) {
    this.#root = root;
    this.#identity = identity;
    this.#proofs = proofs;
    this.#known = known;
  }

  /** @param identity of all that audits @param reuse whether earlier findings count */
  static open<Count>(
    root: string,
    identity: string,
    proofs: FiledProofs,
    reuse: boolean,
  ): AuditedPages<Count> {
    const kept = reuse
      ? (readChecked(fileOf(root)) as { identity: string; pages: [string, Audited<Count>][] } | undefined)
      : undefined;
    return new AuditedPages(root, identity, proofs, new Map(kept?.identity === identity ? kept.pages : []));
  }

  /** What was found on a page, all of it right; undefined where it must be read. @param sha256 of its bytes */
  find(page: string, sha256: string): Count | undefined {
    const known = this.#known.get(page);
    if (known === undefined || known.sha256 !== sha256 || known.proofs !== this.#proofsOf(known.ids))
      return undefined;
    this.#next.set(page, known);
    return known.found;
  }

  /** Takes down that all of a page was right. @param sha256 of its bytes @param ids the examples that it names */
  note(page: string, sha256: string, ids: readonly string[], found: Count): void {
    this.#next.set(page, { sha256, ids, proofs: this.#proofsOf(ids), found });
  }

  async save(): Promise<void> {
    await writeChecked(fileOf(this.#root), { identity: this.#identity, pages: [...this.#next] });
  }

  #proofsOf(ids: readonly string[]): string {
    return fingerprint(ids.map(id => this.#digestOf(id)));
  }

  #digestOf(id: string): string {
    let known = this.#digests.get(id);
    if (known === undefined) {
      const { entries = [], example, proved, recorded } = this.#proofs.get(id) ?? {};
      const told = entries.map(({ verdict, variant, python, recording }) => [
        verdict,
        variant,
        python,
        recording,
      ]);
      this.#digests.set(
        id,
        (known = fingerprint([
          id,
          JSON.stringify([told, proved, recorded, example?.file, example?.regions]),
          example?.source ?? '',
        ])),
      );
    }
    return known;
  }
}

const fileOf = (root: string): string => join(root, '.verbatim', 'audited.json');
