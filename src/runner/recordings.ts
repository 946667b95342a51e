import { readdirSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { decode, type Example } from '../core/example.ts';
import { recordingFile } from '../core/judge.ts';
import { TAG } from '../core/python.ts';
import { digest, type Receipt, type Recording, type Recordings } from '../core/recording.ts';
import type { Output } from '../core/run.ts';
import { sortTags } from '../core/variants.ts';

const STREAMS = ['out', 'err', 'recorded.json'] as const;

/** All recordings beside an example: that for all versions, and those for single ones. @param names those of all files beside it */
export async function readRecordings(root: string, example: Example, names: readonly string[] = readdirSync(join(root, dirname(example.file)))): Promise<Recordings> {
  const { file } = example;
  const own = new RegExp(`^${basename(file, '.py')}\\.(?<tag>${TAG})\\.out$`);
  const tags = sortTags(names.flatMap((name) => own.exec(name)?.groups?.tag ?? []));
  const variants = await Promise.all(tags.map(async (tag) => [tag, await readRecording(root, example, tag)] as const));
  return { base: await readRecording(root, example), variants: new Map(variants.filter((each): each is [string, Recording] => each[1] !== undefined)) };
}

/** The recording beside an example, or that of one version; undefined when there is none. */
export async function readRecording(root: string, { file }: Example, variant?: string): Promise<Recording | undefined> {
  const [out, err, receipt] = STREAMS.map((stream) => readIfThere(join(root, recordingFile(file, stream, variant))));
  if (out === undefined) return undefined;
  // Bytes that are not UTF-8, and a receipt that is not JSON, make it a recording that nobody recorded.
  const text = decode(out);
  return { out: text ?? '', err: err && decode(err), receipt: text === undefined || receipt === undefined ? undefined : parseReceipt(receipt), variant };
}

/** Each file is written whole or not at all, and the receipt last: killed between them, the recording is one that nobody recorded. */
export async function writeRecording(root: string, { file }: Example, output: Output, accepted: Omit<Receipt, 'sha256'>, variant?: string): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  await writeFileAtomic(join(root, recordingFile(file, 'out', variant)), output.out);
  if (output.err === undefined) await rm(join(root, recordingFile(file, 'err', variant)), { force: true });
  else await writeFileAtomic(join(root, recordingFile(file, 'err', variant)), output.err);
  const receipt: Receipt = { sha256: digest(output), ...accepted };
  await writeFileAtomic(join(root, recordingFile(file, 'recorded.json', variant)), `${JSON.stringify(receipt, null, 2)}\n`);
}

/** Takes the recording of one version away, its output first: killed half-way, what is left is told as part of no recording. */
export async function removeRecording(root: string, { file }: Example, variant: string): Promise<void> {
  for (const stream of STREAMS) await rm(join(root, recordingFile(file, stream, variant)), { force: true });
}

function readIfThere(path: string): Buffer | undefined {
  // Asking first: to make an error of each file that is not there takes longer than to read one that is.
  return statSync(path, { throwIfNoEntry: false }) === undefined ? undefined : readFileSync(path);
}

function parseReceipt(bytes: Buffer): Receipt | undefined {
  try {
    const { sha256, python, gil, runs } = JSON.parse(bytes.toString('utf8')) as Partial<Receipt>;
    return typeof sha256 === 'string' && typeof python === 'string' && typeof runs === 'number' ? { sha256, python, ...(gil === false ? { gil } : {}), runs } : undefined;
  } catch {
    return undefined;
  }
}
