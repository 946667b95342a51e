import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECK, checks, floor, PARALLEL } from './bench/contenders.ts';
import { type Contender, measure } from './bench/measure.ts';
import { makeBenchFolder, makeProject } from './bench/project.ts';
import { inRounds, type Try, tryOnce } from './bench/rounds.ts';
import { growth, table, versus } from './bench/table.ts';
import { EXIT } from '../src/core/problems/problem.ts';
import type { Interpreter } from '../src/core/python-version.ts';
import { findInterpreters } from '../src/runner/python/find-interpreters.ts';
import { atTheEdge, collect, command, positive } from './cli/cli.ts';

const program = command(
  'bench',
  'Times a check of a set of examples, side by side with the bare interpreter on the same files.',
)
  .option('--python <path-or-version>', 'interpreter to use', collect, [])
  .option('--count <number>', 'examples in the set', positive, 300)
  .option('--pairs <number>', 'rounds; in each, every contender runs once', positive, 5)
  .option('--floor-only', 'only find how many bare processes at once are best');

await atTheEdge(async () => {
  program.parse();
  const {
    python: asked,
    count,
    pairs,
    floorOnly,
  } = program.opts<{ python: string[]; count: number; pairs: number; floorOnly?: true }>();
  const { path: python, version } = (await findInterpreters(asked))[0] as Interpreter;
  const folder = await makeBenchFolder(join(process.cwd(), '.verbatim'));
  const [once, twice] = [join(folder, 'once'), join(folder, 'twice')];
  try {
    say(`${count} examples, CPython ${version} (${python})`);
    const files = await makeProject(once, count, python);
    const tries = await tryOnce(
      PARALLEL.map(parallel => floor(python, files, parallel, once)),
      python,
    );
    say(
      `floor, best first: ${tries.map(({ contender: { name }, measurement: { wallSeconds } }) => `${name} ${wallSeconds.toFixed(2)} s`).join(', ')}`,
    );
    if (floorOnly) return EXIT.ok;
    const ours = await checks(once, python, import.meta.dirname);
    // Not measured: what comes first fills what the others find filled.
    await tryOnce(ours, python);
    const rows = await inRounds([...ours, (tries[0] as Try).contender], pairs, python);
    say(`\n${table(rows)}`);
    say(versus(rows, CHECK.fresh, CHECK.unsealed));
    await makeProject(twice, count * 2, python);
    const [small] = await checks(once, python, import.meta.dirname);
    const [large] = await checks(twice, python, import.meta.dirname);
    say(growth(await measure(small as Contender, python), await measure(large as Contender, python), count));
    return EXIT.ok;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

function say(text: string | undefined): void {
  if (text !== undefined) process.stdout.write(`${text}\n`);
}
