import { basename, dirname, join } from 'node:path/posix';
import { validRange } from '@renovatebot/pep440';
import type { Contract } from '../contract/contract-schema.ts';
import { parseContract } from './parse-contract.ts';
import { parseRegions, type Region } from './region.ts';
import { type Metadata, parseMetadata, positionOfKey } from './metadata.ts';
import { conflictProblem } from '../problems/conflict.ts';
import { type Problem, sortProblems } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';
import { readSource } from '../text/read-source.ts';

/** One runnable sample. */
export interface Example {
  /** Its path below `examples/` without `.py`, or the path of its folder if that has a `main.py`. */
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

/** The files of an example → the example, or every mistake in its characters, its block and its markers. */
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
  const conflict = metadata.problems && conflictProblem(source, file);
  if (conflict !== undefined) return fail(conflict);
  if (metadata.problems) return fail(...metadata.problems, ...(regions.problems ?? []));
  const contract = parseContract(metadata.value, source, file);
  const unsupported = checkRequirements(metadata.value, source, file);
  if (contract.problems || regions.problems || unsupported.length > 0)
    return fail(...sortProblems([...(contract.problems ?? []), ...(regions.problems ?? []), ...unsupported]));
  const parts = { metadata: metadata.value, contract: contract.value, regions: regions.value };
  return succeed({ id, file, entry, source, ...parts, files });
}

/** What is wrong with the keys of a metadata block that PEP 723 defines. */
function checkRequirements(metadata: Metadata, source: string, file: string): Problem[] {
  const { requiresPython, dependencies } = metadata;
  const problems: Problem[] = [];
  const report = (key: string, title: string, remedy: string): void => {
    problems.push({ file, ...positionOfKey(key, { metadata, source }), title, remedy });
  };
  if (requiresPython !== undefined && !validRange(requiresPython)) {
    const title = `requires-python "${requiresPython}" is not a version specifier.`;
    report('requires-python', title, '# requires-python = ">=3.11"');
  }
  if (dependencies.length > 0) {
    const title = 'Samples that need packages are not supported: a run sees the standard library alone.';
    report('dependencies', title, '# dependencies = []');
  }
  return problems;
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 → text; undefined if the bytes are not UTF-8. */
export function decode(bytes: Uint8Array | undefined): string | undefined {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** A path below `examples/` → the id of its example: `a/lock.py` and `a/lock/main.py` → `a/lock`. */
export function idOf(file: string): string {
  return file
    .replace(/^\.?\//, '')
    .replace(/\/main\.py$/, '')
    .replace(/\.py$/, '')
    .replace(/\/$/, '');
}
