import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';
import { STATE } from '../../core/project-paths.ts';
import { shellQuote } from '../../core/text/shell-quote.ts';
import { formatReceipts, missingPart, parseReceipts, type Receipts } from '../../core/verdict/receipts.ts';
import { type FileChanges, writeAllAtomically } from '../files/atomic-write.ts';
import { STATE_PATHS } from '../files/state-paths.ts';
import { withLock } from '../files/process-tag.ts';
import { readIfExists } from '../files/files-below.ts';

/** A file of receipts, relative to the project, and what is wrong with it. */
export interface ReceiptFile {
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** The receipts of one topic; none if there is no such file. @throws ProblemError if it cannot be read */
export function readReceipts(root: string, file: string): ReturnType<typeof parseReceipts> {
  const text = readIfExists(root, file)?.toString();
  return text === undefined ? { receipts: new Map() } : parseReceipts(file, text);
}

/** @param exists whether a path, relative to the project, is that of a file */
export function checkReceipts(root: string, file: string, exists: (path: string) => boolean): ReceiptFile {
  const { receipts, problem } = readReceipts(root, file);
  const folder = dirname(file);
  const missing = [...receipts.keys()].flatMap(key => missingPart(`${folder}/`, key, exists) ?? []);
  const isUnused =
    receipts.size > 0 && missing.every(({ kind }) => kind === 'example') && missing.length === receipts.size;
  const problems = missing.map(({ key, kind, path }): Problem => ({
    file,
    title: `The receipt "${key}" has no ${kind}: there is no ${path}.`,
    remedy: isUnused
      ? `rm ${shellQuote(file)}`
      : `Let record remove it: npm run record -- ${shellQuote(folder)}`,
  }));
  return { file, problems: problem === undefined ? problems : [problem, ...problems] };
}

/**
 * Changes the receipts of a topic together with other files. Two processes that do so at once wait for each
 * other.
 */
export async function changeReceipts(
  root: string,
  file: string,
  change: (receipts: Receipts) => Receipts,
  others: FileChanges = new Map(),
): Promise<void> {
  await withLock(join(root, STATE_PATHS.recordingsLock), async () => {
    const receipts = change(readReceipts(root, file).receipts);
    const text = receipts.size === 0 ? undefined : formatReceipts(receipts);
    await writeAllAtomically(new Map([...others, [join(root, file), text]]), join(root, STATE));
  });
}

/**
 * Writes a file of receipts without those that are stale now: a recording may have been written since the
 * file was read.
 */
export async function tidyReceipts(root: string, { file }: Pick<ReceiptFile, 'file'>): Promise<void> {
  const exists = (path: string): boolean => existsSync(join(root, path));
  const isKept = (key: string): boolean => missingPart(`${dirname(file)}/`, key, exists) === undefined;
  await changeReceipts(root, file, receipts => new Map([...receipts].filter(([key]) => isKept(key))));
}
