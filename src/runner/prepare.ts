import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Example } from '../core/example.ts';
import { EXIT, type Problem, ProblemError } from '../core/problem.ts';
import type { Interpreter } from '../core/run.ts';
import { select } from '../core/select.ts';
import { type BrokenExample, discover } from './discover.ts';
import { choose, findInterpreters } from './interpreter.ts';
import { removeRunFolder } from './run-folder.ts';
import { sweepRunFolders } from './sweep-folders.ts';

/** What every command starts from. */
export interface Selection {
  /** The project's folder. */
  readonly root: string;
  /** Relative to `root`; default `examples`. */
  readonly examples?: string | undefined;
  /** Ids, folders, files or globs; none means all. */
  readonly words?: readonly string[] | undefined;
  /** Interpreters by path or version; none means those that are installed. */
  readonly pythons?: readonly string[] | undefined;
}

/** The chosen examples, by what can be done with them. */
export interface Prepared {
  readonly ready: readonly { readonly example: Example; readonly interpreter: Interpreter }[];
  /** This machine cannot run them: the problem says why. */
  readonly unfit: readonly { readonly example: Example; readonly problem: Problem }[];
  readonly broken: readonly BrokenExample[];
  readonly interpreters: readonly Interpreter[];
  /** About files that are no example; empty where only some examples were chosen. */
  readonly problems: readonly Problem[];
}

/** Finds examples and interpreters, and pairs them: each example runs under the newest that its `requires-python` takes. */
export async function prepare({ root, examples = 'examples', words = [], pythons = [] }: Selection): Promise<Prepared> {
  if (!existsSync(join(root, examples))) throw new ProblemError([{ file: examples, title: 'There is no such folder of examples.', remedy: 'npm run new -- topic/name' }], EXIT.usage);
  await sweepRunFolders((folder) => removeRunFolder({ root: folder }));
  const found = await discover(root, examples);
  const ids = new Set(select([...found.examples, ...found.broken], words).map(({ id }) => id));
  const chosen = found.examples.filter(({ id }) => ids.has(id));
  const interpreters = chosen.length === 0 ? [] : await findInterpreters(pythons);
  const paired = chosen.map((example) => ({ example, interpreter: choose(interpreters, example.metadata.requiresPython) }));
  return {
    ready: paired.flatMap(({ example, interpreter }) => (interpreter === undefined || example.contract.cores > availableParallelism() ? [] : [{ example, interpreter }])),
    unfit: paired.flatMap(({ example, interpreter }) => unfit(example, interpreter, interpreters)),
    broken: found.broken.filter(({ id }) => ids.has(id)),
    interpreters,
    problems: words.length === 0 ? found.problems : [],
  };
}

function unfit(example: Example, interpreter: Interpreter | undefined, interpreters: readonly Interpreter[]): { example: Example; problem: Problem }[] {
  const { file, metadata, contract } = example;
  const at = { file, line: metadata.block?.first };
  if (interpreter === undefined) {
    return [{ example, problem: { ...at, title: `No interpreter satisfies requires-python "${metadata.requiresPython}": there is CPython ${interpreters.map(({ version }) => version).join(', ')}.`, remedy: 'Install one, or name it: --python PATH' } }];
  }
  if (contract.cores <= availableParallelism()) return [];
  return [{ example, problem: { ...at, title: `It needs ${contract.cores} cores; this machine has ${availableParallelism()}.`, remedy: 'Run it on a machine that has them.' } }];
}
