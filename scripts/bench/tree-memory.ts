import { readdirSync, readFileSync } from 'node:fs';

/** Between two looks: a build takes seconds, and looking must not take much of them. */
const INTERVAL = 300;

/**
 * Watches how much memory a process and all that it started hold together. What two of them share counts once: a process that starts
 * another is there twice for a moment, with all that it holds. @returns ends the watch, and gives the most that was seen, in bytes; NaN where the system does not tell
 */
export function watchTree(pid: number): () => number {
  let most = Number.NaN;
  const look = (): void => {
    const now = memoryOf(pid);
    if (now > 0 && !(now <= most)) most = now;
  };
  look();
  const timer = setInterval(look, INTERVAL);
  return () => (clearInterval(timer), most);
}

function memoryOf(pid: number): number {
  const kibibytes = Number(
    /^Pss:\s+(?<size>\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`))?.groups?.size ?? 0,
  );
  return kibibytes * 1024 + childrenOf(pid).reduce((sum, child) => sum + memoryOf(child), 0);
}

function childrenOf(pid: number): number[] {
  return told(() => readdirSync(`/proc/${pid}/task`), []).flatMap(thread =>
    read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  );
}

const read = (path: string): string => told(() => readFileSync(path, 'utf8'), '');

/** A process may end between two questions: then nothing is told of it. */
function told<T>(ask: () => T, nothing: T): T {
  try {
    return ask();
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return nothing;
    throw error;
  }
}
