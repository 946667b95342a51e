import { statSync } from 'node:fs';

/** A file as it is now: whoever writes to it later, or puts another in its place, changes this. */
export function stampOf(file: string): string {
  const { ino, size, mtimeNs } = statSync(file, { bigint: true });
  return `${ino} ${size} ${mtimeNs}`;
}
