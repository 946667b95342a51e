import type { Example } from '../../../../core/example/example.ts';
import { expectedCommand, type ExpectedRunLine, expectedLine } from './expected-line.ts';

/** The files of an example, and how a reader runs it. */
export interface AuditedSample {
  /** The command that runs it from its folder. */
  readonly command: string;
  /** The line that fetches it and runs it; absent if it is not verified, or cannot be pasted. */
  readonly line?: ExpectedRunLine | undefined;
  /** The archive of its files, by its path in the site; absent if it is one file. */
  readonly archive?: string | undefined;
  /** All files that the run saw, by path; none if it is one file. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** An example, as far as its files matter. */
export interface SampledExample {
  readonly id: string;
  readonly file: string;
  readonly sample?: AuditedSample | undefined;
}

/** Reads off an example how a reader gets it. */
export function auditedSample(example: Example, isVerified: boolean): AuditedSample {
  const { id, files } = example;
  // The id of an example of several files is its folder, with the name of a variant behind it.
  const archive = files.size > 1 ? `examples/${id}.zip` : undefined;
  return {
    command: expectedCommand(example),
    line: isVerified ? expectedLine(example, archive?.split('/').at(-1)) : undefined,
    archive,
    files: archive === undefined ? new Map() : files,
  };
}
