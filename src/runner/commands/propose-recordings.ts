import type {
  Proposal,
  Recording,
  RecordingChange,
  Recordings,
  RecordResult,
} from '../../core/verdict/recording.ts';
import { artifactKind } from '../../core/artifacts/artifact-kind.ts';
import { artifactDifferences } from '../../core/artifacts/compare-artifacts.ts';
import { pictureSize } from '../../core/artifacts/picture-size.ts';
import type { Contract } from '../../core/contract/contract-schema.ts';
import { writeDifferences } from '../differences/difference-files.ts';
import { difference } from '../../core/text/diff.ts';
import { sampleOf } from '../../core/example/block-lines.ts';
import type { Example } from '../../core/example/example.ts';
import type { Repetition } from '../../core/repetition/repetition.ts';
import { splitLines } from '../../core/text/lines.ts';
import { positionOfKey } from '../../core/example/metadata.ts';
import {
  countOutcomes,
  formatCounts,
  outcomeOf,
  type Outcomes,
} from '../../core/contract/tables/outcomes.ts';
import { unfitKeys } from '../../core/contract/unfit-keys.ts';
import { assessContract } from '../../core/contract/assess-contract.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { type PrintedText, STREAMS } from '../../core/printed-text.ts';
import {
  assignRecordings,
  type InterpreterOutputs,
  unassignedOutputs,
} from '../../core/verdict/version-recordings.ts';
import { type Surroundings, surroundingsProblem } from '../../core/verdict/surroundings/surroundings.ts';
import { pythonName, sortTags } from '../../core/python-version.ts';

/**
 * An example whose runs agree and whose recordings would change: each change with the recording to write,
 * or undefined to remove it.
 */
export interface Proposed extends Proposal {
  readonly kind: 'proposed';
  readonly example: Example;
  readonly writes: ReadonlyMap<RecordingChange, Recording | undefined>;
}

/**
 * Outputs of the runs under one interpreter → the same with the output to record first, or why none can be
 * recorded.
 */
export function toPrinted(
  example: Example,
  { value: outputs, problems }: Result<readonly PrintedText[]>,
  surroundings: Surroundings,
  { because }: Repetition,
): Result<InterpreterOutputs['outputs']> {
  if (outputs === undefined) return fail(...problems);
  const { file, contract } = example;
  if (contract.outcomes !== undefined && contract.form === 'outcomes')
    return counted(example, outputs, contract.outcomes);
  const output = outputs.find(({ underContention }) => underContention !== true);
  if (output === undefined) {
    return fail({
      file,
      title:
        `It needs ${contract.cores} cores, and they were not free, or not as fast as they should be: ` +
        'what it measured says nothing. Nothing was written.',
      remedy: 'Try again when the machine is quiet.',
    });
  }
  const sorted = [output, ...outputs.filter(each => each !== output)] as const;
  const proof = assessContract(sorted, contract, sampleOf(example));
  // "Too loose" is no reason to refuse: a few runs do not show every order.
  if (proof.kind === 'too tight' || proof.kind === 'does not fit') {
    const { kind, distinct, detail, remedy } = proof;
    const runs = `${outputs.length} runs${because === undefined ? '' : ` (${because})`}`;
    const found =
      kind === 'too tight'
        ? `${runs} gave ${distinct} different outputs, and the contract does not permit it.`
        : 'The contract does not fit the output.';
    const line = example.metadata.block?.first;
    return fail({ file, line, title: `${found} Nothing was written.`, detail, remedy });
  }
  const elsewhere = surroundingsProblem(example, output, surroundings);
  return elsewhere === undefined
    ? succeed(sorted)
    : fail({ ...elsewhere, title: `${elsewhere.title} Nothing was written.` });
}

/** Outputs of a race → how often each outcome was seen; or the output that is none, or one never seen. */
function counted(
  example: Example,
  outputs: readonly PrintedText[],
  outcomes: Outcomes,
): Result<InterpreterOutputs['outputs']> {
  const { file, contract } = example;
  const texts = outputs.map(({ out }) => out);
  const at = { file, ...positionOfKey('outcomes', example) };
  const other = texts.find(text => outcomeOf(text, outcomes, contract.mask) === -1);
  if (other !== undefined) {
    const title = 'It printed what no outcome declares. Nothing was written.';
    const prints = JSON.stringify(other.replace(/\n$/, ''));
    const detail = `+ ${other.trimEnd().replaceAll('\n', '\n+ ')}`;
    const remedy = `Declare it:\n# [[tool.verbatim.outcomes.table]]\n# prints = ${prints}\n# meaning = "…"`;
    return fail({ ...at, title, detail, remedy });
  }
  const counts = countOutcomes(texts, outcomes, contract.mask);
  const missing = outcomes.table.find(({ seen }, index) => seen && counts.outcomes[index]?.count === 0);
  if (missing !== undefined) {
    const prints = JSON.stringify(missing.prints);
    const title = `None of ${counts.runs} runs printed ${prints}. Nothing was written.`;
    const remedy = 'Force it sometimes: a short sleep between reading and writing. Or remove seen = true.';
    return fail({ ...at, title, remedy });
  }
  const misfit = unfitKeys({ out: '' }, contract)[0];
  if (misfit !== undefined)
    return fail({ ...at, title: `The contract does not fit: ${misfit.reason}.`, remedy: misfit.remedy });
  return succeed([{ out: formatCounts(counts) }, ...outputs.slice(1)]);
}

/**
 * What the runs of an example under all its interpreters printed → what accepting it would change.
 * @param asked whether the interpreters were named
 * @param because why the example ran more often than usual
 */
export function propose(
  example: Example,
  before: Recordings,
  printed: readonly InterpreterOutputs[],
  asked: boolean,
  because?: string,
): Proposed | Extract<RecordResult, { readonly kind: 'unchanged' | 'refused' }> {
  const { id, file } = example;
  const after = assignRecordings(example, before, printed, asked);
  const [lost] = unassignedOutputs(example, after, printed);
  if (lost !== undefined) {
    const title =
      `CPython ${pythonName(lost.interpreter)} prints something else than another build of the same minor ` +
      'version. Nothing was written.';
    const remedy = 'Name one of them: a recording is that of a minor version.';
    return { kind: 'refused', id, problems: [{ file, title, remedy }] };
  }
  const tags = sortTags([...new Set([...before.versions.keys(), ...after.versions.keys()])]);
  const writes = [undefined, ...tags].flatMap((tag): [RecordingChange, Recording | undefined][] => {
    const [old, now] = [before, after].map(({ base, versions }) =>
      tag === undefined ? base : versions.get(tag),
    );
    if (old === now) return [];
    if (now === undefined) return [[{ kind: 'removed', id, tag: tag as string }, now]];
    // A new recording of one version is compared with that of all others.
    const change = describeChange(old ?? (tag === undefined ? undefined : after.base), now, example.contract);
    const ran = because === undefined ? {} : { runs: now.receipt?.runs ?? 0, because };
    return [[{ kind: 'recorded', id, ...(tag === undefined ? {} : { tag }), change, ...ran }, now]];
  });
  return writes.length === 0
    ? { kind: 'unchanged', id }
    : { kind: 'proposed', id, changes: writes.map(([change]) => change), example, writes: new Map(writes) };
}

function describeChange(before: Recording | undefined, now: PrintedText, { artifacts }: Contract): string {
  const streams = STREAMS.map(stream =>
    difference(splitLines(before?.[stream] ?? ''), splitLines(now[stream] ?? '')),
  ).flatMap(change => change?.text ?? []);
  const files = artifactDifferences(before?.artifacts, now.artifacts, artifacts).flatMap(each => {
    const { name, summary, text } = each;
    if (before?.artifacts?.has(name) !== true) return `${name}: new, ${sizeOf(name, now)}.`;
    return [`${name}${summary === '' ? ':' : `: ${summary}.`}`, ...(text === undefined ? [] : [text])];
  });
  const gone = [...(before?.artifacts?.keys() ?? [])].filter(name => now.artifacts?.has(name) !== true);
  return [...streams, ...files, ...gone.map(name => `${name}: removed.`)].join('\n');
}

/** How large a file is, for people. */
function sizeOf(name: string, { artifacts }: PrintedText): string {
  const bytes = artifacts?.get(name) ?? new Uint8Array();
  const size = artifactKind(name) === 'picture' ? pictureSize(name, bytes) : undefined;
  return `${size === undefined ? '' : `${size.width} × ${size.height} pixels, `}${bytes.length} bytes`;
}

/** The same proposal, with pictures of what differs in its files named where these are. */
export async function withPictures(root: string, proposed: Proposed, before: Recordings): Promise<Proposed> {
  const { example, writes } = proposed;
  if (Object.keys(example.contract.artifacts).length === 0) return proposed;
  const drawn = new Map<RecordingChange, Recording | undefined>();
  for (const [change, now] of writes) {
    const old = (change.tag === undefined ? undefined : before.versions.get(change.tag)) ?? before.base;
    const lines = await writeDifferences(root, example, old?.artifacts, now?.artifacts, change.tag);
    drawn.set(
      change.kind === 'removed' ? change : { ...change, change: [change.change, ...lines].join('\n') },
      now,
    );
  }
  return { ...proposed, changes: [...drawn.keys()], writes: drawn };
}
