import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { HAS_PROCFS, readProc } from './procfs.ts';

/** `AT_PAGESZ`, the key of the page size in the vector that the kernel passes. */
const PAGE_SIZE_KEY = 6n;

/**
 * Bytes of a page of memory. The kernel passes it to each program:
 * https://man7.org/linux/man-pages/man3/getauxval.3.html
 */
export const PAGE_BYTES: number = HAS_PROCFS ? pageBytes() : 4096;

function pageBytes(): number {
  const vector = readFileSync('/proc/self/auxv');
  for (let at = 0; at + 16 <= vector.length; at += 16)
    if (vector.readBigUInt64LE(at) === PAGE_SIZE_KEY) return Number(vector.readBigUInt64LE(at + 8));
  return 4096;
}

/** Bytes of this machine's memory: all, and those that programs could still take. */
export function machineMemory(): { readonly total: number; readonly available: number } {
  const text = readProc('/proc/meminfo') ?? '';
  const bytesOf = (name: string): number =>
    Number(new RegExp(`^${name}: +(\\d+) kB`, 'm').exec(text)?.[1] ?? Number.POSITIVE_INFINITY) * 1024;
  return { total: bytesOf('MemTotal'), available: bytesOf('MemAvailable') };
}

/** Bytes of memory that some processes map together. What they share counts once; this takes a while. */
export function mappedMemory(pids: readonly number[]): number {
  const mapped = pids.map(pid => /^Pss: +(\d+) kB/m.exec(readProc(`/proc/${pid}/smaps_rollup`) ?? '')?.[1]);
  return sum(mapped.map(kilobytes => Number(kilobytes ?? 0) * 1024));
}

/** Bytes of open files in memory that have no name in any folder (`memfd_create`), mapped or not. */
export function unnamedMemory(pids: readonly number[]): number {
  return sum(new Map(pids.flatMap(unnamedFiles)).values());
}

/** The open files of a process that are memory without a name, each with its bytes. */
function unnamedFiles(pid: number): [id: string, bytes: number][] {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).flatMap((name): [string, number][] => {
      const path = `${folder}/${name}`;
      if (!readlinkSync(path).startsWith('/memfd:')) return [];
      const { dev, ino, blocks } = statSync(path);
      return [[`${dev}:${ino}`, blocks * 512]];
    });
  } catch {
    // It has ended, or closed one of them.
    return [];
  }
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
