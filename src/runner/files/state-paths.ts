import { STATE } from '../../core/project-paths.ts';

/**
 * All that is below the state folder, relative to the project, each with the module that owns it. Beside it
 * are temporary files, `pid….tmp`: `files/atomic-write.ts`.
 */
export const STATE_PATHS = {
  /** Verified runs of earlier checks: `cache/run-cache.ts`. */
  runs: `${STATE}/runs.json`,
  /** Runs of samples without a highlighted line: `omissions/try-omissions.ts`. */
  omissions: `${STATE}/omissions.json`,
  /** Runs in the Python of browsers: `browser/browser-cache.ts`. */
  browserRuns: `${STATE}/browser-runs.json`,
  /** The memory of a Python that has just started, while runs begin with it: `browser/snapshot.ts`. */
  snapshot: `${STATE}/snapshot`,
  /** Pictures of what differs in artifacts: `differences/difference-files.ts`. */
  differences: `${STATE}/differences`,
  /** The ledger of the last check or build: `files/result-files.ts`. */
  ledger: `${STATE}/ledger.json`,
  /** What shards found, a file each: `files/result-files.ts`. */
  shards: `${STATE}/shards`,
  /** The verified runs of all shards: `scripts/merge.ts`. */
  merged: `${STATE}/merged.json`,
  /** Held while packages are installed: `scripts/cli/take-turn.mjs`, which repeats the path. */
  installLock: `${STATE}/install.lock`,
  /** Held while receipts change: `examples/receipt-files.ts`. */
  recordingsLock: `${STATE}/recordings.lock`,
  /** A site that is being built, with its owner: `site/publish/publish.ts`. */
  newDist: `${STATE}/dist-new-`,
  /** The site that it replaces, with its owner: `site/publish/publish.ts`. */
  oldDist: `${STATE}/dist-old-`,
  /** The caches of Astro and Vite for a build: `site/render/astro-config.ts`. */
  build: `${STATE}/build`,
  /** The same for a dev server, beside which a build may run. */
  dev: `${STATE}/dev`,
  /** Results of the last `npm test`: `scripts/test.ts`. */
  tests: `${STATE}/tests.json`,
  /** The same of its unit tests. */
  unitTests: `${STATE}/unit-tests.json`,
} as const;

/** All that is in the user's cache folder (`files/user-cache.ts`), relative to it. */
export const CACHE_PATHS = {
  /** The key that signs state: `files/user-key.ts`. */
  key: 'key',
  /** What interpreters answered: `python/interpreter-cache.ts`. */
  interpreterFacts: 'interpreter-facts.json',
  /** An empty environment for each interpreter: `python/python-environment.ts`. */
  python: 'python',
  /** The packages of each lock and interpreter: `packages/package-folder.ts`. */
  packages: 'packages',
  /** uv, if none is installed, and its cache of wheels: `packages/uv-program.ts`, `packages/run-uv.ts`. */
  uv: 'uv',
  /** Wheels for the browser's Python, and the list of each lock: `wheels/kept-wheels.ts`. */
  wheels: 'wheels',
  /** Node's compiled code: `scripts/bootstrap.mjs`, which repeats the path: it runs before TypeScript. */
  compiled: 'compiled',
} as const;
