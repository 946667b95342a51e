import { readFile, rm } from 'node:fs/promises';
import { execa } from 'execa';
import { STATE_PATHS } from '../src/runner/files/state-paths.ts';
import { ensureChromium } from './cli/chromium.ts';
import { command, runCli } from './cli/cli.ts';
import { ensureSandbox } from './cli/install-system-package.ts';

/** How many checks passed and failed. Each gate counts as one; the tests count one by one. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Scripts for Node, each with its arguments. */
const GATES: Readonly<Record<string, readonly string[]>> = {
  Types: ['node_modules/astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'warning'],
  Format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  Lint: ['node_modules/@biomejs/biome/bin/biome', 'lint', '--error-on-warnings', '.'],
  Samples: ['scripts/lint.ts'],
  Build: ['scripts/build.ts'],
  'Mutation check': ['scripts/mutate.ts'],
};
const TESTS = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${STATE_PATHS.tests}`,
];

const program = command(
  'test',
  'Runs every gate: types, format, lint, quality of the examples, a build, the mutation check, all tests.',
);

await runCli(async () => {
  program.parse();
  await ensureSandbox();
  const counts: Count[] = [];
  for (const [name, args] of Object.entries(GATES)) counts.push(await timed(name, () => runGate(name, args)));
  counts.push(await timed('Tests', runTests));
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.info(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
});

async function timed(name: string, gate: () => Promise<Count>): Promise<Count> {
  console.info(`\n── ${name} ──`);
  const start = performance.now();
  const count = await gate();
  console.info(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  return count;
}

async function runGate(name: string, args: readonly string[]): Promise<Count> {
  const exitCode = await runNode(args);
  if (exitCode === 0) return { passed: 1, failed: 0 };
  console.error(`${name}: failed with exit code ${exitCode}`);
  return { passed: 0, failed: 1 };
}

async function runTests(): Promise<Count> {
  await rm(STATE_PATHS.tests, { force: true });
  // Installed now, so that no test waits for it.
  process.env.CHROMIUM = await ensureChromium();
  const exitCode = await runNode(TESTS);
  const report: unknown = JSON.parse(await readFile(STATE_PATHS.tests, 'utf8').catch(() => '{}'));
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = report as Partial<
    Record<string, number>
  >;
  // A test file that cannot be loaded fails although none of its tests does.
  return { passed, failed: exitCode === 0 ? failed : Math.max(1, failed) };
}

async function runNode(args: readonly string[]): Promise<number | undefined> {
  const { exitCode } = await execa(process.execPath, args, {
    reject: false,
    stdio: 'inherit',
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return exitCode;
}
