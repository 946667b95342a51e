import type { Problem } from './problem.ts';

/**
 * Marks that git leaves in a file of which two branches changed the same lines, if a file that cannot be read
 * has them: whatever else is wrong follows. Each mark is looked for once, whatever a stranger's file repeats.
 */
export function conflictProblem(source: string, file: string): Problem | undefined {
  const lines = source.split(/\r?\n/);
  const start = lines.findIndex(line => line.startsWith('<<<<<<< '));
  const middle = lines.findIndex((line, index) => index > start && line === '=======');
  const end = lines.findIndex((line, index) => index > middle && line.startsWith('>>>>>>> '));
  if (start === -1 || middle === -1 || end === -1) return undefined;
  return {
    file,
    line: start + 1,
    column: 1,
    title: 'Git left a conflict here.',
    remedy: 'Keep one side, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.',
  };
}
