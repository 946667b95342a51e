import { realpathSync, statSync } from 'node:fs';

/**
 * A text that changes when a file is written or replaced. It comes from the file system's metadata, so it
 * is valid on this machine only.
 */
export function fileIdentity(path: string): string {
  const real = realpathSync(path);
  const { size, mtimeMs, ctimeMs, ino } = statSync(real);
  return [real, size, mtimeMs, ctimeMs, ino].join('\n');
}
