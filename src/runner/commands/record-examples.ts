import type { RecordResult, RecordingChange, Proposal } from '../../core/verdict/record-result.ts';
import { toResult } from '../../core/problems/system-error.ts';
import type { Problem } from '../../core/problems/problem.ts';
import type { Receipt } from '../../core/verdict/recording.ts';
import { fail } from '../../core/problems/result.ts';
import { pythonName, type Interpreter } from '../../core/python-version.ts';
import type { InterpreterOutputs } from '../../core/verdict/version-recordings.ts';
import { planRuns, type Selection } from './plan-runs.ts';
import { propose, type Proposed, toPrinted } from './propose-recordings.ts';
import { removeRecording, writeRecording } from '../examples/recording-files.ts';
import { tidyReceipts } from '../examples/receipt-files.ts';
import { repeat } from './run-repeatedly.ts';
import { Schedule } from '../scheduling/scheduler.ts';

export interface RecordOptions extends Selection {
  /** Runs that must agree. */
  readonly runs: number;
  /**
   * Ids of the proposals to accept; called once, after all runs and before any write. Accepts all by
   * default.
   */
  readonly choose?: (proposals: readonly Proposal[]) => Promise<ReadonlySet<string>>;
}

/**
 * Runs each example several times under each of its interpreters, and records its output if the runs agree
 * under the contract and `choose` accepts it.
 */
export async function record(options: RecordOptions): Promise<readonly RecordResult[]> {
  const {
    root,
    runs,
    pythons = [],
    choose = async proposals => new Set(proposals.map(({ id }) => id)),
  } = options;
  const { ready, unfit, broken, sandbox, recordings, receipts } = await planRuns(options);
  const refused = [
    ...broken,
    ...unfit.map(({ example: { id }, problem }) => ({ id, problems: [problem] })),
  ].map(({ id, problems }): RecordResult => ({ kind: 'refused', id, problems }));
  const results = await repeat(
    ready.map(each => ({ ...each, runs })),
    new Schedule(),
    root,
    sandbox,
  );
  const printed = Map.groupBy(
    ready.map(({ example, interpreter }, index) => ({
      example,
      interpreter,
      result: toPrinted(example, results[index] ?? fail()),
    })),
    ({ example }) => example,
  );
  const outcomes = [...printed].map(([example, each]) => {
    const problems = each.flatMap(({ interpreter, result }) =>
      (result.problems ?? [])
        .slice(0, 1)
        .map(problem => (each.length === 1 ? problem : nameInterpreter(problem, interpreter))),
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
  const recorded: RecordResult[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind !== 'proposed') recorded.push(outcome);
    else if (chosen.has(outcome.id)) recorded.push(...(await accept(root, outcome)));
    else recorded.push({ kind: 'declined', id: outcome.id, changes: outcome.changes });
  }
  // If all proposals are declined, no file changes.
  if (proposed.length === 0 || chosen.size > 0)
    for (const each of receipts) if (each.problems.length > 0) await tidyReceipts(root, each);
  return [...refused, ...recorded];
}

function nameInterpreter(problem: Problem, interpreter: Interpreter): Problem {
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
