import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decode, type Example } from '../core/example.ts';
import { recordingFile } from '../core/judge.ts';
import { orProblem } from '../core/mishap.ts';
import { digest, isAuthentic, type Receipt, type Recording } from '../core/recording.ts';
import type { Output } from '../core/run.ts';
import { changeTogether, settle } from './change-together.ts';
import { sweepUnfinished } from './write-whole.ts';

/** The recording beside an example; undefined when there is none. A change of it that was interrupted is ended first. @throws ProblemError where it cannot be read */
export async function readRecording(root: string, { file }: Example): Promise<Recording | undefined> {
  const receipt = recordingFile(file, 'recorded.json');
  await orProblem(receipt, () => settle(root, receipt));
  const recording = await readStreams(root, file);
  // Somebody may be changing it at this moment: then what was read is half the old one.
  if (recording !== undefined && !isAuthentic(recording) && (await settle(root, receipt))) return readStreams(root, file);
  return recording;
}

async function readStreams(root: string, file: string): Promise<Recording | undefined> {
  const [out, err, receipt] = await Promise.all((['out', 'err', 'recorded.json'] as const).map((stream) => readIfThere(root, recordingFile(file, stream))));
  if (out === undefined) return undefined;
  // Bytes that are not UTF-8, and a receipt that is not JSON, make it a recording that nobody recorded.
  const text = decode(out);
  return { out: text ?? '', err: err && decode(err), receipt: text === undefined || receipt === undefined ? undefined : parseReceipt(receipt) };
}

/** Killed half-way, or on a full disk, the recording is the old one or the new one, all of its files. @throws ProblemError where it cannot be written */
export async function writeRecording(root: string, { file }: Example, output: Output, accepted: Omit<Receipt, 'sha256'>): Promise<void> {
  const receipt: Receipt = { sha256: digest(output), ...accepted };
  const receiptFile = recordingFile(file, 'recorded.json');
  const changes = new Map([
    [recordingFile(file, 'out'), output.out],
    [recordingFile(file, 'err'), output.err],
    [receiptFile, `${JSON.stringify(receipt, null, 2)}\n`],
  ]);
  await orProblem(recordingFile(file, 'out'), async () => {
    await settle(root, receiptFile);
    sweepUnfinished(dirname(join(root, file)));
    changeTogether(root, receiptFile, changes);
  });
}

async function readIfThere(root: string, file: string): Promise<Buffer | undefined> {
  return orProblem(file, () => readFile(join(root, file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }));
}

function parseReceipt(bytes: Buffer): Receipt | undefined {
  try {
    const { sha256, python, runs } = JSON.parse(bytes.toString('utf8')) as Partial<Receipt>;
    return typeof sha256 === 'string' && typeof python === 'string' && typeof runs === 'number' ? { sha256, python, runs } : undefined;
  } catch {
    return undefined;
  }
}
