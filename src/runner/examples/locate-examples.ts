import { dirname } from 'node:path/posix';
import { parseRecordingName } from '../../core/example/recording-name.ts';

/** The files of an example, relative to the examples folder. */
export interface ExamplePlace {
  readonly id: string;
  /** The file that runs. */
  readonly entry: string;
  /** All files that the run sees. */
  readonly members: readonly string[];
}

/** Paths below the examples folder → the examples in them. A folder with a `main.py` is one example. */
export function locateExamples(all: readonly string[]): ExamplePlace[] {
  const mains = all.filter(path => path.endsWith('/main.py')).map(path => dirname(path));
  const isInside = (path: string, folders: readonly string[]): boolean =>
    folders.some(folder => path.startsWith(`${folder}/`));
  // All files below an example belong to it, also another `main.py`.
  const folders = mains.filter(folder => !isInside(folder, mains));
  const single = all
    .filter(path => path.endsWith('.py') && !isInside(path, folders))
    .map(path => ({ id: path.slice(0, -3), entry: path, members: [path] }));
  const whole = folders.map(folder => {
    const entry = `${folder}/main.py`;
    const isMember = (path: string): boolean =>
      path.startsWith(`${folder}/`) && parseRecordingName(path)?.file !== entry;
    return { id: folder, entry, members: all.filter(isMember) };
  });
  return [...single, ...whole].sort((a, b) => (a.id < b.id ? -1 : 1));
}
