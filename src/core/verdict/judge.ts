import { compare, misfits, promiseOf } from '../contract/compare.ts';
import type { Example } from '../example/example.ts';
import { placeOfKey } from '../metadata/metadata-position.ts';
import { outcome } from './run-outcome.ts';
import type { Problem } from '../problems/problem.ts';
import { pythonName } from '../python-version.ts';
import { isAuthentic, type Recording } from './recording.ts';
import type { Output, Run } from './run.ts';
import type { Verdict, VerdictKind } from './verdict.ts';

/** How problems speak of the interpreter. */
export interface Telling {
  /** Whether they name it: not where it is the only one. */
  readonly named: boolean;
  /** What `--python` has to say to `record`; absent where it is used unasked. */
  readonly word?: string | undefined;
}

/** Run against recording under the contract → verdict. */
export function judge(
  example: Example,
  run: Run,
  recording: Recording | undefined,
  { named, word }: Telling = { named: false },
): Verdict {
  const printed = outcome(example, run);
  const name = named ? `CPython ${pythonName(run.interpreter)}` : undefined;
  if (printed.problems)
    return {
      kind: run.ending === 'timed-out' ? 'timed-out' : 'failed',
      problem: printed.problems.map(problem =>
        name === undefined ? problem : { ...problem, title: `${name}: ${problem.title}` },
      )[0],
      run,
    };
  const words = {
    under: name === undefined ? '' : ` under ${name}`,
    option: word === undefined ? '' : ` --python ${word}`,
  };
  const fault =
    unaccepted(example, recording, words) ??
    ill(example, recording) ??
    drifted(example, recording as Recording, printed.value, words);
  return fault === undefined ? { kind: 'verified', run } : { ...fault, run };
}

/** What a problem says of the interpreter, and its remedy; both empty where it is used unasked and alone. */
interface Words {
  readonly under: string;
  readonly option: string;
}

type Fault = { readonly kind: VerdictKind; readonly problem: Problem };

function unaccepted(
  { file, id }: Example,
  recording: Recording | undefined,
  { option }: Words,
): Fault | undefined {
  const remedy = `Accept its output: npm run record -- ${id}${option}`;
  if (recording === undefined)
    return { kind: 'unrecorded', problem: { file, title: 'Its output was never recorded.', remedy } };
  if (isAuthentic(recording)) return undefined;
  const out = recordingFile(file, 'out', recording.variant);
  return {
    kind: 'unrecorded',
    problem:
      recording.receipt === undefined
        ? { file: out, title: 'The recording has no receipt, so nothing says that a run printed it.', remedy }
        : {
            file: out,
            title:
              'The recording was edited or cut short, not recorded: its digest is not the one in its receipt.',
            remedy: `Record what the program prints: npm run record -- ${id}${option}`,
          },
  };
}

function ill(
  { file, id, contract, metadata, source }: Example,
  recording: Recording | undefined,
): Fault | undefined {
  const [first, ...others] = recording === undefined ? [] : misfits(recording.out, recording.err, contract);
  if (first === undefined) return undefined;
  return {
    kind: 'failed',
    problem: {
      file,
      ...placeOfKey(first.key, metadata, source),
      title: `The contract does not fit the recording: ${first.says}.`,
      detail: others.map(({ says }) => `    ${says}`).join('\n') || undefined,
      remedy: `Mend the contract in the metadata block; or, if the contract is right, record anew: npm run record -- ${id}`,
    },
  };
}

function drifted(
  example: Example,
  recording: Recording,
  printed: Output,
  { under, option }: Words,
): Fault | undefined {
  const streams = [
    ['out', 'Output'],
    ['err', 'Error output'],
  ] as const;
  for (const [stream, name] of streams) {
    const { difference, outOfBounds } = compare(
      recording[stream] ?? '',
      printed[stream] ?? '',
      promiseOf(example.contract, stream, printed.disturbed),
    );
    const recordedIn = recordingFile(example.file, stream, recording.variant);
    if (difference !== undefined) {
      return {
        kind: 'drifted',
        problem: {
          file: example.file,
          title: `${name}${under} differs from the recording, ${recordedIn}:${difference.line}`,
          detail: difference.text,
          remedy: `If it is right ${option === '' ? 'now' : 'for this version'}, accept it: npm run record -- ${example.id}${option}`,
        },
      };
    }
    if (outOfBounds[0] !== undefined) {
      return {
        kind: 'drifted',
        problem: {
          file: example.file,
          ...placeOfKey('mask', example.metadata, example.source),
          title: `${name}${under}, ${outOfBounds.join('; ')}.`,
          remedy: 'What the page claims did not happen in this run: mend the sample, or the bounds.',
        },
      };
    }
  }
  return undefined;
}

/** `examples/a/b.py` → `examples/a/b.out`, and `examples/a/b.3.13.out` of a version; of a folder with a `main.py`, `examples/a/b/main.out`. */
export function recordingFile(file: string, stream: 'out' | 'err', variant?: string): string {
  return file.replace(/\.py$/, `.${variant === undefined ? '' : `${variant}.`}${stream}`);
}
