import type { Acceptance } from '../core/acceptance.ts';
import type { Example } from '../core/example.ts';
import { difference } from '../core/diff.ts';
import { asResult } from '../core/mishap.ts';
import { splitLines } from '../core/lines.ts';
import { prove } from '../core/proof.ts';
import { pythonName } from '../core/python.ts';
import type { Problem } from '../core/problem.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import type { Receipt, Recording, Recordings } from '../core/recording.ts';
import { place, type Printed, sortTags, unplaced } from '../core/variants.ts';
import type { Interpreter, Output } from '../core/run.ts';
import { prepare, type Selection } from './prepare.ts';
import { removeRecording, writeRecording } from './recordings.ts';
import { repeat } from './repeat.ts';
import { Schedule } from './schedule.ts';

/** Runs each example several times under each of its interpreters, and accepts its outputs where the runs agree under the contract. */
export async function record(options: Selection & { readonly runs: number }): Promise<readonly Acceptance[]> {
  const { root, runs, pythons = [] } = options;
  const { ready, unfit, broken, seal, recordings } = await prepare(options);
  const refused = [...broken, ...unfit.map(({ example: { id }, problem }) => ({ id, problems: [problem] }))].map(({ id, problems }): Acceptance => ({ kind: 'refused', id, problems }));
  const results = await repeat(ready.map((each) => ({ ...each, runs })), new Schedule(), root, seal);
  const printed = Map.groupBy(ready.map(({ example, interpreter }, index) => ({ example, interpreter, result: settle(example, results[index] ?? fail()) })), ({ example }) => example);
  const accepted = await Promise.all([...printed].map(async ([example, each]): Promise<Acceptance[]> => {
    const problems = each.flatMap(({ interpreter, result }) => (result.problems ?? []).slice(0, 1).map((problem) => (each.length === 1 ? problem : named(problem, interpreter))));
    if (problems.length > 0) return [{ kind: 'refused', id: example.id, problems }];
    return accept(root, example, recordings.get(example.id) ?? { variants: new Map() }, each.map(({ interpreter, result }) => ({ interpreter, outputs: result.value as Printed['outputs'] })), pythons.length > 0);
  }));
  return [...refused, ...accepted.flat()];
}

function named(problem: Problem, interpreter: Interpreter): Problem {
  return { ...problem, title: `CPython ${pythonName(interpreter)}: ${problem.title}` };
}

/** What the runs under one interpreter printed → the same, the output to record first; or why none of it can be accepted. */
function settle(example: Example, { value: outputs, problems }: Result<readonly Output[]>): Result<Printed['outputs']> {
  if (outputs === undefined) return fail(...problems);
  const { file, contract } = example;
  const output = outputs.find(({ disturbed }) => disturbed !== true);
  if (output === undefined) {
    return fail({ file, title: `It needs ${contract.cores} cores, and they were not free, or not as fast as they should be: what it measured says nothing. Nothing was written.`, remedy: 'Try again when the machine is quiet.' });
  }
  const sorted = [output, ...outputs.filter((each) => each !== output)] as const;
  const proof = prove(sorted, contract);
  // "Too loose" is no reason to refuse: a few runs do not show every order.
  if (proof.kind === 'too tight' || proof.kind === 'does not fit') {
    const title = `${outputs.length} runs gave ${proof.distinct} different outputs, and the contract does not permit it. Nothing was written.`;
    return fail({ file, line: example.metadata.block?.first, title: proof.kind === 'too tight' ? title : 'The contract does not fit the output. Nothing was written.', detail: proof.detail, remedy: proof.remedy });
  }
  return succeed(sorted);
}

async function accept(root: string, example: Example, before: Recordings, printed: readonly Printed[], asked: boolean): Promise<Acceptance[]> {
  const { id, file } = example;
  const after = place(example, before, printed, asked);
  const [lost] = unplaced(example, after, printed);
  if (lost !== undefined) return [{ kind: 'refused', id, problems: [{ file, title: `CPython ${pythonName(lost.interpreter)} prints something else than another build of the same minor version. Nothing was written.`, remedy: 'Name one of them: a recording is that of a minor version.' }] }];
  const changes: Acceptance[] = [];
  for (const variant of [undefined, ...sortTags([...new Set([...before.variants.keys(), ...after.variants.keys()])])]) {
    const [old, now] = [before, after].map(({ base, variants }) => (variant === undefined ? base : variants.get(variant)));
    if (old === now) continue;
    const { problems } = await asResult(() => (now === undefined ? removeRecording(root, example, variant as string) : writeRecording(root, example, now, now.receipt as Receipt, variant)));
    if (problems !== undefined) return [...changes, { kind: 'refused', id, problems }];
    if (now === undefined) {
      changes.push({ kind: 'removed', id, variant: variant as string });
      continue;
    }
    // What a version prints is seen best beside what the others print.
    changes.push({ kind: 'recorded', id, ...(variant === undefined ? {} : { variant }), change: describe(old ?? (variant === undefined ? undefined : after.base), now) });
  }
  return changes.length === 0 ? [{ kind: 'unchanged', id }] : changes;
}

function describe(before: Recording | undefined, { out, err }: Output): string {
  const changes = [difference(splitLines(before?.out ?? ''), splitLines(out)), difference(splitLines(before?.err ?? ''), splitLines(err ?? ''))];
  return changes.flatMap((change) => (change === undefined ? [] : [change.text])).join('\n');
}
