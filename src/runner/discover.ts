// Thousands of small files are read faster one after the other than through the thread pool.
import { lstatSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import { type Example, parseExample } from '../core/example.ts';
import type { Problem } from '../core/problem.ts';
import { TAG } from '../core/python.ts';
import { badName } from './names.ts';

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

/** A place of an example on disk: its id, the file that runs, and the files that it sees. */
interface Site {
  readonly id: string;
  readonly entry: string;
  readonly members: readonly string[];
}

/** What a recording's name ends with: `.out`, or `.3.13.out` where it is that of one version. */
const RECORDING = new RegExp(String.raw`(?<variant>\.${TAG})?\.(?:out|err|recorded\.json)$`);

/** Finds and parses all examples. `folder` is relative to `root`, for example `examples`. */
export async function discover(root: string, folder: string): Promise<Discovery> {
  const all = await listFiles(join(root, folder));
  const places = locate(all);
  const parsed = places.map((place) => read(root, folder, place));
  const examples = parsed.filter((each): each is Example => 'contract' in each);
  const broken = parsed.filter((each): each is BrokenExample => 'problems' in each);
  return { examples, broken, problems: [...strays(all, places, folder), ...twins(places, folder)] };
}

/** Paths of all files below a folder, sorted, symbolic links among them: none is followed, and none passed over. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const within = new Map<string, string>();
  const paths = entries.filter((entry) => !entry.isDirectory()).map(({ parentPath, name }) => {
    let prefix = within.get(parentPath);
    if (prefix === undefined) within.set(parentPath, (prefix = `${relative(folder, parentPath)}/`.replaceAll(sep, '/').replace(/^\/$/, '')));
    return prefix + name;
  });
  return paths.filter((path) => !path.includes('__pycache__') || !path.split('/').includes('__pycache__')).sort();
}

/** Paths below the examples folder → the examples that they make up. A folder with a `main.py` is one example. */
function locate(all: readonly string[]): Site[] {
  const folders = all.filter((path) => basename(path) === 'main.py').map((path) => dirname(path)).filter((folder) => folder !== '.');
  const holders = new Set(folders);
  const outermost = folders.filter((folder) => holderOf(folder, holders) === undefined);
  const inside = (path: string): boolean => holderOf(path, holders) !== undefined;
  const held = Map.groupBy(holders.size === 0 ? [] : all, (path) => outermostOf(path, holders));
  const single = all.filter((path) => path.endsWith('.py') && !inside(path)).map((path) => ({ id: path.slice(0, -3), entry: path, members: [path] }));
  const whole = outermost.map((folder) => ({
    id: folder,
    entry: `${folder}/main.py`,
    members: (held.get(folder) ?? []).filter((path) => !(dirname(path) === folder && /^main\./.test(basename(path)) && RECORDING.test(path))),
  }));
  return [...single, ...whole].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The nearest folder above a path that is an example. */
function holderOf(path: string, holders: ReadonlySet<string>): string | undefined {
  if (holders.size === 0) return undefined;
  for (let end = path.lastIndexOf('/'); end !== -1; end = path.lastIndexOf('/', end - 1)) if (holders.has(path.slice(0, end))) return path.slice(0, end);
  return undefined;
}

/** The outermost one: what lies in a folder that is an example belongs to that alone. */
function outermostOf(path: string, holders: ReadonlySet<string>): string | undefined {
  const nearest = holderOf(path, holders);
  return nearest === undefined ? undefined : (outermostOf(nearest, holders) ?? nearest);
}

function read(root: string, folder: string, { id, entry, members }: Site): Example | BrokenExample {
  const file = posix.join(folder, entry);
  const problems: Problem[] = [...badName(id, file)];
  const files = new Map<string, Uint8Array>();
  for (const member of members) {
    const path = join(root, folder, member);
    if (lstatSync(path).isSymbolicLink()) problems.push({ file: posix.join(folder, member), title: 'A symbolic link: an example holds its own files.', remedy: 'Copy the file.' });
    else files.set(posix.relative(posix.dirname(entry), member), readFileSync(path));
  }
  if (problems.length > 0) return { id, file, problems };
  const parsed = parseExample(id, file, files);
  return parsed.problems === undefined ? parsed.value : { id, file, problems: parsed.problems };
}

/** Files that belong to no example: recordings whose example is gone, and whatever else lies about. */
function strays(all: readonly string[], places: readonly Site[], folder: string): Problem[] {
  const members = new Set(places.flatMap((place) => place.members));
  const entries = new Set(places.map(({ entry }) => entry));
  const exists = new Set(all);
  // Of a version's recording the output is what counts: without it, the rest is no recording.
  const known = (path: string): boolean => members.has(path) || (RECORDING.test(path) && entries.has(path.replace(RECORDING, '.py')) && (!RECORDING.exec(path)?.groups?.variant || exists.has(path.replace(RECORDING, '$<variant>.out'))));
  return all.filter((path) => !known(path)).map((path) => {
    const file = posix.join(folder, path);
    if (entries.has(path.replace(RECORDING, '.py'))) return { file, title: `Part of a recording: there is no ${basename(path).replace(RECORDING, '$<variant>.out')} beside it.`, remedy: `git rm ${file}` };
    return RECORDING.test(path)
      ? { file, title: `A recording without its example: there is no ${basename(path).replace(RECORDING, '.py')} beside it.`, remedy: `git rm ${file}` }
      : { file, title: 'The file belongs to no example.', remedy: 'Put it into the folder of an example with a main.py, or remove it.' };
  });
}

function twins(places: readonly Site[], folder: string): Problem[] {
  const first = new Map<string, string>();
  for (const { id, entry } of places) if (entry < (first.get(id) ?? '\uffff')) first.set(id, entry);
  return places.filter(({ id, entry }) => first.get(id) !== entry).map(({ id, entry }) => ({ file: posix.join(folder, entry), title: `Two examples have the id "${id}".`, remedy: 'Rename one of them.' }));
}
