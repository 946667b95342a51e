import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { execa } from 'execa';
import { command } from './cli/cli.ts';
import { ensureChromium } from './cli/chromium.ts';
import { ensureSandbox } from './cli/install-system-package.ts';

/** A gate: a script of Node's that passes or fails as one, or the unit tests, which count one by one. */
interface Gate {
  readonly name: string;
  readonly words: readonly string[];
  /** File that vitest writes its counts to. */
  readonly counts?: string;
}

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const COUNTS = join('.verbatim', 'tests.json');

const GATES: readonly Gate[] = [
  {
    name: 'Types',
    words: ['node_modules/astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'warning'],
  },
  { name: 'Samples', words: ['scripts/lint.ts'] },
  { name: 'Build', words: ['scripts/build.ts'] },
  { name: 'Mutation check', words: ['scripts/mutate.ts'] },
  {
    name: 'Tests',
    words: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${COUNTS}`,
    ],
    counts: COUNTS,
  },
];

command(
  'test',
  'Runs every gate: types, the quality of the samples, a build of the site, the mutation check, and all tests.',
).parse();

await ensureSandbox();
await rm(COUNTS, { force: true });
const counts: Count[] = [];
for (const gate of GATES) {
  console.info(`\n── ${gate.name} ──`);
  const start = performance.now();
  counts.push(await pass(gate));
  console.info(`${gate.name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
console.info(await slowest());
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.info(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** The ten test files that took longest, so that who looks for time knows where it goes. */
async function slowest(): Promise<string> {
  const { testResults = [] } = JSON.parse(await readFile(COUNTS, 'utf8').catch(() => '{}')) as {
    testResults?: { name: string; startTime: number; endTime: number }[];
  };
  const files = testResults
    .map(({ name, startTime, endTime }) => ({
      file: relative(process.cwd(), name),
      seconds: (endTime - startTime) / 1000,
    }))
    .toSorted((a, b) => b.seconds - a.seconds);
  return [
    '\nThe test files that took longest:',
    ...files.slice(0, 10).map(({ file, seconds }) => `${seconds.toFixed(1).padStart(6)} s  ${file}`),
  ].join('\n');
}

async function pass({ name, words, counts: written }: Gate): Promise<Count> {
  // Installed here, before any test waits for it.
  if (written !== undefined) process.env.CHROMIUM = await ensureChromium();
  const { exitCode } = await execa(process.execPath, words, {
    reject: false,
    stdio: 'inherit',
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const ok = exitCode === 0;
  if (written === undefined) {
    if (!ok) console.error(`${name}: failed with exit code ${exitCode}`);
    return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  }
  const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(
    await readFile(written, 'utf8').catch(() => '{}'),
  ) as { numPassedTests?: number; numFailedTests?: number };
  // A test file that cannot be loaded fails without a test that failed.
  return { passed: numPassedTests, failed: ok ? numFailedTests : Math.max(1, numFailedTests) };
}
