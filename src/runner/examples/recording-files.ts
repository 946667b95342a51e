import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decode, type Example } from '../../core/example/example.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import { parseRecordingName, recordingFile } from '../../core/example/recording-name.ts';
import { receiptPosition, type Receipts } from '../../core/verdict/receipts.ts';
import { digest, type Receipt, type Recording, type Recordings } from '../../core/verdict/recording.ts';
import { type PrintedText, type Stream, STREAMS } from '../../core/contract/printed-text.ts';
import { sortTags } from '../../core/python-version.ts';
import { readIfExists } from '../files/files-below.ts';
import { changeReceipts, readReceipts } from './receipt-files.ts';

/** The names in a folder, and the tags of versions with a recording of their own, by example. */
interface Folder {
  readonly names: ReadonlySet<string>;
  readonly tags: ReadonlyMap<string, readonly string[]>;
}

/** The recordings of one example. @throws ProblemError if one cannot be read */
export function readRecordings(root: string, example: Example): Recordings {
  return recordingReader(root)(example);
}

/** Reads recordings of many examples, and each folder and each file of receipts once. */
export function recordingReader(root: string): (example: Example) => Recordings {
  const folders = new Map<string, Folder>();
  const topics = new Map<string, Receipts>();
  return example => {
    const path = dirname(example.file);
    const folder = folders.get(path) ?? listFolder(join(root, path));
    folders.set(path, folder);
    const read = (variant?: string): Recording | undefined => {
      const { file, key } = receiptPosition(example, variant);
      const receipts = topics.get(file) ?? readReceipts(root, file).receipts;
      topics.set(file, receipts);
      return readRecording(root, example.file, folder.names, receipts.get(key), variant);
    };
    const tags = folder.tags.get(basename(example.file)) ?? [];
    const variants = sortTags(tags).flatMap((tag): [string, Recording][] => {
      const recording = read(tag);
      return recording === undefined ? [] : [[tag, recording]];
    });
    return { base: read(), variants: new Map(variants) };
  };
}

function listFolder(path: string): Folder {
  const names = new Set(readdirSync(path));
  const tags = new Map<string, string[]>();
  for (const name of names) {
    const { file, part, tag } = parseRecordingName(name) ?? {};
    if (file !== undefined && part === 'out' && tag !== undefined)
      tags.set(file, [...(tags.get(file) ?? []), tag]);
  }
  return { names, tags };
}

function readRecording(
  root: string,
  file: string,
  names: ReadonlySet<string>,
  receipt: Receipt | undefined,
  variant: string | undefined,
): Recording | undefined {
  const read = (stream: Stream): Buffer | undefined => {
    const path = recordingFile(file, stream, variant);
    return names.has(basename(path)) ? readIfExists(root, path) : undefined;
  };
  const [out, err] = [read('out'), read('err')];
  if (out === undefined) return undefined;
  const text = decode(out);
  // Output that is not UTF-8 was never recorded.
  return {
    out: text ?? '',
    err: err && decode(err),
    receipt: text === undefined ? undefined : receipt,
    variant,
  };
}

/**
 * Writes a recording and its receipt. After a kill the receipt may not fit the output: `check` refuses such a
 * recording, and the next `record` replaces it. @throws ProblemError if it cannot be written
 */
export async function writeRecording(
  root: string,
  example: Pick<Example, 'id' | 'file'>,
  { out, err }: PrintedText,
  accepted: Omit<Receipt, 'sha256'>,
  variant?: string,
): Promise<void> {
  const receipt = { sha256: digest({ out, err }), ...accepted };
  await changeRecording(root, example, variant, { out, err, receipt });
}

/** Removes the recording of one version and its receipt. @throws ProblemError if they cannot be removed */
export async function removeRecording(root: string, example: Example, variant: string): Promise<void> {
  await changeRecording(root, example, variant, {});
}

async function changeRecording(
  root: string,
  example: Pick<Example, 'id' | 'file'>,
  variant: string | undefined,
  recording: Partial<Recording>,
): Promise<void> {
  const { receipt } = recording;
  const pathOf = (stream: Stream): string => recordingFile(example.file, stream, variant);
  const { file, key } = receiptPosition(example, variant);
  const change = (before: Receipts): Receipts => {
    const others = [...before].filter(([each]) => each !== key);
    return new Map(receipt === undefined ? others : [...others, [key, receipt]]);
  };
  const files = new Map(STREAMS.map(stream => [join(root, pathOf(stream)), recording[stream]]));
  await withFileProblem(pathOf('out'), () => changeReceipts(root, file, change, files));
}
