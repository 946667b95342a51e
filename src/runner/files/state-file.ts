import { existsSync, readFileSync } from 'node:fs';
import { fingerprint } from '../../core/text/hash.ts';
import { writeAtomically } from './atomic-write.ts';

/** What `writeChecked` wrote; undefined where the file is not there, or not just as it was written. Never a reason to fail: what it holds can be made again. */
export function readChecked(file: string): unknown {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  return text.slice(0, end) === fingerprint([body]) ? JSON.parse(body) : undefined;
}

/** Writes a value as JSON under its digest, whole or not at all. */
export async function writeChecked(file: string, value: unknown): Promise<void> {
  const body = JSON.stringify(value);
  await writeAtomically(file, `${fingerprint([body])}\n${body}`);
}
