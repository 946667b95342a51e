import { basename, join } from 'node:path/posix';
import { parseRecordingName, recordingFile } from '../../core/example/recording-name.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { RECEIPTS_NAME } from '../../core/verdict/receipts.ts';
import type { ExamplePlace } from './locate-examples.ts';

/** Settings of Ruff, Pyright and editors, in the examples folder itself. */
const SETTINGS = 'pyproject.toml';

/** Receipts are in the folder of a topic, and in the examples folder for those that are in no topic. */
const RECEIPTS = new RegExp(`^(?:[^/]+/)?${RegExp.escape(RECEIPTS_NAME)}$`);

/** Whether a path below the examples folder is that of receipts. */
export const isReceipts = (path: string): boolean => RECEIPTS.test(path);

/** Recordings that are symbolic links. What the page shows could change while the files in git do not. */
export function linkedRecordings(links: readonly string[], folder: string): Problem[] {
  return links
    .filter(path => parseRecordingName(path) !== undefined || isReceipts(path))
    .map(path => ({
      file: join(folder, path),
      title: 'A symbolic link: a recording is a file of its own.',
      remedy: 'Remove it, and record again.',
    }));
}

/** Files that belong to no example, such as recordings whose example is gone. */
export function strayFiles(
  all: readonly string[],
  places: readonly ExamplePlace[],
  folder: string,
): Problem[] {
  const members = new Set(places.flatMap(place => place.members));
  const entries = new Set(places.map(({ entry }) => entry));
  const exists = new Set(all);
  return all
    .filter(path => path !== SETTINGS && !isReceipts(path) && !members.has(path))
    .flatMap(path => {
      const file = join(folder, path);
      const name = parseRecordingName(path);
      if (name === undefined)
        return {
          file,
          title: 'The file belongs to no example.',
          remedy: 'Put it into the folder of an example with a main.py, or remove it.',
        };
      if (!entries.has(name.file))
        return {
          file,
          title: `A recording without its example: there is no ${basename(name.file)} beside it.`,
          remedy: `git rm ${file}`,
        };
      // The recording of a version is its output: without it, the other files are no recording.
      const output = recordingFile(name.file, 'out', name.tag);
      return name.tag === undefined || exists.has(output)
        ? []
        : {
            file,
            title: `Part of a recording: there is no ${basename(output)} beside it.`,
            remedy: `git rm ${file}`,
          };
    });
}

/** Examples whose id another example has. */
export function duplicateIds(places: readonly ExamplePlace[], folder: string): Problem[] {
  const first = new Map<string, string>();
  for (const { id, entry } of places) if (entry < (first.get(id) ?? '\uffff')) first.set(id, entry);
  return places
    .filter(({ id, entry }) => first.get(id) !== entry)
    .map(({ id, entry }) => ({
      file: join(folder, entry),
      title: `Two examples have the id "${id}".`,
      remedy: 'Rename one of them.',
    }));
}
