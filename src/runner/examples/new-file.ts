import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EXIT, type Problem, ProblemError, refusal } from '../../core/problems/problem.ts';

/** Writes a new file. @returns its path @throws ProblemError if it exists */
export async function writeNew(root: string, file: string, text: string): Promise<string> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  // Another process may have created it since it was looked for; no file is ever overwritten.
  await writeFile(join(root, file), text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw refusal({ file, title: 'The file exists.', remedy: 'Take another name.' });
  });
  return file;
}

/** @throws ProblemError if there is a problem */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemError(problems, EXIT.usage);
}

/** The first of `name_2`, `name_3`, … that is free. */
export function freeName(name: string, isTaken: (name: string) => boolean, joint = '_'): string {
  for (let count = 2; ; count += 1) if (!isTaken(`${name}${joint}${count}`)) return `${name}${joint}${count}`;
}
