import type { Example } from '../core/example/example.ts';
import { lockProblem } from '../core/packages/lock-problem.ts';
import type { Problem } from '../core/problems/problem.ts';
import { findInterpreters } from '../runner/python/find-interpreters.ts';
import { userCache } from '../runner/files/user-cache.ts';
import { interpretersOf } from '../runner/commands/plan-runs.ts';
import { recordingReader } from '../runner/examples/recording-files.ts';
import { packagesFor } from '../runner/packages/prepare-packages.ts';

/** Where the packages of samples are, and why some are nowhere. */
interface FoundPackages {
  readonly folders: ReadonlyMap<Example, string>;
  readonly missing: ReadonlyMap<Example, Problem>;
}

/** The packages of samples that declare some, installed for the interpreter that runs each. */
export async function packagesOf(
  sources: readonly { readonly example: Example }[],
  root: string,
): Promise<FoundPackages> {
  const folders = new Map<Example, string>();
  const missing = new Map<Example, Problem>();
  const declaring = new Set(
    sources.map(({ example }) => example).filter(({ metadata }) => metadata.dependencies.length > 0),
  );
  if (declaring.size === 0) return { folders, missing };
  const interpreters = await findInterpreters([], process.env, userCache());
  const read = recordingReader(root);
  for (const example of declaring) {
    const unlocked = lockProblem(example);
    const used = interpretersOf(example, read(example), interpreters, false);
    const [interpreter] = used.value ?? [];
    const found =
      unlocked === undefined && interpreter !== undefined
        ? await packagesFor({ example, interpreter }, userCache())
        : { problems: [...(unlocked === undefined ? (used.problems ?? []) : [unlocked])] };
    if (found.value !== undefined) folders.set(example, found.value.folder);
    const [problem] = found.problems ?? [];
    if (problem !== undefined) missing.set(example, problem);
  }
  return { folders, missing };
}
