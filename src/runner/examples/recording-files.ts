import { lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decode, type Example } from '../../core/example/example.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import {
  artifactRecording,
  parseRecordingName,
  recordingOf,
  type WithForm,
} from '../../core/example/recording-name.ts';
import { receiptPosition, type Receipts } from '../../core/verdict/receipts.ts';
import {
  digest,
  isAuthentic,
  type Receipt,
  type Recording,
  type Recordings,
} from '../../core/verdict/recording.ts';
import { type PrintedText, type Stream, STREAMS } from '../../core/printed-text.ts';
import { sortTags } from '../../core/python-version.ts';
import type { FileChanges } from '../files/atomic-write.ts';
import { ifExists, readIfExists } from '../files/files-below.ts';
import { changeReceipts, readReceipts } from './receipt-files.ts';

/** The recordings of one example. @throws ProblemError if one cannot be read */
export function readRecordings(root: string, example: RecordedExample): Recordings {
  return recordingReader(root)(example);
}

/** Reads recordings of many examples, and each folder and each file of receipts once. */
export function recordingReader(root: string): (example: RecordedExample) => Recordings {
  const folders = new Map<string, readonly string[]>();
  const topics = new Map<string, Receipts>();
  return example => {
    const path = dirname(example.file);
    const names = folders.get(path) ?? readdirSync(join(root, path));
    folders.set(path, names);
    // Names are many in a large topic, so only those that begin alike are parsed.
    const entry = basename(example.file);
    const start = entry.replace(/py$/, '');
    const named = names.flatMap(name => {
      const parsed = name.startsWith(start) ? parseRecordingName(name) : undefined;
      return parsed?.file === entry && parsed.slug === example.variant?.slug ? [{ name, ...parsed }] : [];
    });
    const own = named.flatMap(({ name, form, part, artifact }) => {
      if (artifact !== undefined) return [];
      const isOwn = form === example.contract?.form || (part !== 'out' && streamsOf(example).includes(part));
      return isOwn ? [name] : [];
    });
    const files = (tag: string | undefined): Pick<Recording, 'artifacts'> => {
      const artifacts = leavesFiles(example) ? named.filter(each => each.artifact && each.tag === tag) : [];
      if (artifacts.length === 0) return {};
      const read = artifacts.map(({ name, artifact = '' }) => {
        return [artifact, readRecorded(root, join(path, name)) ?? NEVER_RECORDED] as const;
      });
      return { artifacts: new Map(read) };
    };
    const read = (tag?: string): Recording | undefined => {
      const [out, err, waits] = streamsOf(example).map(stream => {
        const file = recordingOf(example, stream, tag);
        return own.includes(basename(file)) ? readRecorded(root, file) : undefined;
      });
      if (out === undefined) return undefined;
      const { file, key } = receiptPosition(example, tag);
      const receipts = topics.get(file) ?? readReceipts(root, file).receipts;
      topics.set(file, receipts);
      const text = decode(out);
      // Output that is not UTF-8 was never recorded.
      const receipt = text === undefined ? undefined : receipts.get(key);
      const rest = { err: err && decode(err), ...(waits && { waits: decode(waits) }), ...files(tag) };
      return { out: text ?? '', ...rest, receipt, tag };
    };
    const tags = new Set(own.flatMap(name => parseRecordingName(name)?.tag ?? []));
    const versions = sortTags([...tags]).flatMap((tag): [string, Recording][] => {
      const recording = read(tag);
      return recording === undefined ? [] : [[tag, recording]];
    });
    return { base: read(), versions: new Map(versions) };
  };
}

/** The files of a recording. A timeline is one of its own; the others beside it are those of its example. */
function streamsOf({ contract }: WithForm): readonly Stream[] {
  return contract?.form === 'timeline' ? ['out'] : STREAMS;
}

/** Whether files of a run belong to its recording: those beside a timeline are of its example. */
function leavesFiles({ contract }: WithForm): boolean {
  return contract?.form !== 'timeline';
}

/** Bytes of a recorded stream, or file, at most: a run that prints more is ended. */
const MAX_RECORDED = 1_000_000;
/** No UTF-8, so it has no receipt. */
const NEVER_RECORDED = Buffer.of(0xff);

/** A stream of a recording. A file that no run can have printed is not read. */
function readRecorded(root: string, file: string): Uint8Array | undefined {
  const size = ifExists(() => lstatSync(join(root, file)).size) ?? 0;
  return size > MAX_RECORDED ? NEVER_RECORDED : readIfExists(root, file);
}

/**
 * Writes a recording and its receipt. After a kill the receipt may not fit the output: `check` refuses such a
 * recording, and the next `record` replaces it. @throws ProblemError if it cannot be written
 */
export async function writeRecording(
  root: string,
  example: RecordedExample,
  { out, err, waits, artifacts }: PrintedText,
  accepted: Omit<Receipt, 'sha256'>,
  tag?: string,
): Promise<void> {
  const recorded = { out, err, waits, artifacts };
  await changeRecording(root, example, tag, {
    ...recorded,
    receipt: { ...accepted, sha256: digest(recorded) },
  });
}

/** Removes the recording of one version and its receipt. @throws ProblemError if they cannot be removed */
export async function removeRecording(root: string, example: Example, tag: string): Promise<void> {
  await changeRecording(root, example, tag, {});
}

/** What names the files of a recording. */
type RecordedExample = Pick<Example, 'id' | 'file' | 'variant' | 'watched'> & WithForm;

async function changeRecording(
  root: string,
  example: RecordedExample,
  tag: string | undefined,
  recording: Partial<Recording>,
): Promise<void> {
  const { receipt } = recording;
  const pathOf = (stream: Stream): string => recordingOf(example, stream, tag);
  const { file, key } = receiptPosition(example, tag);
  const change = (before: Receipts): Receipts => {
    const others = [...before].filter(([each]) => each !== key);
    return new Map(receipt === undefined ? others : [...others, [key, receipt]]);
  };
  const files: FileChanges = new Map<string, string | Uint8Array | undefined>([
    ...streamsOf(example).map(stream => [join(root, pathOf(stream)), recording[stream]] as const),
    ...lostFiles(root, example, tag, recording).map(path => [join(root, path), undefined] as const),
    ...[...(recording.artifacts ?? [])].map(
      ([name, bytes]) => [join(root, artifactRecording(example, name, tag)), bytes] as const,
    ),
  ]);
  await withFileProblem(pathOf('out'), () => changeReceipts(root, file, change, files));
}

/**
 * The recorded files of a run that its recording no longer has. A file that no `record` wrote stays: it may
 * be data of the author.
 */
function lostFiles(
  root: string,
  example: RecordedExample,
  tag: string | undefined,
  { receipt, artifacts }: Partial<Recording>,
): readonly string[] {
  const { base, versions } = readRecordings(root, example);
  const before = tag === undefined ? base : versions.get(tag);
  if (receipt !== undefined && !isAuthentic(before)) return [];
  const names = [...(before?.artifacts?.keys() ?? [])].filter(name => artifacts?.has(name) !== true);
  return names.map(name => artifactRecording(example, name, tag));
}
