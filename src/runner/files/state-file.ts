import { existsSync, readFileSync } from 'node:fs';
import { fingerprint } from '../../core/text/hash.ts';
import { writeAtomically } from './atomic-write.ts';

/**
 * What `writeChecked` wrote; undefined if there is no such file or if its digest does not fit. All state
 * can be made again, so neither is an error.
 */
export function readChecked(file: string): unknown {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  return text.slice(0, end) === fingerprint([body]) ? JSON.parse(body) : undefined;
}

/** Writes a value as JSON, below a line with its digest. */
export async function writeChecked(file: string, value: unknown): Promise<void> {
  const body = JSON.stringify(value);
  await writeAtomically(file, `${fingerprint([body])}\n${body}`);
}
