import { readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { decode, type Example } from '../core/example.ts';
import { recordingFile } from '../core/judge.ts';
import { digest, type Receipt, type Recording } from '../core/recording.ts';
import type { Output } from '../core/run.ts';

/** The recording beside an example; undefined when there is none. */
export async function readRecording(root: string, { file }: Example): Promise<Recording | undefined> {
  const [out, err, receipt] = (['out', 'err', 'recorded.json'] as const).map((stream) => readIfThere(join(root, recordingFile(file, stream))));
  if (out === undefined) return undefined;
  // Bytes that are not UTF-8, and a receipt that is not JSON, make it a recording that nobody recorded.
  const text = decode(out);
  return { out: text ?? '', err: err && decode(err), receipt: text === undefined || receipt === undefined ? undefined : parseReceipt(receipt) };
}

/** Each file is written whole or not at all, and the receipt last: killed between them, the recording is one that nobody recorded. */
export async function writeRecording(root: string, { file }: Example, output: Output, accepted: Omit<Receipt, 'sha256'>): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  await writeFileAtomic(join(root, recordingFile(file, 'out')), output.out);
  if (output.err === undefined) await rm(join(root, recordingFile(file, 'err')), { force: true });
  else await writeFileAtomic(join(root, recordingFile(file, 'err')), output.err);
  const receipt: Receipt = { sha256: digest(output), ...accepted };
  await writeFileAtomic(join(root, recordingFile(file, 'recorded.json')), `${JSON.stringify(receipt, null, 2)}\n`);
}

function readIfThere(path: string): Buffer | undefined {
  // Asking first: to make an error of each file that is not there takes longer than to read one that is.
  return statSync(path, { throwIfNoEntry: false }) === undefined ? undefined : readFileSync(path);
}

function parseReceipt(bytes: Buffer): Receipt | undefined {
  try {
    const { sha256, python, runs } = JSON.parse(bytes.toString('utf8')) as Partial<Receipt>;
    return typeof sha256 === 'string' && typeof python === 'string' && typeof runs === 'number' ? { sha256, python, runs } : undefined;
  } catch {
    return undefined;
  }
}
