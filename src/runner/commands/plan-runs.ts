import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { Example } from '../../core/example/example.ts';
import { positionOfKey } from '../../core/metadata/metadata-position.ts';
import { EXIT, type Problem, ProblemError } from '../../core/problems/problem.ts';
import type { Recordings } from '../../core/verdict/recording.ts';
import { interpretersFor, pythonNames, type Interpreter } from '../../core/python-version.ts';
import { parseRecordingName } from '../../core/example/recording-name.ts';
import { selectExamples } from '../../core/example/select-examples.ts';
import { examplesOfShard, type Shard } from '../../core/ledger/shard.ts';
import { type BrokenExample, discover } from '../examples/discover-examples.ts';
import { findInterpreters } from '../python/find-interpreters.ts';
import { readRecordings } from '../examples/recording-files.ts';
import { removeRunFolder } from '../execution/run-folder.ts';
import { findSeal, type Seal, type SealPolicy } from '../sandbox/sandbox.ts';
import { sweepRunFolders } from '../execution/remove-stale-runs.ts';

/** Asked once: it is a system call. */
const CORES = availableParallelism();

/** What every command starts from. */
export interface Selection {
  /** The project's folder. */
  readonly root: string;
  /** Relative to `root`; default `examples`. */
  readonly examples?: string | undefined;
  /** Ids, folders, files or globs; none means all. */
  readonly words?: readonly string[] | undefined;
  /** The part of those to run; absent: all of them. */
  readonly shard?: Shard | undefined;
  /** Whether runs are sealed; default `auto`: where it works. */
  readonly seal?: SealPolicy | undefined;
  /** Interpreters by path or version; none means those that are installed. */
  readonly pythons?: readonly string[] | undefined;
}

/** The chosen examples, by what can be done with them. */
export interface Prepared {
  /** Each example with each interpreter that it is to run under; those of one example in the order of `interpreters`. */
  readonly ready: readonly { readonly example: Example; readonly interpreter: Interpreter }[];
  /** This machine cannot run them: the problem says why. */
  readonly unfit: readonly { readonly example: Example; readonly problem: Problem }[];
  readonly broken: readonly BrokenExample[];
  readonly interpreters: readonly Interpreter[];
  /** Absent where nothing is to run. */
  readonly seal?: Seal | undefined;
  /** What was recorded of each chosen example, by id. */
  readonly recordings: ReadonlyMap<string, Recordings>;
  /** About files that are no example; empty where only some examples were chosen, and in all shards but the first. */
  readonly problems: readonly Problem[];
}

/** Finds examples, recordings and interpreters, and pairs them: `interpretersFor` says how. */
export async function prepare({
  root,
  examples = 'examples',
  words = [],
  shard,
  pythons = [],
  seal = 'auto',
}: Selection): Promise<Prepared> {
  if (!existsSync(join(root, examples)))
    throw new ProblemError(
      [
        {
          file: examples,
          title: 'There is no such folder of examples.',
          remedy: 'npm run new -- topic/name',
        },
      ],
      EXIT.usage,
    );
  await sweepRunFolders(folder => removeRunFolder({ root: folder }));
  const found = await discover(root, examples);
  const named = selectExamples([...found.examples, ...found.broken], words);
  const ids = new Set(
    (shard === undefined
      ? named
      : examplesOfShard(
          named.map(each => ({ id: each.id, cores: 'contract' in each ? each.contract.cores : 1 })),
          shard,
        )
    ).map(({ id }) => id),
  );
  const chosen = found.examples.filter(({ id }) => ids.has(id));
  const [interpreters, sealing] =
    chosen.length === 0
      ? [[], undefined]
      : await Promise.all([
          findInterpreters(pythons, process.env, join(root, '.verbatim')),
          findSeal(seal, { stateFolder: join(root, '.verbatim') }),
        ]);
  // A folder may hold thousands of examples, and hardly a recording of one version: it is listed once.
  const variants = new Map(
    [...new Set(chosen.map(({ file }) => dirname(file)))].map(below => [
      below,
      readdirSync(join(root, below)).filter(name => parseRecordingName(name)?.tag !== undefined),
    ]),
  );
  const recordings = new Map(
    await Promise.all(
      chosen.map(
        async example =>
          [example.id, await readRecordings(root, example, variants.get(dirname(example.file)))] as const,
      ),
    ),
  );
  const paired = chosen.map(example => ({
    example,
    used: interpretersFor(interpreters, {
      asked: pythons.length > 0,
      requiresPython: example.metadata.requiresPython,
      variants: [...(recordings.get(example.id)?.variants.keys() ?? [])],
    }),
  }));
  return {
    ready: paired.flatMap(({ example, used }) =>
      example.contract.cores > CORES ? [] : used.map(interpreter => ({ example, interpreter })),
    ),
    unfit: paired.flatMap(({ example, used }) => unfit(example, used, interpreters)),
    broken: found.broken.filter(({ id }) => ids.has(id)),
    interpreters,
    seal: sealing,
    recordings,
    problems: words.length === 0 && (shard?.index ?? 1) === 1 ? found.problems : [],
  };
}

/** Why this machine cannot run an example; empty where it can. `used` are the interpreters that take it. */
export function unfit(
  example: Example,
  used: readonly Interpreter[],
  interpreters: readonly Interpreter[],
): { example: Example; problem: Problem }[] {
  const { file, metadata, contract, source } = example;
  const at = (key: string): Pick<Problem, 'file' | 'line' | 'column'> => ({
    file,
    ...positionOfKey(key, metadata, source),
  });
  if (used.length === 0) {
    return [
      {
        example,
        problem: {
          ...at('requires-python'),
          title: `No interpreter satisfies requires-python "${metadata.requiresPython}".`,
          detail: `    There is CPython ${pythonNames(interpreters)}.`,
          remedy: 'Install one, or name it: --python PATH',
        },
      },
    ];
  }
  if (contract.cores <= CORES) return [];
  return [
    {
      example,
      problem: {
        ...at('cores'),
        title: `It needs ${contract.cores} cores; this machine has ${CORES}.`,
        remedy: 'Run it on a machine that has them.',
      },
    },
  ];
}
