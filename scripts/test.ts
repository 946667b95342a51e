import { print, printError, printForeign } from '../src/report/print.ts';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { CACHE_PATHS, STATE_PATHS } from '../src/runner/files/state-paths.ts';
import { userCache } from '../src/runner/files/user-cache.ts';
import { command, runCli } from './cli/cli.ts';
import { type FailedGate, failureText } from './cli/failures.ts';
import { ensureChromium, ensureSandbox, ensureZizmor } from './cli/system-programs.ts';

/** Scripts for Node, each with its arguments. */
const GATES = {
  Types: ['node_modules/astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'warning'],
  Format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  Lint: ['node_modules/@biomejs/biome/bin/biome', 'lint', '--error-on-warnings', '.'],
  Samples: ['scripts/lint.ts'],
  Build: ['scripts/build.ts'],
  'Mutation check': ['scripts/mutate.ts'],
  'Highlighted lines': ['scripts/mutate.ts', '--samples'],
} as const;

/** Runs of tests, each with its report and the projects of `vitest.config.ts` that it runs. */
const TESTS = {
  'Unit tests': { report: STATE_PATHS.unitTests, projects: 'unit' },
  Tests: { report: STATE_PATHS.tests, projects: '!unit' },
} as const;
type Gate = keyof typeof GATES | keyof typeof TESTS;
const isOfTests = (name: Gate): name is keyof typeof TESTS => name in TESTS;

/**
 * Gates that measure nothing: each row runs beside the others, and the rest run alone. Samples without a line
 * mostly wait, for a timeout or a barrier.
 */
const SIDE_BY_SIDE: readonly (readonly Gate[])[] = [
  ['Types', 'Unit tests'],
  ['Format', 'Lint', 'Samples'],
  ['Highlighted lines'],
];
const ALONE: readonly Gate[] = ['Build', 'Mutation check', 'Tests'];

const REPORTERS = [
  ...['--reporter=default', '--reporter=json'],
  // Prints what was tried against runs, articles and pages, and what was left of it.
  '--reporter=./tests/fixtures/attacks.ts',
  // Prints how many numbers of each article are bound to runs.
  '--reporter=./tests/fixtures/claims.ts',
];

const program = command(
  'test',
  'Runs every gate: types, format, lint, quality of the examples, a build, both mutation checks, all tests.',
);

/** A terminal shows progress, which a pipe does not; without one, the output is kept for the end. */
const AT_ONCE = process.stdout.isTTY
  ? ({ stdio: 'inherit', all: true } as const)
  : ({ stdout: ['inherit', 'pipe'], stderr: ['inherit', 'pipe'], all: true } as const);

await runCli(program, async () => {
  // Commands that tests start take half of the work with it. On a new machine, `bootstrap.mjs` finds none.
  process.env.NODE_COMPILE_CACHE ??= join(userCache().path, CACHE_PATHS.compiled);
  await ensureSandbox();
  // Installed now, so that no test waits for it.
  process.env.CHROMIUM = await ensureChromium();
  process.env.ZIZMOR = (await ensureZizmor(join(userCache().path, 'zizmor-1.32.0'))) ?? '';
  const results = (await Promise.all(SIDE_BY_SIDE.map(names => inTurn(names, 'at its end')))).flat();
  results.push(...(await inTurn(ALONE, 'at once')));
  const sum = (count: (result: Result) => number): number =>
    results.reduce((total, result) => total + count(result), 0);
  const [passed, failed] = [sum(each => each.passed), sum(each => each.failed)];
  const failures = results.flatMap(({ failure }) => failure ?? []);
  if (failed > 0) print(`\n${failureText(failures, process.cwd())}`);
  print(`\n${passed} passed, ${failed} failed`);
  return failed === 0;
});

/** What became of a gate. It counts as one; tests count one by one. */
interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly failure?: FailedGate | undefined;
}

/** Runs gates one after the other. */
async function inTurn(names: readonly Gate[], shown: Shown): Promise<Result[]> {
  const results: Result[] = [];
  for (const name of names) results.push(await (isOfTests(name) ? test(name, shown) : run(name, shown)));
  return results;
}

async function run(name: keyof typeof GATES, shown: Shown): Promise<Result> {
  const failure = await failureOf(name, GATES[name], shown);
  return failure === undefined ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, failure };
}

async function test(name: keyof typeof TESTS, shown: Shown): Promise<Result> {
  const { report: file, projects } = TESTS[name];
  await rm(file, { force: true });
  const words = ['run', '--project', projects, ...REPORTERS, `--outputFile.json=${file}`];
  const failure = await failureOf(name, ['node_modules/vitest/vitest.mjs', ...words], shown);
  const report = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Partial<
    Record<string, number>
  >;
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = report;
  // A test file that cannot be loaded fails although none of its tests does.
  if (failure === undefined) return { passed, failed };
  return { passed, failed: Math.max(1, failed), failure: { ...failure, report } };
}

/** When the output of a gate is shown: at its end, that of two which run side by side is not mixed. */
type Shown = 'at once' | 'at its end';

async function failureOf(
  name: string,
  args: readonly string[],
  shown: Shown,
): Promise<FailedGate | undefined> {
  const title = `\n── ${name} ──`;
  if (shown === 'at once') print(title);
  const start = performance.now();
  const { exitCode, all } = await execa(process.execPath, args, {
    reject: false,
    ...(shown === 'at once' ? AT_ONCE : ({ stdin: 'ignore', all: true } as const)),
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (shown === 'at its end') printForeign([title, all].filter(Boolean).join('\n'));
  print(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  if (exitCode === 0) return undefined;
  printError(`${name}: failed with exit code ${exitCode}`);
  return { name, exitCode, output: all };
}
