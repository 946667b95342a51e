// Thousands of small files are read faster one after the other than through the thread pool.
import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import { type Example, parseExample } from '../../core/example/example.ts';
import { systemProblem } from '../../core/problems/system-error.ts';
import { EXIT, type Problem, ProblemError } from '../../core/problems/problem.ts';
import { parseRecordingName, recordingFile } from '../../core/example/recording-name.ts';
import { fail } from '../../core/problems/result.ts';
import { badName } from './module-name.ts';
import { isOwnerDead } from '../files/process-tag.ts';
import { isUnfinished } from '../files/atomic-write.ts';

/** An example that cannot run: its file, and what is wrong with it. */
export interface BrokenExample {
  readonly id: string;
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** Everything below the examples folder, sorted by id. */
export interface Discovery {
  readonly examples: readonly Example[];
  readonly broken: readonly BrokenExample[];
  /** About files that are no example and belong to none. */
  readonly problems: readonly Problem[];
}

/** A place of an example on disk: its id, the file that runs, and the files that it sees, relative to the examples folder. */
export interface ExamplePlace {
  readonly id: string;
  readonly entry: string;
  readonly members: readonly string[];
}

/** Bytes. Nobody reads a longer sample; and all of an example is held in memory and copied for each run. */
const MAX_PYTHON = 1_000_000;
const MAX_EXAMPLE = 10_000_000;

/** In the examples folder itself: how samples are written, for Ruff, Pyright and editors. */
const SETTINGS = 'pyproject.toml';

/** Finds and parses all examples. `folder` is relative to `root`, for example `examples`. */
export async function discover(root: string, folder: string): Promise<Discovery> {
  const { all, links } = await listFiles(root, folder);
  const places = locate(all);
  const parsed = places.map(place => readExample(root, folder, place));
  const examples = parsed.filter((each): each is Example => 'contract' in each);
  const broken = parsed.filter((each): each is BrokenExample => 'problems' in each);
  return {
    examples,
    broken,
    problems: [...strays(all, places, folder), ...twins(places, folder), ...linkedRecordings(links, folder)],
  };
}

/** Where examples are, by id; nothing of them is read. */
export async function examplePlaces(
  root: string,
  folder: string,
): Promise<ReadonlyMap<string, ExamplePlace>> {
  return new Map(locate((await listFiles(root, folder)).all).map(place => [place.id, place]));
}

/** Paths of all files below a folder, sorted, symbolic links among them: none is followed, and none passed over. */
async function listFiles(
  root: string,
  folder: string,
): Promise<{ readonly all: readonly string[]; readonly links: readonly string[] }> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw new ProblemError([systemProblem(error, relative(root, error.path ?? join(root, folder)))], EXIT.usage);
    },
  );
  const within = new Map<string, string>();
  const paths = entries
    .filter(entry => !entry.isDirectory())
    .map(({ parentPath, name }) => {
      let prefix = within.get(parentPath);
      if (prefix === undefined)
        within.set(
          parentPath,
          (prefix = `${relative(join(root, folder), parentPath)}/`.replaceAll(sep, '/').replace(/^\/$/, '')),
        );
      return prefix + name;
    });
  // Where what a killed writer left cannot be removed, it is passed over all the same.
  await Promise.all(
    paths
      .filter(path => isUnfinished(path) && isOwnerDead(path))
      .map(path => rm(join(root, folder, path), { force: true }).catch(() => undefined)),
  );
  const all = paths
    .filter(
      path =>
        (!path.includes('__pycache__') || !path.split('/').includes('__pycache__')) && !isUnfinished(path),
    )
    .sort();
  return {
    all,
    links: entries
      .filter(entry => entry.isSymbolicLink())
      .map(({ parentPath, name }) => `${within.get(parentPath) ?? ''}${name}`),
  };
}

/** Paths below the examples folder → the examples that they make up. A folder with a `main.py` is one example. */
function locate(all: readonly string[]): ExamplePlace[] {
  const folders = all
    .filter(path => basename(path) === 'main.py')
    .map(path => dirname(path))
    .filter(folder => folder !== '.');
  const holders = new Set(folders);
  const outermost = folders.filter(folder => holderOf(folder, holders) === undefined);
  const inside = (path: string): boolean => holderOf(path, holders) !== undefined;
  const held = Map.groupBy(holders.size === 0 ? [] : all, path => outermostOf(path, holders));
  const single = all
    .filter(path => path.endsWith('.py') && !inside(path))
    .map(path => ({ id: path.slice(0, -3), entry: path, members: [path] }));
  const whole = outermost.map(folder => ({
    id: folder,
    entry: `${folder}/main.py`,
    members: (held.get(folder) ?? []).filter(
      path => !(dirname(path) === folder && /^main\./.test(basename(path)) && parseRecordingName(path) !== undefined),
    ),
  }));
  return [...single, ...whole].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The nearest folder above a path that is an example. */
function holderOf(path: string, holders: ReadonlySet<string>): string | undefined {
  if (holders.size === 0) return undefined;
  for (let end = path.lastIndexOf('/'); end !== -1; end = path.lastIndexOf('/', end - 1))
    if (holders.has(path.slice(0, end))) return path.slice(0, end);
  return undefined;
}

/** The outermost one: what lies in a folder that is an example belongs to that alone. */
function outermostOf(path: string, holders: ReadonlySet<string>): string | undefined {
  const nearest = holderOf(path, holders);
  return nearest === undefined ? undefined : (outermostOf(nearest, holders) ?? nearest);
}

/** Reads and parses the example of a place, as it is now. */
export function readExample(
  root: string,
  folder: string,
  { id, entry, members }: ExamplePlace,
): Example | BrokenExample {
  const file = posix.join(folder, entry);
  const problems: Problem[] = [...badName(id, file)];
  const files = new Map<string, Uint8Array>();
  let size = 0;
  for (const member of members) {
    const [path, shown] = [join(root, folder, member), posix.join(folder, member)];
    try {
      const stats = lstatSync(path);
      size += stats.size;
      const fault =
        unfit(stats, member) ??
        (size > MAX_EXAMPLE && size - stats.size <= MAX_EXAMPLE
          ? {
              title: `With this file the example has ${megabytes(size)}: the most is ${megabytes(MAX_EXAMPLE)}.`,
              remedy: 'Make its data smaller; the sample can generate what it needs.',
            }
          : undefined);
      if (fault !== undefined) problems.push({ file: shown, ...fault });
      else if (size <= MAX_EXAMPLE)
        files.set(posix.relative(posix.dirname(entry), member), readFileSync(path));
    } catch (error) {
      problems.push(systemProblem(error, shown));
    }
  }
  // What is wrong with a name, or with a file beside it, hides nothing that is wrong in the source.
  const { value, problems: inside = [] } = files.has(basename(entry))
    ? parseExample(id, file, files)
    : fail();
  return value !== undefined && problems.length === 0
    ? value
    : { id, file, problems: [...problems, ...inside] };
}

/** What cannot be a file of an example, before it is read: reading a pipe would never end. */
function unfit(stats: Stats, member: string): Pick<Problem, 'title' | 'remedy'> | undefined {
  if (stats.isSymbolicLink())
    return { title: 'A symbolic link: an example holds its own files.', remedy: 'Copy the file.' };
  if (!stats.isFile())
    return { title: 'Neither a file nor a folder: a pipe, a socket or a device.', remedy: 'Remove it.' };
  if (member.endsWith('.py') && stats.size > MAX_PYTHON)
    return {
      title: `The file has ${megabytes(stats.size)}: the most that a sample has is ${megabytes(MAX_PYTHON)}.`,
      remedy:
        'Shorten it; what it reads can be a file of its own, in the folder of an example with a main.py.',
    };
  return undefined;
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Recordings that are symbolic links: what the page shows would change without the file beside the example. */
function linkedRecordings(links: readonly string[], folder: string): Problem[] {
  return links
    .filter(path => parseRecordingName(path) !== undefined)
    .map(path => ({
      file: posix.join(folder, path),
      title: 'A symbolic link: a recording is a file of its own.',
      remedy: 'Remove it, and record again.',
    }));
}

/** Files that belong to no example: recordings whose example is gone, and whatever else lies about. */
function strays(all: readonly string[], places: readonly ExamplePlace[], folder: string): Problem[] {
  const members = new Set(places.flatMap(place => place.members));
  const entries = new Set(places.map(({ entry }) => entry));
  const exists = new Set(all);
  return all
    .filter(path => path !== SETTINGS && !members.has(path))
    .flatMap(path => {
      const file = posix.join(folder, path);
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

function twins(places: readonly ExamplePlace[], folder: string): Problem[] {
  const first = new Map<string, string>();
  for (const { id, entry } of places) if (entry < (first.get(id) ?? '\uffff')) first.set(id, entry);
  return places
    .filter(({ id, entry }) => first.get(id) !== entry)
    .map(({ id, entry }) => ({
      file: posix.join(folder, entry),
      title: `Two examples have the id "${id}".`,
      remedy: 'Rename one of them.',
    }));
}
