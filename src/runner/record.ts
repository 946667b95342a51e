import type { Acceptance } from '../core/acceptance.ts';
import type { Example } from '../core/example.ts';
import { difference } from '../core/diff.ts';
import { asResult } from '../core/mishap.ts';
import { permits, promiseOf } from '../core/compare.ts';
import { splitLines } from '../core/lines.ts';
import { prove } from '../core/proof.ts';
import { isAuthentic, type Recording } from '../core/recording.ts';
import type { Interpreter, Output } from '../core/run.ts';
import { prepare, type Selection } from './prepare.ts';
import { readRecording, writeRecording } from './recordings.ts';
import { repeat } from './repeat.ts';
import { Schedule } from './schedule.ts';

/** Runs each example several times and accepts its output where the runs agree under the contract. */
export async function record(options: Selection & { readonly runs: number }): Promise<readonly Acceptance[]> {
  const { root, runs } = options;
  const { ready, unfit, broken } = await prepare(options);
  const refused = [...broken, ...unfit.map(({ example: { id }, problem }) => ({ id, problems: [problem] }))].map(({ id, problems }): Acceptance => ({ kind: 'refused', id, problems }));
  const results = await repeat(ready.map((each) => ({ ...each, runs })), new Schedule(), root);
  const accepted = await Promise.all(ready.map(async ({ example, interpreter }, index): Promise<Acceptance> => {
    const { value: outputs, problems = [] } = results[index] ?? {};
    return outputs === undefined ? { kind: 'refused', id: example.id, problems: problems.slice(0, 1) } : accept(root, example, outputs, interpreter);
  }));
  return [...refused, ...accepted];
}

async function accept(root: string, example: Example, outputs: readonly Output[], interpreter: Interpreter): Promise<Acceptance> {
  const { id, file, contract } = example;
  const output = outputs.find(({ disturbed }) => disturbed !== true);
  if (output === undefined) {
    return { kind: 'refused', id, problems: [{ file, title: `It needs ${contract.cores} cores, and other programs kept them busy: what it measured says nothing. Nothing was written.`, remedy: 'Try again when the machine is quiet.' }] };
  }
  const proof = prove([output, ...outputs.filter((each) => each !== output)], contract);
  // "Too loose" is no reason to refuse: a few runs do not show every order.
  if (proof.kind === 'too tight' || proof.kind === 'does not fit') {
    const title = `${outputs.length} runs gave ${proof.distinct} different outputs, and the contract does not permit it. Nothing was written.`;
    return { kind: 'refused', id, problems: [{ file, line: example.metadata.block?.first, title: proof.kind === 'too tight' ? title : 'The contract does not fit the output. Nothing was written.', detail: proof.detail, remedy: proof.remedy }] };
  }
  const before = await readRecording(root, example);
  if (before !== undefined && isAuthentic(before) && keeps(before, outputs, example)) return { kind: 'unchanged', id };
  const { problems } = await asResult(() => writeRecording(root, example, output, { python: interpreter.version, runs: outputs.length }));
  return problems === undefined ? { kind: 'recorded', id, change: describe(before, output) } : { kind: 'refused', id, problems };
}

/** Whether the contract permits all outputs in the place of the recording: then it stays, measured numbers and all. */
function keeps(before: Recording, outputs: readonly Output[], { contract }: Example): boolean {
  return outputs.every(({ out, err, disturbed }) => permits(before.out, out, promiseOf(contract, 'out', disturbed)) && permits(before.err ?? '', err ?? '', promiseOf(contract, 'err', disturbed)));
}

function describe(before: Recording | undefined, { out, err }: Output): string {
  const changes = [difference(splitLines(before?.out ?? ''), splitLines(out)), difference(splitLines(before?.err ?? ''), splitLines(err ?? ''))];
  return changes.flatMap((change) => (change === undefined ? [] : [change.text])).join('\n');
}
