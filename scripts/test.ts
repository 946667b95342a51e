import { print, printError, printForeign } from '../src/report/print.ts';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { CACHE_PATHS, STATE_PATHS } from '../src/runner/files/state-paths.ts';
import { userCache } from '../src/runner/files/user-cache.ts';
import { command, runCli } from './cli/cli.ts';
import { type FailedGate, failureText } from './cli/failures.ts';
import { ensureChromium, ensureSandbox, ensureZizmor } from './cli/system-programs.ts';

const REPORT = STATE_PATHS.tests;

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
type Gate = keyof typeof GATES;

/**
 * Gates that measure nothing: each row runs beside the others, and the rest run alone. Samples without a line
 * mostly wait, for a timeout or a barrier.
 */
const SIDE_BY_SIDE: readonly (readonly Gate[])[] = [
  ['Types'],
  ['Format', 'Lint', 'Samples'],
  ['Highlighted lines'],
];
const ALONE = (Object.keys(GATES) as Gate[]).filter(name => !SIDE_BY_SIDE.flat().includes(name));

const REPORTERS = [
  ...['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`],
  // Prints what was tried against runs, articles and pages, and what was left of it.
  '--reporter=./tests/fixtures/attacks.ts',
  // Prints how many numbers of each article are bound to runs.
  '--reporter=./tests/fixtures/claims.ts',
];
const TESTS = ['node_modules/vitest/vitest.mjs', 'run', ...REPORTERS];

const program = command(
  'test',
  'Runs every gate: types, format, lint, quality of the examples, a build, both mutation checks, all tests.',
);

/** A terminal shows progress, which a pipe does not; without one, the output is kept for the end. */
const AT_ONCE = process.stdout.isTTY
  ? ({ stdio: 'inherit', all: true } as const)
  : ({ stdout: ['inherit', 'pipe'], stderr: ['inherit', 'pipe'], all: true } as const);

await runCli(program, async () => {
  // A command that a test starts takes half of the work with it. On a new machine, `bootstrap.mjs` finds none.
  process.env.NODE_COMPILE_CACHE ??= join(userCache().path, CACHE_PATHS.compiled);
  await ensureSandbox();
  // Each gate counts as one; the tests count one by one.
  const failures = (await Promise.all(SIDE_BY_SIDE.map(names => inTurn(names, 'at its end')))).flat();
  failures.push(...(await inTurn(ALONE, 'at once')));
  let failed = failures.length;
  let passed = Object.keys(GATES).length - failed;
  // Installed now, so that no test waits for it.
  process.env.CHROMIUM = await ensureChromium();
  process.env.ZIZMOR = (await ensureZizmor(join(userCache().path, 'zizmor-1.32.0'))) ?? '';
  await rm(REPORT, { force: true });
  const failedTests = await failureOf('Tests', TESTS, 'at once');
  const report: unknown = JSON.parse(await readFile(REPORT, 'utf8').catch(() => '{}'));
  const { numPassedTests = 0, numFailedTests = 0 } = report as Partial<Record<string, number>>;
  passed += numPassedTests;
  // A test file that cannot be loaded fails although none of its tests does.
  failed += failedTests === undefined ? numFailedTests : Math.max(1, numFailedTests);
  if (failedTests !== undefined) failures.push(failedTests);
  if (failed > 0) print(`\n${failureText(failures, report, process.cwd())}`);
  print(`\n${passed} passed, ${failed} failed`);
  return failed === 0;
});

/** Runs gates one after the other; returns those that fail. */
async function inTurn(names: readonly Gate[], shown: Shown): Promise<FailedGate[]> {
  const failures: FailedGate[] = [];
  for (const name of names) {
    const failure = await failureOf(name, GATES[name], shown);
    if (failure !== undefined) failures.push(failure);
  }
  return failures;
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
