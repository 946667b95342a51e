import { basename, dirname, join } from 'node:path/posix';
import { validRange } from '@renovatebot/pep440';
import type { Contract } from '../contract/contract-schema.ts';
import type { Metadata } from '../metadata/parse-metadata.ts';
import { positionOfKey } from '../metadata/metadata-position.ts';
import { parseContract } from '../contract/parse-contract.ts';
import { parseMetadata } from '../metadata/parse-metadata.ts';
import { type Problem, sortProblems } from '../problems/problem.ts';
import { parseRegions, type Region } from './region.ts';
import { fail, type Result, succeed } from '../problems/result.ts';
import { readSource } from '../text/read-source.ts';

/** One runnable sample. */
export interface Example {
  /** Its path below `examples/` without `.py`; the folder's path where a folder with a `main.py` is one example. */
  readonly id: string;
  /** The file that runs, relative to the project: `examples/threading/first_threads.py`. */
  readonly file: string;
  /** Name of the file that runs: `first_threads.py`. */
  readonly entry: string;
  readonly source: string;
  readonly metadata: Metadata;
  readonly contract: Contract;
  readonly regions: readonly Region[];
  /** Everything that the run sees, by path relative to the folder it runs in; the entry is one of them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The files of an example → the example, or every mistake in its block and its markers. */
export function parseExample(
  id: string,
  file: string,
  files: ReadonlyMap<string, Uint8Array>,
): Result<Example> {
  const entry = basename(file);
  const unreadable = [...files]
    .filter(([path]) => path.endsWith('.py'))
    .flatMap(([path, bytes]) => readSource(bytes, join(dirname(file), path)).problems ?? []);
  if (unreadable.length > 0) return fail(...unreadable);
  const source = decode(files.get(entry)) ?? '';
  const metadata = parseMetadata(source, file);
  const regions = parseRegions(source, file);
  if (metadata.problems) return fail(...metadata.problems, ...(regions.problems ?? []));
  const contract = parseContract(metadata.value, source, file);
  const { requiresPython } = metadata.value;
  const at = (key: string): Pick<Problem, 'file' | 'line' | 'column'> => ({
    file,
    ...positionOfKey(key, metadata.value, source),
  });
  const range =
    requiresPython === undefined || validRange(requiresPython)
      ? []
      : [
          {
            ...at('requires-python'),
            title: `requires-python "${requiresPython}" is not a version specifier.`,
            remedy: 'requires-python = ">=3.11"',
          },
        ];
  const unsupported =
    metadata.value.dependencies.length === 0
      ? []
      : [
          {
            ...at('dependencies'),
            title: 'Samples that need packages are not supported: a run sees the standard library alone.',
            remedy: 'dependencies = []',
          },
        ];
  const problems = [...(contract.problems ?? []), ...(regions.problems ?? []), ...range, ...unsupported];
  if (problems.length > 0 || contract.problems || regions.problems) return fail(...sortProblems(problems));
  return succeed({
    id,
    file,
    entry,
    source,
    metadata: metadata.value,
    contract: contract.value,
    regions: regions.value,
    files,
  });
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Strict UTF-8 → text; undefined where the bytes are not UTF-8. */
export function decode(bytes: Uint8Array | undefined): string | undefined {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return undefined;
  }
}
