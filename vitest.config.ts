import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Test files that measure time, or whose programs take all of the machine: others would disturb them. */
const ALONE = [
  'tests/integration/bench/**/*.test.ts',
  'tests/integration/runner/{escapes,hostile,measure-parallelism,pid-window,process-group,scheduler}.test.ts',
];

/** Test files that replace modules: what others have loaded would still hold the real ones. */
const REPLACING = ['tests/integration/runner/{cpu-usage,machine-memory}.test.ts'];

/** The files that take longest. Begun late, they would run on while nothing is left to run beside them. */
const LONGEST = [
  'core/hostile',
  'browser/article',
  'integration/mistakes',
  'packages/build',
  'browser/pages',
  'commands/endings',
  'runner/terminal',
  'site/new-site',
  'site/upgrade',
  'browser/dev',
  'commands/state-files',
  'build/build',
  'browser/base-servers',
  'watched/lanes',
  'commands/machines',
  'watched/hangs',
  'build/rebuild',
  'build/kill',
  'build/timeline-mutations',
  'dev/page-head',
  'build/same-bytes',
  'runner/kill',
];

/** Files share what they import: loading it anew for each takes longer than many of them. */
const SHARED = { isolate: false, unstubEnvs: true, restoreMocks: true } as const;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.findIndex(name => moduleId.endsWith(`${name}.test.ts`));
      return place === -1 ? LONGEST.length : place;
    };
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap(own =>
      sorted.filter(({ project }) => project === own).sort((a, b) => rank(a) - rank(b)),
    );
  }
}

export default defineConfig({
  test: {
    // On a machine that is busy, what takes 10 s alone may take a minute.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // A command that a test starts tries no sample in Pyodide, unless the test is about that.
    env: { VERBATIM_BROWSER: 'off' },
    // The report of failures at the end of `npm test` holds messages, but no differences of values.
    chaiConfig: { truncateThreshold: 1000 },
    sequence: { sequencer: LongestFirst },
    globalSetup: 'tests/fixtures/shared-folder.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          ...SHARED,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: ALONE, fileParallelism: false, sequence: { groupOrder: 1 } },
      },
      // A third of their time, files wait for what they start: three at a time keep two cores busy.
      {
        extends: true,
        test: {
          name: 'side by side',
          include: ['tests/{integration,browser}/**/*.test.ts'],
          exclude: [...ALONE, ...REPLACING],
          ...SHARED,
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: { name: 'replacing', include: REPLACING, maxWorkers: 3, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
