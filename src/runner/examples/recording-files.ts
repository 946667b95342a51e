import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decode, type Example } from '../../core/example/example.ts';
import { parseRecordingName, recordingFile } from '../../core/example/recording-name.ts';
import { systemProblem, withFileProblem } from '../../core/problems/system-error.ts';
import { EXIT, ProblemError } from '../../core/problems/problem.ts';
import {
  digest,
  isAuthentic,
  type Receipt,
  type Recording,
  type Recordings,
} from '../../core/verdict/recording.ts';
import type { PrintedText } from '../../core/contract/printed-text.ts';
import { sortTags } from '../../core/python-version.ts';
import { changeTogether, settle } from '../files/multi-file-write.ts';
import { sweepUnfinished } from '../files/atomic-write.ts';

const STREAMS = ['out', 'err', 'recorded.json'] as const;

/** All recordings beside an example: that for all versions, and those for single ones. @param names those of all files beside it */
export async function readRecordings(
  root: string,
  example: Example,
  names: readonly string[] = readdirSync(join(root, dirname(example.file))),
): Promise<Recordings> {
  const { file } = example;
  const tags = tagsOf(basename(file, '.py'), names);
  const variants = await Promise.all(
    tags.map(async tag => [tag, await readRecording(root, example, tag)] as const),
  );
  return {
    base: await readRecording(root, example),
    variants: new Map(variants.filter((each): each is [string, Recording] => each[1] !== undefined)),
  };
}

/** Versions that have a recording of their own; most examples have none. */
function tagsOf(stem: string, names: readonly string[]): readonly string[] {
  return sortTags(
    names.flatMap(name => {
      const recording = parseRecordingName(name);
      return recording?.part === 'out' && recording.file === `${stem}.py` ? (recording.tag ?? []) : [];
    }),
  );
}

/** The recording beside an example, or that of one version; undefined when there is none. A change of it that was interrupted is ended first. @throws ProblemError where it cannot be read */
export async function readRecording(
  root: string,
  { file }: Example,
  variant?: string,
): Promise<Recording | undefined> {
  const receipt = recordingFile(file, 'recorded.json', variant);
  await withFileProblem(receipt, () => settle(root, receipt));
  const recording = await readStreams(root, file, variant);
  // Somebody may be changing it at this moment: then what was read is half the old one.
  if (recording !== undefined && !isAuthentic(recording) && (await settle(root, receipt)))
    return readStreams(root, file, variant);
  return recording;
}

function readStreams(root: string, file: string, variant: string | undefined): Recording | undefined {
  const [out, err, receipt] = STREAMS.map(stream => readIfThere(root, recordingFile(file, stream, variant)));
  if (out === undefined) return undefined;
  // Bytes that are not UTF-8, and a receipt that is not JSON, make it a recording that nobody recorded.
  const text = decode(out);
  return {
    out: text ?? '',
    err: err && decode(err),
    receipt: text === undefined || receipt === undefined ? undefined : parseReceipt(receipt),
    variant,
  };
}

/** Killed half-way, or on a full disk, the recording is the old one or the new one, all of its files. @throws ProblemError where it cannot be written */
export async function writeRecording(
  root: string,
  example: Example,
  output: PrintedText,
  accepted: Omit<Receipt, 'sha256'>,
  variant?: string,
): Promise<void> {
  const receipt: Receipt = { sha256: digest(output), ...accepted };
  await change(root, example, variant, {
    out: output.out,
    err: output.err,
    'recorded.json': `${JSON.stringify(receipt, null, 2)}\n`,
  });
}

/** Takes the recording of one version away, all of its files. @throws ProblemError where it cannot be removed */
export async function removeRecording(root: string, example: Example, variant: string): Promise<void> {
  await change(root, example, variant, {});
}

async function change(
  root: string,
  { file }: Example,
  variant: string | undefined,
  content: Readonly<Partial<Record<(typeof STREAMS)[number], string | undefined>>>,
): Promise<void> {
  const receipt = recordingFile(file, 'recorded.json', variant);
  await withFileProblem(recordingFile(file, 'out', variant), async () => {
    await settle(root, receipt);
    sweepUnfinished(dirname(join(root, file)));
    changeTogether(
      root,
      receipt,
      new Map(STREAMS.map(stream => [recordingFile(file, stream, variant), content[stream]])),
    );
  });
}

function readIfThere(root: string, file: string): Buffer | undefined {
  const path = join(root, file);
  try {
    // Asking first: to make an error of each file that is not there takes longer than to read one that is.
    return statSync(path, { throwIfNoEntry: false }) === undefined ? undefined : readFileSync(path);
  } catch (error) {
    throw new ProblemError([systemProblem(error, file)], EXIT.usage);
  }
}

function parseReceipt(bytes: Buffer): Receipt | undefined {
  try {
    const { sha256, python, gil, runs } = JSON.parse(bytes.toString('utf8')) as Partial<Receipt>;
    return typeof sha256 === 'string' && typeof python === 'string' && typeof runs === 'number'
      ? { sha256, python, ...(gil === false ? { gil } : {}), runs }
      : undefined;
  } catch {
    return undefined;
  }
}
