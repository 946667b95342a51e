import { realpathSync, statSync } from 'node:fs';

/** Changes when a file is written, replaced, or another takes its name: by what the file system says of it, so only on this machine. */
export function fileIdentity(path: string): string {
  const real = realpathSync(path);
  const { size, mtimeMs, ctimeMs, ino } = statSync(real);
  return [real, size, mtimeMs, ctimeMs, ino].join('\n');
}
