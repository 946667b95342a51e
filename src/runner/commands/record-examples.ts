import type { RecordResult, RecordingChange, Proposal } from '../../core/verdict/record-result.ts';
import { toResult } from '../../core/problems/system-error.ts';
import type { Problem } from '../../core/problems/problem.ts';
import type { Receipt } from '../../core/verdict/recording.ts';
import { fail } from '../../core/problems/result.ts';
import { pythonName, type Interpreter } from '../../core/python-version.ts';
import type { InterpreterOutputs } from '../../core/verdict/version-recordings.ts';
import { prepare, type Selection } from './plan-runs.ts';
import { propose, type Proposed, settle } from './propose-recordings.ts';
import { removeRecording, writeRecording } from '../examples/recording-files.ts';
import { repeat } from './run-repeatedly.ts';
import { Schedule } from '../scheduling/scheduler.ts';

export interface RecordOptions extends Selection {
  /** Runs that must agree. */
  readonly runs: number;
  /** Which proposals are accepted, by id: asked once, when all have run and nothing is written yet. By default all are. */
  readonly choose?: (proposals: readonly Proposal[]) => Promise<ReadonlySet<string>>;
}

/** Runs each example several times under each of its interpreters, and accepts what it printed where the runs agree under the contract, and where that is chosen. */
export async function record(options: RecordOptions): Promise<readonly RecordResult[]> {
  const {
    root,
    runs,
    pythons = [],
    choose = async proposals => new Set(proposals.map(({ id }) => id)),
  } = options;
  const { ready, unfit, broken, seal, recordings } = await prepare(options);
  const refused = [
    ...broken,
    ...unfit.map(({ example: { id }, problem }) => ({ id, problems: [problem] })),
  ].map(({ id, problems }): RecordResult => ({ kind: 'refused', id, problems }));
  const results = await repeat(
    ready.map(each => ({ ...each, runs })),
    new Schedule(),
    root,
    seal,
  );
  const printed = Map.groupBy(
    ready.map(({ example, interpreter }, index) => ({
      example,
      interpreter,
      result: settle(example, results[index] ?? fail()),
    })),
    ({ example }) => example,
  );
  const outcomes = [...printed].map(([example, each]) => {
    const problems = each.flatMap(({ interpreter, result }) =>
      (result.problems ?? [])
        .slice(0, 1)
        .map(problem => (each.length === 1 ? problem : named(problem, interpreter))),
    );
    if (problems.length > 0) return { kind: 'refused', id: example.id, problems } as const;
    return propose(
      example,
      recordings.get(example.id) ?? { variants: new Map() },
      each.map(({ interpreter, result }) => ({
        interpreter,
        outputs: result.value as InterpreterOutputs['outputs'],
      })),
      pythons.length > 0,
    );
  });
  const proposed = outcomes.filter(outcome => outcome.kind === 'proposed');
  const chosen = proposed.length === 0 ? new Set<string>() : await choose(proposed);
  const settled = await Promise.all(
    outcomes.map(async (outcome): Promise<readonly RecordResult[]> => {
      if (outcome.kind !== 'proposed') return [outcome];
      return chosen.has(outcome.id)
        ? accept(root, outcome)
        : [{ kind: 'declined', id: outcome.id, changes: outcome.changes }];
    }),
  );
  return [...refused, ...settled.flat()];
}

function named(problem: Problem, interpreter: Interpreter): Problem {
  return { ...problem, title: `CPython ${pythonName(interpreter)}: ${problem.title}` };
}

async function accept(root: string, { id, example, writes }: Proposed): Promise<RecordResult[]> {
  const changes: RecordingChange[] = [];
  for (const [change, now] of writes) {
    const { problems } = await toResult(() =>
      now === undefined
        ? removeRecording(root, example, change.variant as string)
        : writeRecording(root, example, now, now.receipt as Receipt, change.variant),
    );
    if (problems !== undefined) return [...changes, { kind: 'refused', id, problems }];
    changes.push(change);
  }
  return changes;
}
