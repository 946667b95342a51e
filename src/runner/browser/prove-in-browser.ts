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
import { demandOf, type Schedule } from '../scheduling/scheduler.ts';
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
  const trials = await planTrials(
    candidates.map(({ example }) => example),
    python,
    installer,
  );
  const planned = candidates.map(candidate => {
    const { example } = candidate;
    const { reason, wheels } = trials.get(example.id) ?? {};
    const kept = reason === undefined ? cache.find(example, interpreter, wheels) : undefined;
    return { ...candidate, reason, wheels, kept };
  });
  const unknown = planned.filter(({ reason, kept }) => reason === undefined && kept === undefined);
  const snapshot = unknown.length < WORTH_A_SNAPSHOT ? undefined : await makeSnapshot(root);
  try {
    const samples = planned.map(async (each): Promise<BrowserVerdict> => {
      const { example, recordings, originals, reason, wheels, kept } = each;
      const { id } = example;
      if (reason !== undefined) return { id, verified: false, reason };
      const make = (): Promise<Run> =>
        runInPyodide(example, { interpreter, sandbox, wheels, snapshot: snapshot?.file });
      const run = kept ?? (await schedule.run({ cores: 1, measures: true }, make));
      const recording = recordingFor(recordings, tagOf(interpreter));
      const original = originals && recordingFor(originals, tagOf(interpreter));
      const { kind } = judge(example, run, recording, { named: false }, original);
      const verified = kind === 'verified';
      const cached = kept !== undefined;
      if (!cached && (verified || isLasting(example, run))) cache.store(example, wheels, run);
      return verified
        ? { id, verified, wheels, cached }
        : { id, verified, reason: browserReason(example, run, BROWSER_SECONDS), cached };
    });
    const verdicts = await Promise.all(samples);
    if (unknown.length > 0) await cache.save(new Set(candidates.map(({ example }) => example.id)));
    return { pyodide, python, samples: sortedById(verdicts) };
  } finally {
    if (snapshot !== undefined) await rm(snapshot.folder, { recursive: true, force: true });
  }
}

/** Whether a failed run would fail again: it ended by itself, and what it measured was not judged. */
function isLasting({ contract }: Example, { ending }: Run): boolean {
  return ending === 'exited' && !demandOf(contract).measures;
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
