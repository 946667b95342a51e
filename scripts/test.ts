import { readFile, rm } from 'node:fs/promises';
import { execa } from 'execa';
import { STATE_PATHS } from '../src/runner/files/state-paths.ts';
import { command, runCli } from './cli/cli.ts';
import { ensureChromium, ensureSandbox } from './cli/system-programs.ts';

const REPORT = STATE_PATHS.tests;

/** Scripts for Node, each with its arguments. */
const GATES: Readonly<Record<string, readonly string[]>> = {
  Types: ['node_modules/astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'warning'],
  Format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  Lint: ['node_modules/@biomejs/biome/bin/biome', 'lint', '--error-on-warnings', '.'],
  Samples: ['scripts/lint.ts'],
  Build: ['scripts/build.ts'],
  'Mutation check': ['scripts/mutate.ts'],
};
const REPORTERS = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
const TESTS = ['node_modules/vitest/vitest.mjs', 'run', ...REPORTERS];

const program = command(
  'test',
  'Runs every gate: types, format, lint, quality of the examples, a build, the mutation check, all tests.',
);

await runCli(program, async () => {
  await ensureSandbox();
  // Each gate counts as one; the tests count one by one.
  let [passed, failed] = [0, 0];
  for (const [name, args] of Object.entries(GATES)) {
    if (await passes(name, args)) passed += 1;
    else failed += 1;
  }
  // Installed now, so that no test waits for it.
  process.env.CHROMIUM = await ensureChromium();
  await rm(REPORT, { force: true });
  const allPass = await passes('Tests', TESTS);
  const report: unknown = JSON.parse(await readFile(REPORT, 'utf8').catch(() => '{}'));
  const { numPassedTests = 0, numFailedTests = 0 } = report as Partial<Record<string, number>>;
  passed += numPassedTests;
  // A test file that cannot be loaded fails although none of its tests does.
  failed += allPass ? numFailedTests : Math.max(1, numFailedTests);
  console.info(`\n${passed} passed, ${failed} failed`);
  return failed === 0;
});

async function passes(name: string, args: readonly string[]): Promise<boolean> {
  console.info(`\n── ${name} ──`);
  const start = performance.now();
  const { exitCode } = await execa(process.execPath, args, {
    reject: false,
    stdio: 'inherit',
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  });
  console.info(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  if (exitCode !== 0) console.error(`${name}: failed with exit code ${exitCode}`);
  return exitCode === 0;
}
