import { print } from '../src/report/print.ts';
import type { Interpreter } from '../src/core/python-version.ts';
import { findInterpreters } from '../src/runner/python/find-interpreters.ts';
import { makeCheckProject } from './bench/check-project.ts';
import { bareRuns, checks } from './bench/contenders.ts';
import { type Contender, measure, measureInRounds, roundsTable } from './bench/measure.ts';
import { command, positiveInteger, runCli, withTemporaryFolder } from './cli/cli.ts';
import { PYTHON_OPTION } from './cli/options.ts';

const program = command(
  'bench',
  'Times a check of examples against the bare interpreter on the same files.',
  [PYTHON_OPTION],
)
  .option('--count <number>', 'examples', positiveInteger, 300)
  .option('--rounds <number>', 'rounds; each runs every contender once', positiveInteger, 5);

await runCli<{ python: string[]; count: number; rounds: number }>(program, options =>
  withTemporaryFolder(async folder => {
    const { count, rounds } = options;
    const [{ path: python, version }] = (await findInterpreters(options.python)) as [Interpreter];
    print(`${count} examples, CPython ${version} (${python})`);
    const files = await makeCheckProject(folder, count, python);
    const ours = checks(folder, python, import.meta.dirname);
    // The first check fills the caches of the interpreter and of Node, so it is not measured.
    for (const contender of ours) await measure(contender, python);
    const bare = await fastest(bareRuns(python, files, folder), python);
    console.table(roundsTable(await measureInRounds([...ours, bare], rounds, python)));
  }),
);

/** Of the ways to run the bare interpreter, the one that is fastest on this machine. */
async function fastest(contenders: readonly Contender[], python: string): Promise<Contender> {
  const rows = await measureInRounds(contenders, 1, python);
  const seconds = rows.map(({ rounds: [only] }) => only?.wallSeconds ?? 0);
  return contenders[seconds.indexOf(Math.min(...seconds))] as Contender;
}
