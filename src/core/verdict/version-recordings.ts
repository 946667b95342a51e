import { artifactDifferences } from '../artifacts/compare-artifacts.ts';
import { permits, promiseOf } from '../contract/compare.ts';
import { unfitKeys } from '../contract/unfit-keys.ts';
import { type PrintedText, STREAMS } from '../printed-text.ts';
import type { Example } from '../example/example.ts';
import { recordingOf } from '../example/recording-name.ts';
import type { Problem } from '../problems/problem.ts';
import { type Interpreter, tagOf } from '../python-version.ts';
import {
  digest,
  isAuthentic,
  type Receipt,
  type Recording,
  recordingFor,
  type Recordings,
} from './recording.ts';

/** What one interpreter printed in runs that agree under the contract. The first output is recorded. */
export interface InterpreterOutputs {
  readonly interpreter: Interpreter;
  readonly outputs: Outputs;
}

type Outputs = readonly [PrintedText, ...PrintedText[]];

/** Whether a recording stays: it fits the contract, which permits all outputs in its place. */
function stillHolds(recording: Recording | undefined, outputs: Outputs, { contract }: Example): boolean {
  if (recording === undefined || unfitKeys(recording, contract).length > 0) return false;
  const { artifacts: promised } = contract;
  const names = [...(recording.artifacts?.keys() ?? [])];
  if (names.some(name => promised[name] === undefined)) return false;
  return outputs.every(
    (output, index) =>
      artifactDifferences(recording.artifacts, output.artifacts, promised).length === 0 &&
      STREAMS.every(stream => {
        // Waits of a picture have their length in the plain run: the others are made under perturbation.
        const isUnmeasured = output.underContention === true || (contract.form === 'timeline' && index > 0);
        return permits(
          recording[stream] ?? '',
          output[stream] ?? '',
          promiseOf(contract, stream, isUnmeasured),
        );
      }),
  );
}

/** Whether each version has counts of its own. */
function isCounted({ contract }: Example): boolean {
  return contract.form === 'outcomes';
}

/** A problem for each recording of a version that, under the contract, equals the recording for all. */
export function redundantVersionRecordings(example: Example, { base, versions }: Recordings): Problem[] {
  // Counts are of one version each: they permit the same, and say something else.
  if (isCounted(example)) return [];
  return [...versions]
    .filter(([, recording]) => stillHolds(base, [recording], example))
    .map(([tag]) => ({
      file: recordingOf(example, 'out', tag),
      title: `The recording for ${tag} says nothing that ${recordingOf(example, 'out')} does not say.`,
      remedy: `Let record remove it: npm run record -- ${example.id}`,
    }));
}

/**
 * The recordings of an example after the outputs of its interpreters were accepted. One interpreter owns the
 * recording for all versions. If interpreters were requested, that is the one that wrote it before, or the
 * first if nobody did; otherwise it is the first without a recording of its own. A version that prints
 * something else gets a recording of its own, and loses it when it prints the same again.
 */
export function assignRecordings(
  example: Example,
  { base, versions }: Recordings,
  printed: readonly InterpreterOutputs[],
  asked: boolean,
): Recordings {
  const { python, gil = true } = isAuthentic(base) ? base.receipt : {};
  const writer = python === undefined ? undefined : tagOf({ version: python, gil });
  const owner = printed.find(({ interpreter }) => {
    const tag = tagOf(interpreter);
    return asked ? writer === undefined || tag === writer : !versions.has(tag);
  });
  const common = owner === undefined ? base : accept(example, base, owner);
  const own = new Map(versions);
  if (owner !== undefined) own.delete(tagOf(owner.interpreter));
  for (const each of printed) {
    const tag = tagOf(each.interpreter);
    const before = own.get(tag);
    const isSound = before === undefined || isAuthentic(before);
    const isMissing = isCounted(example) && before === undefined && each !== owner;
    if (!isSound || isMissing || !stillHolds(before ?? common, each.outputs, example))
      own.set(tag, accept(example, before, each, tag));
  }
  if (!isCounted(example))
    for (const [tag, recording] of own) if (stillHolds(common, [recording], example)) own.delete(tag);
  return { base: common, versions: own };
}

/** The outputs that the recordings do not permit after all: two builds of one minor version that differ. */
export function unassignedOutputs(
  example: Example,
  recordings: Recordings,
  printed: readonly InterpreterOutputs[],
): readonly InterpreterOutputs[] {
  return printed.filter(
    ({ interpreter, outputs }) => !stillHolds(recordingFor(recordings, tagOf(interpreter)), outputs, example),
  );
}

/** The recording of an interpreter's output; the one before, if that still holds. */
function accept(
  example: Example,
  before: Recording | undefined,
  { interpreter, outputs }: InterpreterOutputs,
  tag?: string,
): Recording {
  if (isAuthentic(before) && stillHolds(before, outputs, example)) return before;
  const [{ out, err, waits, artifacts }] = outputs;
  const receipt: Receipt = {
    sha256: digest({ out, err, waits, artifacts }),
    python: interpreter.version,
    gil: interpreter.gil ? undefined : false,
    runs: outputs.length,
  };
  const parts = {
    ...(waits === undefined ? {} : { waits }),
    ...(artifacts === undefined ? {} : { artifacts }),
  };
  return { out, err, ...parts, receipt, tag };
}
