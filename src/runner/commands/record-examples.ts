import type {
  Proposal,
  Receipt,
  RecordingChange,
  Recordings,
  RecordResult,
} from '../../core/verdict/recording.ts';
import { fail } from '../../core/problems/result.ts';
import { toResult } from '../../core/problems/system-error.ts';
import { pythonName } from '../../core/python-version.ts';
import type { InterpreterOutputs } from '../../core/verdict/version-recordings.ts';
import { planRuns, type Selection } from './plan-runs.ts';
import { compareVariant, compareWatched } from './compare-variant.ts';
import { placeProblem } from '../../core/variant/place-problem.ts';
import { propose, type Proposed, toPrinted, withPictures } from './propose-recordings.ts';
import { removeRecording, writeRecording } from '../examples/recording-files.ts';
import { tidyReceipts } from '../examples/receipt-files.ts';
import { repeat } from './run-repeatedly.ts';
import { withSurroundings } from './surroundings.ts';

export interface RecordOptions extends Selection {
  /** Runs that must agree; default: by what the example uses. */
  readonly runs?: number | undefined;
  /**
   * Ids of the proposals to accept; called once, after all runs and before any write. Accepts all by
   * default.
   */
  readonly choose?: (proposals: readonly Proposal[]) => Promise<ReadonlySet<string>>;
}

const NO_RECORDINGS: Recordings = { versions: new Map() };

/**
 * Runs each example several times under each of its interpreters, and records its output if the runs agree
 * under the contract and `choose` accepts it.
 */
export async function record(options: RecordOptions): Promise<readonly RecordResult[]> {
  const { root, runs, pythons = [], choose } = options;
  const plan = await planRuns(options);
  const { unfit, broken, recordings, receipts } = plan;
  const refused = [
    ...broken,
    ...unfit.map(({ example: { id }, problem }) => ({ id, problems: [problem] })),
  ].map(({ id, problems }): RecordResult => ({ kind: 'refused', id, problems }));
  const { value: repeated, surroundings } = await withSurroundings(() => repeat(plan, runs));
  const printed = repeated.map(each => {
    const { example, repetition } = each;
    // An output that is not recorded need not repeat: it only has to differ.
    const isRecorded = example.variant?.isRecorded !== false;
    const result = isRecorded ? toPrinted(example, each.result, surroundings, repetition) : each.result;
    const wrong = compareVariant(each, repeated)?.problem ?? compareWatched(each, repeated);
    return { ...each, result: wrong === undefined || result.problems !== undefined ? result : fail(wrong) };
  });
  const found = [...Map.groupBy(printed, ({ example }) => example)].map(([example, each]) => {
    const problems = each.flatMap(({ interpreter, isOnly, result: { problems: [problem] = [] } }) => {
      if (problem === undefined || isOnly) return problem === undefined ? [] : placeProblem(example, problem);
      const title = `CPython ${pythonName(interpreter)}: ${problem.title}`;
      return placeProblem(example, { ...problem, title });
    });
    if (problems.length > 0) return { kind: 'refused', id: example.id, problems } as const;
    if (example.variant?.isRecorded === false) return { kind: 'unchanged', id: example.id } as const;
    const outputs = each.map(({ interpreter, result }) => ({
      interpreter,
      outputs: result.value as InterpreterOutputs['outputs'],
    }));
    const before = recordings.get(example.id) ?? NO_RECORDINGS;
    return propose(example, before, outputs, pythons.length > 0, each[0]?.repetition.because);
  });
  const outcomes = await Promise.all(
    found.map(each =>
      each.kind === 'proposed' ? withPictures(root, each, recordings.get(each.id) ?? NO_RECORDINGS) : each,
    ),
  );
  const proposed = outcomes.filter(outcome => outcome.kind === 'proposed');
  const isAsked = choose !== undefined && proposed.length > 0;
  const chosen = isAsked ? await choose(proposed) : new Set(proposed.map(({ id }) => id));
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

async function accept(root: string, { id, example, writes }: Proposed): Promise<RecordResult[]> {
  const changes: RecordingChange[] = [];
  for (const [change, now] of writes) {
    const { problems } = await toResult(() =>
      now === undefined
        ? removeRecording(root, example, change.tag as string)
        : writeRecording(root, example, now, now.receipt as Receipt, change.tag),
    );
    if (problems !== undefined) return [...changes, { kind: 'refused', id, problems }];
    changes.push(change);
  }
  return changes;
}
