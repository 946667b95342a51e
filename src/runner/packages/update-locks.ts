import { join } from 'node:path';
import type { Example } from '../../core/example/example.ts';
import { lockFile, parseLock } from '../../core/packages/lock.ts';
import { lockChanges, type LockResult } from '../../core/packages/lock-changes.ts';
import { lockProblem } from '../../core/packages/lock-problem.ts';
import { selectExamples } from '../../core/example/select-examples.ts';
import { interpretersFor } from '../../core/python-version.ts';
import { STATE } from '../../core/project-paths.ts';
import { discover } from '../examples/discover-examples.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { userCache } from '../files/user-cache.ts';
import { findInterpreters } from '../python/find-interpreters.ts';
import { makeLock } from './make-lock.ts';
import { missingInterpreter } from './missing-interpreter.ts';

interface UpdateOptions {
  readonly root: string;
  /** Interpreters by path or version; none means all installed ones. */
  readonly pythons: readonly string[];
  /** Ids, folders, files or globs; none means all. */
  readonly words: readonly string[];
  readonly examples: string;
  /** `missing`: only locks that are not those of their blocks; `all`: each is asked for again. */
  readonly which: 'missing' | 'all';
  /** Whether newer versions take the place of locked ones. */
  readonly upgrade: boolean;
}

/**
 * Makes the locks of the chosen examples that declare packages.
 * @throws ProblemError if a word names nothing, if there is no Python, or no uv
 */
export async function updateLocks(options: UpdateOptions): Promise<readonly LockResult[]> {
  const { root, examples, words, pythons, which, upgrade } = options;
  const found = await discover(root, examples);
  const ids = new Set(selectExamples([...found.examples, ...found.broken], words).map(({ id }) => id));
  const wanted = found.examples.filter(
    example =>
      example.variant === undefined &&
      example.watched === undefined &&
      example.metadata.dependencies.length > 0 &&
      ids.has(example.id) &&
      (which === 'all' || lockProblem(example) !== undefined),
  );
  if (wanted.length === 0) return [];
  const interpreters = await findInterpreters(pythons, process.env, userCache());
  const results: LockResult[] = [];
  for (const example of wanted) {
    const { requiresPython } = example.metadata;
    const used = interpretersFor(interpreters, { asked: false, requiresPython, versions: [] })[0];
    if (used === undefined) {
      const problems = [missingInterpreter(example, interpreters)];
      results.push({ id: example.id, file: lockFile(example.file), kind: 'failed', problems });
    } else results.push(await updateLock(root, example, () => makeLock(example, used, userCache(), upgrade)));
  }
  return results;
}

async function updateLock(
  root: string,
  example: Example,
  make: () => ReturnType<typeof makeLock>,
): Promise<LockResult> {
  const { id, lock } = example;
  const file = lockFile(example.file);
  const { value: text, problems } = await make();
  if (problems !== undefined) return { id, file, kind: 'failed', problems };
  const [before, after] = [lock, text].map(each =>
    each === undefined ? undefined : parseLock(each, file, id),
  );
  if (after?.value === undefined) return { id, file, kind: 'failed', problems: after?.problems ?? [] };
  if (text === lock) return { id, file, kind: 'unchanged' };
  await writeAtomically(join(root, file), text, join(root, STATE));
  return { id, file, kind: 'written', changes: lockChanges(before?.value, after.value) };
}
