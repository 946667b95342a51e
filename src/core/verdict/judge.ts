import { artifactDifferences } from '../artifacts/compare-artifacts.ts';
import { compareStream } from '../contract/compare.ts';
import { type PrintedText, STREAM_NAMES, STREAMS } from '../printed-text.ts';
import { unfitKeys } from '../contract/unfit-keys.ts';
import { decode, type Example } from '../example/example.ts';
import { artifactRecording, recordingOf } from '../example/recording-name.ts';
import { positionOfKey } from '../example/metadata.ts';
import { conflictProblem } from '../problems/conflict.ts';
import type { Problem } from '../problems/problem.ts';
import { pythonName } from '../python-version.ts';
import { isAuthentic, type Recording, trusted } from './recording.ts';
import { isPermitted, sameOutputProblem } from '../variant/check-difference.ts';
import { checkWatched } from './watched/check-watched.ts';
import type { Run } from './run.ts';
import { hasOtherExit, outcome } from './run-outcome.ts';
import type { Verdict } from './verdict.ts';

/** How problems name the interpreter. */
export interface InterpreterWording {
  /** Whether they name it: only if the example ran under several. */
  readonly named: boolean;
  /** The value of `--python` that selects it again; absent if it is the default. */
  readonly pythonOption?: string | undefined;
}

/**
 * Judges a run by its recording, under the contract of the example. A variant also has to differ.
 * @param original recording of the example that a variant changes
 */
export function judge(
  example: Example,
  run: Run,
  recording: Recording | undefined,
  { named, pythonOption }: InterpreterWording = { named: false },
  original?: Recording,
): Verdict {
  const option = pythonOption === undefined ? '' : ` --python ${pythonOption}`;
  const record = `npm run record -- ${example.id}${option}`;
  const printed = outcome(example, run);
  const python = named ? `CPython ${pythonName(run.interpreter)}` : undefined;
  const name = (problem: Problem): Problem => (python === undefined ? problem : { ...problem, python });
  if (printed.problems) {
    const [first] = printed.problems;
    const problem = first && withDifference(first, example, run, recording, record);
    return { kind: run.ending === 'timed-out' ? 'timed-out' : 'failed', problem: problem && name(problem) };
  }
  const watched = checkWatched(example, printed.value, trusted(original));
  if (watched !== undefined) return { kind: 'failed', problem: name(watched) };
  const difference = checkDifference(example, run, printed.value, original);
  if (example.variant?.isRecorded === false) return difference ?? { kind: 'verified' };
  if (!isAuthentic(recording))
    return difference ?? { kind: 'unrecorded', problem: unrecordedProblem(example, recording, record) };
  const remedy = `If it is right ${option === '' ? 'now' : 'for this version'}, accept it: ${record}`;
  const drift = checkMatches(example, recording, printed.value, remedy);
  return (
    checkContractFits(example, recording, printed.value) ??
    (drift && { kind: 'drifted', problem: name(drift) }) ??
    difference ?? { kind: 'verified' }
  );
}

/** Whether a variant did something that its original may not do; undefined if it did, or is no variant. */
function checkDifference(
  { variant }: Example,
  run: Run,
  printed: PrintedText,
  original: Recording | undefined,
): Verdict | undefined {
  if (variant === undefined) return undefined;
  const { id, file } = variant.of;
  if (!isAuthentic(original)) {
    const title = 'What it changes was never recorded, so nothing says that it differs.';
    return { kind: 'unrecorded', problem: { file, title, remedy: `npm run record -- ${id}` } };
  }
  if (!isPermitted(variant, original, printed, run)) return undefined;
  return { kind: 'failed', problem: sameOutputProblem(variant, printed) };
}

/**
 * A run that ended with another exit code, and whose output is another one too: both in one message, so that
 * mending one does not only uncover the other.
 */
function withDifference(
  problem: Problem,
  example: Example,
  run: Run,
  recording: Recording | undefined,
  record: string,
): Problem {
  const out = isAuthentic(recording) && hasOtherExit(example, run) ? decode(run.stdout) : undefined;
  if (out === undefined || recording === undefined) return problem;
  const { difference } = compareStream('out', recording, { out }, example.contract);
  if (difference === undefined) return problem;
  const where = `${recordingOf(example, 'out', recording.tag)}:${difference.line}`;
  const stream = STREAM_NAMES.out.toLowerCase();
  const title = `${problem.title.replace(/\.$/, '')}; and ${stream} differs from ${where}.`;
  const remedy = `${problem.remedy ?? ''}\nThen accept the output, if it is right: ${record}`;
  return { ...problem, title, detail: difference.text, remedy };
}

function unrecordedProblem(example: Example, recording: Recording | undefined, record: string): Problem {
  const remedy = `Accept its output: ${record}`;
  if (recording === undefined) return { file: example.file, title: 'Its output was never recorded.', remedy };
  const out = recordingOf(example, 'out', recording.tag);
  if (recording.receipt === undefined) {
    const title = 'The recording has no receipt, so nothing says that a run printed it.';
    return { file: out, title, remedy };
  }
  const conflict = conflictProblem(recording.out, out);
  if (conflict !== undefined) return { ...conflict, remedy: `Keep neither side: ${record}` };
  const title =
    'The recording was edited or cut short, not recorded: its digest is not the one in its receipt.';
  return { file: out, title, remedy: `Record what the program prints: ${record}` };
}

function checkContractFits(
  example: Example,
  recording: Recording,
  printed: PrintedText,
): Verdict | undefined {
  const [first, ...others] = unfitKeys(recording, example.contract, printed);
  if (first === undefined) return undefined;
  const record = `npm run record -- ${example.id}`;
  const problem = {
    file: example.file,
    ...positionOfKey(first.key, example),
    title: `The contract does not fit the recording: ${first.reason}.`,
    detail: others.map(({ reason }) => `    ${reason}`).join('\n') || undefined,
    remedy:
      first.remedy ??
      `Mend the contract in the metadata block; or, if the contract is right, record anew: ${record}`,
  };
  return { kind: 'failed', problem };
}

function checkMatches(
  example: Example,
  recording: Recording,
  printed: PrintedText,
  accept: string,
): Problem | undefined {
  const { file, contract } = example;
  for (const stream of STREAMS) {
    const { difference, outOfBounds } = compareStream(stream, recording, printed, contract);
    const output = contract.form === 'timeline' ? 'Timeline' : STREAM_NAMES[stream];
    const recordedIn = recordingOf(example, stream, recording.tag);
    if (difference !== undefined) {
      const title = `${output} differs from the recording, ${recordedIn}:${difference.line}`;
      return { file, title, detail: difference.text, remedy: accept };
    }
    if (outOfBounds.length > 0) {
      const key = contract.form === 'timeline' ? 'timeline' : 'mask';
      const title = `${output}, ${outOfBounds.join('; ')}.`;
      const mended = key === 'timeline' ? 'or record it anew' : 'or the bounds';
      const remedy = `What the page claims did not happen in this run: mend the sample, ${mended}.`;
      return { file, ...positionOfKey(key, example), title, remedy };
    }
  }
  const [differing, ...others] = artifactDifferences(
    recording.artifacts,
    printed.artifacts,
    contract.artifacts,
  );
  if (differing === undefined) return undefined;
  const { name, summary, text, line } = differing;
  const where = `${artifactRecording(example, name, recording.tag)}${line === undefined ? '' : `:${line}`}`;
  const isNew = recording.artifacts?.has(name) !== true;
  const title = isNew
    ? `${name} was never recorded.`
    : `${name} differs from the recording, ${where}${summary === '' ? '' : `: ${summary}.`}`;
  const also = others.map(other => `    ${other.name} differs too${other.summary && `: ${other.summary}`}.`);
  const detail = [...(text === undefined ? [] : [text]), ...also].join('\n') || undefined;
  return { file, ...positionOfKey(name, example), title, detail, remedy: accept };
}
