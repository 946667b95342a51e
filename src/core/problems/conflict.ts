import type { Problem } from './problem.ts';

/** Marks that git leaves in a file of which two branches changed the same lines. */
const CONFLICT = /^<{7} [\s\S]*?^={7}$[\s\S]*?^>{7} /m;

/** The marks of a conflict, if a file that cannot be read has some: whatever else is wrong follows. */
export function conflictProblem(source: string, file: string): Problem | undefined {
  const match = CONFLICT.exec(source);
  if (match === null) return undefined;
  const line = source.slice(0, match.index).split('\n').length;
  return {
    file,
    line,
    column: 1,
    title: 'Git left a conflict here.',
    remedy: 'Keep one side, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.',
  };
}
