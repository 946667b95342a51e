import { STATE } from '../../core/project-paths.ts';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Example, originalOf } from '../../core/example/example.ts';
import { unusedGrants } from '../../core/settings/network-grant.ts';
import { missingRequirement } from '../../core/settings/requirements.ts';
import { positionOfKey } from '../../core/example/metadata.ts';
import { type Problem, refusal } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import type { Recordings } from '../../core/verdict/recording.ts';
import { interpretersFor, type Interpreter, isCurrent, pythonOptionFor } from '../../core/python-version.ts';
import { selectExamples } from '../../core/example/select-examples.ts';
import { examplesOfShard, type Shard } from '../../core/ledger/shard.ts';
import { type BrokenExample, discover } from '../examples/discover-examples.ts';
import { removeStaleTemporaries } from '../files/atomic-write.ts';
import { userCache } from '../files/user-cache.ts';
import { missingInterpreter } from '../packages/missing-interpreter.ts';
import type { Packages } from '../packages/package-folder.ts';
import { preparePackages } from '../packages/prepare-packages.ts';
import { receiptPosition } from '../../core/verdict/receipts.ts';
import type { ReceiptFile } from '../examples/receipt-files.ts';
import { findInterpreters, tooOld } from '../python/find-interpreters.ts';
import { recordingReader } from '../examples/recording-files.ts';
import { findSandbox, type Sandbox, type SandboxPolicy } from '../sandbox/sandbox.ts';
import { removeStaleRuns } from '../execution/run-folder.ts';

/** Kept, because it is a system call. */
const CORES = availableParallelism();

/** What every command starts from. */
export interface Selection {
  /** The project's folder. */
  readonly root: string;
  /** Relative to `root`; default `examples`. */
  readonly examples?: string | undefined;
  /** Ids, folders, files or globs; none means all. */
  readonly words?: readonly string[] | undefined;
  /** The part of those to run; all if absent. */
  readonly shard?: Shard | undefined;
  /** Whether runs are sandboxed; default `auto`: where it works. */
  readonly sandbox?: SandboxPolicy | undefined;
  /** Interpreters by path or version; none means all installed ones. */
  readonly pythons?: readonly string[] | undefined;
  /** Ids or globs of the examples that may use the network; default: none may. */
  readonly network?: readonly string[] | undefined;
  /** Called before packages are installed, with the number of sets. */
  readonly onInstall?: ((count: number) => void) | undefined;
}

/** An example, one of its interpreters, and what was recorded of it. */
export interface PlannedRun {
  readonly example: Example;
  readonly interpreter: Interpreter;
  readonly recordings: Recordings;
  /** What was recorded of the example that a variant or a timeline is of. */
  readonly originals?: Recordings | undefined;
  /** Whether no other interpreter runs it. */
  readonly isOnly: boolean;
  /** The packages that it declares, installed for the interpreter; absent if it declares none. */
  readonly packages?: Packages | undefined;
}

/** The chosen examples, by what can be done with them. */
export interface RunPlan {
  /** Each example with each of its interpreters, in the order of `interpreters`. */
  readonly ready: readonly PlannedRun[];
  /** This machine cannot run them: the problem is why. */
  readonly unfit: readonly { readonly example: Example; readonly problem: Problem }[];
  readonly broken: readonly BrokenExample[];
  readonly interpreters: readonly Interpreter[];
  /** Absent if nothing is to run. */
  readonly sandbox?: Sandbox | undefined;
  /** What was recorded of each chosen example, by id. */
  readonly recordings: ReadonlyMap<string, Recordings>;
  /** The receipts of all topics, whichever examples were chosen. */
  readonly receipts: readonly ReceiptFile[];
  /**
   * About files that are no example: all if all were chosen, in the first shard; else those about receipts
   * of the chosen ones that are not as `record` writes them.
   */
  readonly problems: readonly Problem[];
}

/** Finds examples, recordings and interpreters, and pairs them by `interpretersFor`. */
export async function planRuns({
  root,
  examples = 'examples',
  words = [],
  shard,
  pythons = [],
  sandbox = 'auto',
  network = [],
  onInstall,
}: Selection): Promise<RunPlan> {
  if (!existsSync(join(root, examples))) {
    const title = 'There is no such folder of examples.';
    throw refusal({ file: examples, title, remedy: 'npm run new -- topic/name' });
  }
  await removeStaleRuns();
  for (const folder of [join(root, STATE), userCache().path]) await removeStaleTemporaries(folder);
  const found = await discover(root, examples);
  const named = selectExamples([...found.examples, ...found.broken], words).map(each => ({
    id: each.id,
    cores: 'contract' in each ? each.contract.cores : 1,
  }));
  const ids = new Set((shard === undefined ? named : examplesOfShard(named, shard)).map(({ id }) => id));
  const unready = found.examples.flatMap(example => {
    const problem = missingRequirement(example, network);
    return problem === undefined ? [] : [{ id: example.id, file: example.file, problems: [problem] }];
  });
  const broken = [...found.broken, ...unready].filter(({ id }) => ids.has(id));
  const unrunnable = new Set(broken.map(({ id }) => id));
  const chosen = found.examples.filter(({ id }) => ids.has(id) && !unrunnable.has(id));
  const isEmpty = chosen.length === 0;
  const isWhole = words.length === 0 && (shard?.index ?? 1) === 1;
  const interpreters = isEmpty ? [] : await findInterpreters(pythons, process.env, userCache());
  const read = recordingReader(root);
  const paired = chosen.map(example => {
    const recordings = read(example);
    const { value, problems = [] } = interpretersOf(example, recordings, interpreters, pythons.length > 0);
    const original = originalOf(example);
    const originals = original === example ? undefined : read(original);
    return { example, recordings, originals, used: value ?? [], problems };
  });
  const used = new Set(paired.flatMap(each => each.used));
  const unused = interpreters.find(each => !isCurrent(each.version) && !used.has(each));
  if (pythons.length > 0 && unused !== undefined)
    throw tooOld(pythonOptionFor(unused, pythons), 'CPython', unused.version);
  const planned = paired.flatMap(({ used, ...each }) =>
    used.map(interpreter => ({ ...each, interpreter, isOnly: used.length === 1 })),
  );
  const prepared = await preparePackages(planned, userCache(), onInstall);
  return {
    ready: prepared.ready,
    unfit: [
      ...paired.flatMap(({ example, problems }) => problems.map(problem => ({ example, problem }))),
      ...prepared.unfit,
    ],
    broken: [
      ...broken,
      ...prepared.broken.map(({ example: { id, file }, problem }) => ({ id, file, problems: [problem] })),
    ],
    interpreters,
    sandbox: isEmpty ? undefined : findSandbox(sandbox),
    recordings: new Map(paired.map(({ example, recordings }) => [example.id, recordings])),
    receipts: found.receipts,
    problems: isWhole
      ? [...found.problems, ...unusedGrants(found.examples, network)]
      : unreadReceipts(found.receipts, (shard?.index ?? 1) === 1 ? chosen : []),
  };
}

/** Receipts of examples that nobody can read: what they say of others may be wrong too. */
function unreadReceipts(receipts: readonly ReceiptFile[], chosen: readonly Example[]): readonly Problem[] {
  const files = new Set(chosen.map(example => receiptPosition(example).file));
  return receipts
    .filter(({ file }) => files.has(file))
    .flatMap(({ problems }) => problems.filter(({ line }) => line !== undefined));
}

/** The interpreters that run an example, of those that were found; or why this machine cannot run it. */
export function interpretersOf(
  example: Example,
  recordings: Recordings,
  interpreters: readonly Interpreter[],
  asked: boolean,
): Result<readonly Interpreter[]> {
  const { file, contract } = example;
  const { requiresPython } = example.metadata;
  const versions = [...recordings.versions.keys()];
  const used = interpretersFor(interpreters, { asked, requiresPython, versions });
  if (used.length === 0) return fail(missingInterpreter(example, interpreters));
  if (contract.cores <= CORES) return succeed(used);
  return fail({
    file,
    ...positionOfKey('cores', example),
    title: `It needs ${contract.cores} cores; this machine has ${CORES}.`,
    remedy: 'Run it on a machine that has them.',
  });
}
