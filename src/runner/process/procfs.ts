import { closeSync, openSync, readdirSync, readSync } from 'node:fs';

/** Files of /proc have no size, so Node would take 64 KiB for each and throw them away again; thousands are read while examples run. */
const ROOM = Buffer.alloc(64 * 1024);

/** The text of a small file of /proc; undefined when what it tells of is gone, or the system has none. */
export function readProc(path: string): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    return ROOM.toString('latin1', 0, readSync(file, ROOM, 0, ROOM.length, 0));
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Numbers of the processes that live. */
export function listProcesses(): number[] {
  return readdirSync('/proc').flatMap(name => (/^\d+$/.test(name) ? Number(name) : []));
}
