import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { browserReason } from '../../core/browser/browser-reason.ts';
import { type BrowserProof, type BrowserVerdict, sortedById } from '../../core/browser/browser-proof.ts';
import type { Example } from '../../core/example/example.ts';
import { type Interpreter, tagOf } from '../../core/python-version.ts';
import { judge } from '../../core/verdict/judge.ts';
import { recordingFor, type Recordings } from '../../core/verdict/recording.ts';
import type { Run } from '../../core/verdict/run.ts';
import { STATE_PATHS } from '../files/state-paths.ts';
import { temporaryBeside } from '../files/temporary-folder.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Schedule } from '../scheduling/scheduler.ts';
import { BrowserCache } from './browser-cache.ts';
import { planTrials } from './plan-trials.ts';
import { PYODIDE_FOLDER, pyodideVersion } from './pyodide-files.ts';
import { BROWSER_SECONDS, runInPyodide } from './run-in-pyodide.ts';

/** A verified example, and what it is judged by. */
export interface BrowserCandidate {
  readonly example: Example;
  readonly recordings: Recordings;
  /** What was recorded of the example that a variant changes. */
  readonly originals?: Recordings | undefined;
}

export interface BrowserProofOptions {
  readonly root: string;
  readonly candidates: readonly BrowserCandidate[];
  readonly sandbox: Sandbox;
  readonly schedule: Schedule;
  /** An interpreter whose pip fetches uv, if it is missing. */
  readonly installer: Interpreter;
  /** Whether runs of earlier checks may be judged again. */
  readonly reuse: boolean;
}

/** A snapshot takes as long as two starts without one. */
const WORTH_A_SNAPSHOT = 3;

/** Runs each candidate in Pyodide, and judges it by its contract and its recording, as a native run. */
export async function proveInBrowser(options: BrowserProofOptions): Promise<BrowserProof> {
  const { root, candidates, sandbox, schedule, reuse, installer } = options;
  const { pyodide, python } = pyodideVersion();
  const interpreter: Interpreter = {
    version: python,
    build: `Pyodide ${pyodide}`,
    path: PYODIDE_FOLDER,
    gil: true,
  };
  const cache = new BrowserCache(root, reuse);
  const examples = candidates.map(({ example }) => example);
  const trials = await planTrials(examples, installer);
  const unknown = examples.filter(example => {
    const trial = trials.get(example.id);
    return trial?.reason === undefined && cache.find(example, interpreter, trial?.wheels) === undefined;
  });
  const snapshot = unknown.length < WORTH_A_SNAPSHOT ? undefined : await makeSnapshot(root);
  try {
    const samples = candidates.map(async ({ example, recordings, originals }): Promise<BrowserVerdict> => {
      const { id } = example;
      const trial = trials.get(id) ?? {};
      if (trial.reason !== undefined) return { id, verified: false, reason: trial.reason };
      const { wheels } = trial;
      const kept = cache.find(example, interpreter, wheels);
      const make = (): Promise<Run> =>
        runInPyodide(example, { interpreter, sandbox, wheels, snapshot: snapshot?.file });
      const run = kept ?? (await schedule.run({ cores: 1, measures: true }, make));
      if (kept === undefined && run.ending !== 'timed-out') cache.store(example, wheels, run);
      const recording = recordingFor(recordings, tagOf(interpreter));
      const original = originals && recordingFor(originals, tagOf(interpreter));
      const { kind } = judge(example, run, recording, { named: false }, original);
      const verified = kind === 'verified';
      const cached = kept !== undefined;
      return verified
        ? { id, verified, wheels, cached }
        : { id, verified, reason: browserReason(example, run, BROWSER_SECONDS), cached };
    });
    const verdicts = await Promise.all(samples);
    if (unknown.length > 0) await cache.save(new Set(examples.map(({ id }) => id)));
    return { pyodide, python, samples: sortedById(verdicts) };
  } finally {
    if (snapshot !== undefined) await rm(snapshot.folder, { recursive: true, force: true });
  }
}

/** The memory of a Python that has just started, in a folder that this check removes. */
async function makeSnapshot(root: string): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = await temporaryBeside(join(root, STATE_PATHS.snapshot));
  const file = join(folder, 'memory');
  await execa(process.execPath, [join(import.meta.dirname, 'snapshot.ts'), PYODIDE_FOLDER, file], {
    env: {},
    extendEnv: false,
    nodeOptions: [],
  });
  return { folder, file };
}
