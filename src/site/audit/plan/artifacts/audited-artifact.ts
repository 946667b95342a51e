import { hash } from 'node:crypto';
import type { Contract } from '../../../../core/contract/contract-schema.ts';
import type { Recording } from '../../../../core/verdict/recording.ts';

/** A file that a verified run left. */
export interface AuditedArtifact {
  /** `plot.svg` */
  readonly name: string;
  /** What it shows, in the words of the contract. */
  readonly alt: string;
  /** Its path in the site. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** The files of a recording, in the order of the contract. */
export function auditedArtifacts(
  id: string,
  contract: Pick<Contract, 'artifacts'> | undefined,
  { artifacts, tag }: Pick<Recording, 'artifacts' | 'tag'>,
): readonly AuditedArtifact[] {
  const folder = `examples/${id}/${tag === undefined ? '' : `${tag}/`}`;
  return Object.entries(contract?.artifacts ?? {}).map(([name, { alt }]) => {
    const bytes = artifacts?.get(name);
    if (bytes === undefined) throw new Error(`The recording of ${id} was verified without ${name}`);
    return { name, alt, file: `${folder}${name}`, bytes };
  });
}

/** What a list of verdicts holds of a file. */
export function artifactEntry({ name, alt, file, bytes }: AuditedArtifact, base: string): object {
  return { name, alt, file: `${base}/${file}`, sha256: digestOf({ bytes }) };
}

export function digestOf({ bytes }: Pick<AuditedArtifact, 'bytes'>): string {
  return hash('sha256', bytes);
}
