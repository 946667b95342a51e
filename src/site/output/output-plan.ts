import { markdownUrl } from '../routes.ts';
import type { Example } from '../../core/example/example.ts';

import { placeOf } from '../incremental/previous-site.ts';
import type { Proof, Proofs } from '../figures/example-proofs.ts';

/** A proof without the files that only its run saw: what a page can be compared with. */
export type FiledProof = Omit<Proof, 'example'> & { readonly example?: Omit<Example, 'files'> | undefined };

export type FiledProofs = ReadonlyMap<string, FiledProof>;

/** Articles in plain Markdown, by the place of each below the site: how many bytes its text has, and their digest. */
export type PlannedEditions = ReadonlyMap<
  string,
  { readonly file: string; readonly bytes: number; readonly sha256: string }
>;

/** What is known of a site before its first page is rendered. */
export interface Plan {
  /** Of all that makes a site: of what finishes it too. */
  readonly identity: string;
  readonly proofs: FiledProofs;
  readonly editions: PlannedEditions;
  /** The pages that are searched: addresses of all articles, in the order of the index. */
  readonly searched: readonly string[];
  /** What is taken from the last site: addresses, and the digest of what stands there. */
  readonly kept: readonly (readonly [address: string, digest: string])[];
}

export function filed(proofs: Proofs): FiledProofs {
  return new Map(
    [...proofs].map(([id, { example, ...proof }]) => {
      if (example === undefined) return [id, proof];
      const { files: _, ...shown } = example;
      return [id, { ...proof, example: shown }];
    }),
  );
}

/** @param editions by the files of their articles: `content/advanced/locks.mdx` */
export function planEditions(
  editions: ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>,
): PlannedEditions {
  return new Map(
    [...editions].map(([file, { bytes, sha256 }]) => [placeOf(markdownUrl(file)), { file, bytes, sha256 }]),
  );
}
