import { compareStream, isPermitted } from '../contract/compare.ts';
import { unfitKeys } from '../contract/unfit-keys.ts';
import type { Example } from '../example/example.ts';
import { recordingFile } from '../example/recording-name.ts';
import type { Problem } from '../problems/problem.ts';
import {
  digest,
  isAuthentic,
  type Receipt,
  type Recording,
  recordingFor,
  type Recordings,
} from './recording.ts';
import { type PrintedText, STREAMS } from '../contract/printed-text.ts';
import { buildOf, tagOf, type Interpreter } from '../python-version.ts';

/** What one interpreter printed, several times, as its contract permits; the output to record comes first. */
export interface InterpreterOutputs {
  readonly interpreter: Interpreter;
  readonly outputs: readonly [PrintedText, ...PrintedText[]];
}

/** Whether a recording stays: it fits the contract as it is now, and the contract permits all outputs in its place. */
function stillHolds(
  recording: Recording | undefined,
  outputs: readonly PrintedText[],
  { contract }: Example,
): boolean {
  if (recording === undefined || unfitKeys(recording, contract).length > 0) return false;
  return outputs.every(output =>
    STREAMS.every(stream => isPermitted(compareStream(stream, recording, output, contract))),
  );
}

/** Recordings of single versions that the contract makes one with the recording for all: they only look as if something differed. */
export function redundantVersionRecordings(example: Example, { base, variants }: Recordings): Problem[] {
  return [...variants]
    .filter(([, variant]) => stillHolds(base, [variant], example))
    .map(([tag]) => ({
      file: recordingFile(example.file, 'out', tag),
      title: `The recording for ${tag} says nothing that ${recordingFile(example.file, 'out')} does not say.`,
      remedy: `git rm ${example.file.replace(/\.py$/, `.${tag}.*`)}`,
    }));
}

/**
 * The recordings of an example after what its interpreters printed was accepted. The recording for all is written by the interpreter
 * that wrote it before, or the first where there is none; unasked, by the one that has none of its own. A version that prints
 * something else gets one of its own, and loses it when it no longer does.
 */
export function assignRecordings(
  example: Example,
  { base, variants }: Recordings,
  printed: readonly InterpreterOutputs[],
  asked: boolean,
): Recordings {
  const authentic = base !== undefined && isAuthentic(base);
  const wroteBase = ({ interpreter }: InterpreterOutputs): boolean =>
    !authentic || tagOf(interpreter) === tagOfReceipt(base.receipt);
  const owner = printed.find(asked ? wroteBase : ({ interpreter }) => !variants.has(tagOf(interpreter)));
  const common = owner === undefined ? base : accepted(example, base, owner);
  const own = new Map(variants);
  if (owner !== undefined) own.delete(tagOf(owner.interpreter));
  for (const each of printed) {
    const tag = tagOf(each.interpreter);
    if (
      stillHolds(recordingFor({ base: common, variants: own }, tag), each.outputs, example) &&
      (own.get(tag) === undefined || isAuthentic(own.get(tag) as Recording))
    )
      continue;
    own.set(tag, accepted(example, own.get(tag), each, tag));
  }
  for (const [tag, variant] of own) if (stillHolds(common, [variant], example)) own.delete(tag);
  return { base: common, variants: own };
}

/** The printed outputs that the recordings do not permit after all: two builds of one minor version that differ. */
export function unassignedOutputs(
  example: Example,
  recordings: Recordings,
  printed: readonly InterpreterOutputs[],
): readonly InterpreterOutputs[] {
  return printed.filter(
    ({ interpreter, outputs }) => !stillHolds(recordingFor(recordings, tagOf(interpreter)), outputs, example),
  );
}

function accepted(
  example: Example,
  before: Recording | undefined,
  { interpreter, outputs }: InterpreterOutputs,
  variant?: string,
): Recording {
  if (before !== undefined && isAuthentic(before) && stillHolds(before, outputs, example)) return before;
  const [{ out, err }] = outputs;
  return {
    out,
    err,
    receipt: {
      sha256: digest({ out, err }),
      python: interpreter.version,
      ...(interpreter.gil ? {} : { gil: false }),
      runs: outputs.length,
    },
    variant,
  };
}

function tagOfReceipt(receipt: Receipt | undefined): string | undefined {
  return receipt === undefined ? undefined : tagOf({ version: receipt.python, gil: receipt.gil ?? true });
}

/** Tags of variants in the order of interpreters. */
export function sortTags(tags: readonly string[]): string[] {
  return tags.toSorted(
    (a, b) =>
      Number(buildOf(b).gil) - Number(buildOf(a).gil) ||
      Number(buildOf(b).version.slice(2)) - Number(buildOf(a).version.slice(2)),
  );
}
