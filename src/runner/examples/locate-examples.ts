import { basename, dirname, join, relative } from 'node:path/posix';
import { hiddenModule } from '../../core/example/stdlib-modules.ts';
import { parseRecordingName, recordingFile } from '../../core/example/recording-name.ts';
import { LOCK_ENDING, lockFile } from '../../core/packages/lock.ts';
import { nearest } from '../../core/problems/suggest.ts';
import { shellQuote } from '../../core/text/shell-quote.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { RECEIPTS_NAME } from '../../core/verdict/receipts.ts';
import type { FileBelow } from '../files/files-below.ts';

/** The files of an example, relative to the examples folder. */
export interface ExamplePlace {
  readonly id: string;
  /** The file that runs. */
  readonly entry: string;
  /** All files that the run sees. */
  readonly members: readonly string[];
  /** The lock of its packages, if there is one. */
  readonly lock?: string | undefined;
}

/** What the files below the examples folder are, and what is wrong with them, by their paths alone. */
interface Located {
  readonly places: readonly ExamplePlace[];
  /** Relative to the project. */
  readonly receiptFiles: readonly string[];
  readonly problems: readonly Problem[];
}

/** Finds the examples among all files below their folder. @param folder relative to the project */
export function locateExamples(files: readonly FileBelow[], folder: string): Located {
  const all = files.map(({ path }) => path);
  const places = placesIn(all);
  const members = new Set(places.flatMap(place => place.members));
  const others = all.filter(path => !members.has(path));
  return {
    places,
    receiptFiles: others.filter(isReceipts).map(path => join(folder, path)),
    problems: [
      ...strayFiles(others, places, folder),
      ...duplicateIds(places, folder),
      ...linkedRecordings(files, folder),
    ],
  };
}

/** A folder with a `main.py` is one example. */
function placesIn(all: readonly string[]): ExamplePlace[] {
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
      path.startsWith(`${folder}/`) && path !== lockFile(entry) && parseRecordingName(path)?.file !== entry;
    return { id: folder, entry, members: all.filter(isMember) };
  });
  const names = new Set(all);
  return [...single, ...whole]
    .map(place => ({ ...place, lock: names.has(lockFile(place.entry)) ? lockFile(place.entry) : undefined }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** https://docs.python.org/3/reference/lexical_analysis.html#keywords */
const KEYWORDS = new Set(
  `False None True and as assert async await break class continue def del elif else except finally
  for from global if import in is lambda nonlocal not or pass raise return try while with yield`.split(/\s+/),
);

/** Each part of an id must be a Python module name in lower case, so that each sample can be imported. */
export function badName(id: string, file: string): Problem[] {
  const bad = id.split('/').find(part => betterName(part) !== part);
  if (bad === undefined) return [];
  // The first part of the path with this name: a topic, a folder, or the file.
  const parts = file.split('/');
  const index = parts.findIndex(part => part.replace(/\.py$/, '') === bad);
  const target = parts.slice(0, index + 1).join('/');
  const better = [...parts.slice(0, index), (parts[index] ?? '').replace(bad, betterName(bad))].join('/');
  return [
    {
      file,
      title: `"${bad}" is not the name of a Python module: lower-case letters, digits and underscores.`,
      remedy: `mv ${shellQuote(target)} ${shellQuote(better)}`,
    },
  ];
}

/** The nearest name of a module; the part of an id itself if it is one. */
export function betterName(part: string): string {
  const better =
    part
      .toLowerCase()
      .replaceAll(/\W+/g, '_')
      .replace(/^(?=\d)/, 'example_') || '_';
  return KEYWORDS.has(better) ? `${better}_` : better;
}

/** Files of an example that Python would import in place of modules of its standard library. */
export function hidingFiles(entry: string, members: readonly string[], folder: string): Problem[] {
  const home = dirname(entry);
  return members.flatMap(member => {
    const path = relative(home, member);
    const name = hiddenModule(path);
    return name === undefined
      ? []
      : hidingProblem(join(folder, home), path, name, `the module ${name} of the standard library`);
  });
}

/**
 * A file that Python would import in place of a module.
 * @param home the folder of the example
 * @param path of the file below it: `queue.py`, `queue/__init__.py`
 */
export function hidingProblem(home: string, path: string, name: string, hidden: string): Problem {
  const [from, to] = path.includes('/')
    ? [name, `${name}_example`]
    : [path, path.replace(name, `${name}_example`)];
  return {
    file: join(home, path),
    title: `It hides ${hidden}: "import ${name}" would import this file.`,
    remedy: `mv ${shellQuote(join(home, from))} ${shellQuote(join(home, to))}`,
  };
}

/** Settings of Ruff, Pyright and editors, in the examples folder itself. */
const SETTINGS = 'pyproject.toml';

/** Receipts are in the folder of a topic, and in the examples folder for those that are in no topic. */
const RECEIPTS = new RegExp(`^(?:[^/]+/)?${RegExp.escape(RECEIPTS_NAME)}$`);

const isReceipts = (path: string): boolean => RECEIPTS.test(path);

/** Recordings that are symbolic links. What the page shows could change while the files in git do not. */
function linkedRecordings(files: readonly FileBelow[], folder: string): Problem[] {
  return files
    .filter(({ path, isLink }) => isLink && (parseRecordingName(path) !== undefined || isReceipts(path)))
    .map(({ path }) => ({
      file: join(folder, path),
      title: 'A symbolic link: a recording is a file of its own.',
      remedy: 'Remove it, and record again.',
    }));
}

/** Of the files that no example sees: those that belong to none, such as recordings whose example is gone. */
function strayFiles(others: readonly string[], places: readonly ExamplePlace[], folder: string): Problem[] {
  const entries = new Set(places.map(({ entry }) => entry));
  const exists = new Set(others);
  return others
    .filter(path => path !== SETTINGS && !isReceipts(path))
    .flatMap(path => {
      const file = join(folder, path);
      if (path.endsWith(LOCK_ENDING)) return strayLock(path, file, entries);
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
          remedy: movedTo(path, places, exists, folder) ?? `rm ${shellQuote(file)}`,
        };
      // The output is the recording: of a version or a variant, other files alone are none.
      const output = recordingFile(name.file, 'out', name.tag, name.slug);
      const isWhole = (name.tag === undefined && name.slug === undefined) || name.form !== undefined;
      return isWhole || exists.has(output)
        ? []
        : {
            file,
            title: `Part of a recording: there is no ${basename(output)} beside it.`,
            remedy: `rm ${shellQuote(file)}`,
          };
    });
}

/** A lock whose sample is gone. */
function strayLock(path: string, file: string, entries: ReadonlySet<string>): Problem[] {
  const entry = path.replace(LOCK_ENDING, '.py');
  if (entries.has(entry)) return [];
  const title = `A lock without its sample: there is no ${basename(entry)} beside it.`;
  return [{ file, title, remedy: `rm ${shellQuote(file)}` }];
}

/** The only one of some things; of several, none is meant more than another. */
const onlyOf = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);

/** How a recording follows its example, if that has been moved: the nearest that has none of its own. */
function movedTo(
  path: string,
  places: readonly ExamplePlace[],
  exists: ReadonlySet<string>,
  folder: string,
): string | undefined {
  const { slug, tag, part = 'out', form, artifact, file = '' } = parseRecordingName(path) ?? {};
  const moved = (entry: string): string =>
    artifact === undefined
      ? recordingFile(entry, part, tag, slug, form)
      : entry.replace(/\.py$/, path.slice(file.length - '.py'.length));
  const bare = places.filter(({ entry }) => !exists.has(moved(entry)));
  const topic = (each: string): string | undefined => each.split('/')[0];
  const near = bare.filter(({ id }) => topic(id) === topic(path));
  const candidates = near.length > 0 ? near : bare;
  const name =
    nearest(
      file.slice(0, -3),
      candidates.map(({ id }) => id),
    ) ?? onlyOf(candidates)?.id;
  const place = candidates.find(({ id }) => id === name);
  if (place === undefined) return undefined;
  const [from, to] = [path, moved(place.entry)].map(each => shellQuote(join(folder, each)));
  return [
    `If it is that of ${join(folder, place.entry)} now, it moves too:`,
    `mv ${from} ${to} && npm run record -- ${place.id}`,
    `If not: rm ${from}`,
  ].join('\n');
}

/** Examples whose id another example has. */
function duplicateIds(places: readonly ExamplePlace[], folder: string): Problem[] {
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
