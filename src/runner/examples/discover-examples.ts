// Thousands of small files are read faster one after the other than through the thread pool.
import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { basename, join, posix, relative } from 'node:path';
import { decode, type Example, withDerived } from '../../core/example/example.ts';
import { parseExample } from '../../core/variant/parse-example.ts';
import { systemProblem } from '../../core/problems/system-error.ts';
import { type Problem, refusal } from '../../core/problems/problem.ts';
import { fail } from '../../core/problems/result.ts';
import { shellQuote } from '../../core/text/shell-quote.ts';
import { type FileBelow, filesBelow, ifExists, readIfExists } from '../files/files-below.ts';
import { isLeftover } from '../files/leftovers.ts';
import { idleLocks, recordingsWithoutVariant } from './unasked-files.ts';
import { badName, betterName, type ExamplePlace, hidingFiles, locateExamples } from './locate-examples.ts';
import { checkReceipts, type ReceiptFile } from './receipt-files.ts';

/** An example that cannot run: its file, and what is wrong with it. */
export interface BrokenExample {
  readonly id: string;
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** Everything below the examples folder, sorted by id. */
export interface Discovery {
  /** Each is followed by its variants. */
  readonly examples: readonly Example[];
  readonly broken: readonly BrokenExample[];
  /** The receipts of all topics. */
  readonly receipts: readonly ReceiptFile[];
  /** About files that are no example and belong to none. */
  readonly problems: readonly Problem[];
}

/** Bytes. Nobody reads a longer sample, and each run gets a copy of all files of its example. */
const MAX_PYTHON = 1_000_000;
const MAX_EXAMPLE = 10_000_000;
/** Bytes. The lock of a hundred packages has a fifth of it. */
const MAX_LOCK = 1_000_000;
/** Files of an example; each run gets a copy of each. */
const MAX_FILES = 500;

/** Finds and parses all examples. `folder` is relative to `root`, for example `examples`. */
export async function discover(root: string, folder: string): Promise<Discovery> {
  const all = listFiles(root, folder);
  const files = all.filter(({ path }) => !UNSHOWABLE.test(path));
  const { places, receiptFiles, problems } = locateExamples(files, folder);
  const parsed = places.map(place => readExample(root, folder, place));
  const sound = parsed.filter((each): each is Example => 'contract' in each);
  const examples = sound.flatMap(withDerived);
  const paths = new Set(files.map(({ path }) => posix.join(folder, path)));
  const lost = recordingsWithoutVariant([...paths], sound);
  for (const { file } of lost) paths.delete(file);
  const receipts = receiptFiles.map(file => checkReceipts(root, file, path => paths.has(path)));
  return {
    examples,
    broken: parsed.filter((each): each is BrokenExample => 'problems' in each),
    receipts,
    problems: [
      ...badPaths(all, folder),
      ...problems,
      ...lost,
      ...idleLocks(sound),
      ...receipts.flatMap(each => each.problems),
    ],
  };
}

/** The files of all examples, by id. No file is read. */
export async function examplePlaces(
  root: string,
  folder: string,
): Promise<ReadonlyMap<string, ExamplePlace>> {
  const files = listFiles(root, folder).filter(({ path }) => !UNSHOWABLE.test(path));
  return new Map(locateExamples(files, folder).places.map(place => [place.id, place]));
}

/**
 * A character that a message cannot show as it is: of control, of direction, or one that nobody sees. A name
 * that is not UTF-8 has U+FFFD in it, and cannot be opened by that name.
 */
const UNSHOWABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufffd]/u;

/** Names of files and folders that are refused, each once, whatever is in the folder. */
function badPaths(files: readonly FileBelow[], folder: string): Problem[] {
  const bad = files.flatMap(({ path }) => {
    const parts = path.split('/');
    const index = parts.findIndex(part => UNSHOWABLE.test(part));
    return index === -1 ? [] : [parts.slice(0, index + 1)];
  });
  const paths = new Map(bad.map(parts => [parts.join('/'), parts]));
  return [...paths].map(([path, parts]) => ({
    file: posix.join(folder, path),
    title: 'Its name holds a character that nobody sees, or that is not UTF-8.',
    remedy: `Rename it: ${posix.join(folder, ...parts.slice(0, -1), plainName(parts.at(-1) ?? ''))}`,
  }));
}

/** A name of letters, digits and underscores; the ending stays. */
function plainName(name: string): string {
  const [, stem = '', ending = ''] = /^(.*?)((?:\.\w+)*)$/s.exec(name) ?? [];
  return betterName(stem) + ending;
}

/** All files of the examples, except what editors and systems leave; none if there is no such folder. */
function listFiles(root: string, folder: string): readonly FileBelow[] {
  try {
    const files = ifExists(() => filesBelow(join(root, folder))) ?? [];
    return files.filter(({ path }) => !isLeftover(path));
  } catch (error) {
    const { path = join(root, folder) } = error as NodeJS.ErrnoException;
    throw refusal(systemProblem(error, relative(root, path)));
  }
}

/** Reads and parses one example, as it is now. */
export function readExample(
  root: string,
  folder: string,
  { id, entry, members, lock }: ExamplePlace,
): Example | BrokenExample {
  const file = posix.join(folder, entry);
  const problems: Problem[] = [...badName(id, file), ...hidingFiles(entry, members, folder)];
  if (members.length > MAX_FILES) {
    const title = `The example has ${members.length} files: the most is ${MAX_FILES}.`;
    return { id, file, problems: [{ file, title, remedy: 'Let the sample make the files that it needs.' }] };
  }
  const files = new Map<string, Uint8Array>();
  let size = 0;
  for (const member of members) {
    const [path, shown] = [join(root, folder, member), posix.join(folder, member)];
    try {
      const stats = lstatSync(path);
      size += stats.size;
      const fault = unfit(stats, member, size);
      if (fault !== undefined) problems.push({ file: shown, ...fault });
      else if (size <= MAX_EXAMPLE)
        files.set(posix.relative(posix.dirname(entry), member), readFileSync(path));
    } catch (error) {
      problems.push(systemProblem(error, shown));
    }
  }
  // A bad name or another bad file does not hide what is wrong in the source.
  const { value, problems: inside = [] } = files.has(basename(entry))
    ? parseExample(id, file, files, lock && readLock(root, posix.join(folder, lock), problems))
    : fail();
  return value !== undefined && problems.length === 0
    ? value
    : { id, file, problems: [...problems, ...inside] };
}

/** The text of a lock; what is no text is empty, which no lock is. */
function readLock(root: string, file: string, problems: Problem[]): string | undefined {
  const stats = ifExists(() => lstatSync(join(root, file)));
  const title = `It has ${megabytes(stats?.size ?? 0)}, and no lock is that long.`;
  const isLong = stats?.isFile() === true && stats.size > MAX_LOCK;
  const fault = isLong ? { title, remedy: `rm ${shellQuote(file)}` } : stats && unfit(stats, file, 0);
  if (fault === undefined) return decode(readIfExists(root, file)) ?? '';
  problems.push({ file, ...fault });
  return undefined;
}

/**
 * Why something cannot be a file of an example. Asked before it is read: reading a pipe would never end.
 * @param size bytes of the example, up to this file
 */
function unfit(stats: Stats, member: string, size: number): Pick<Problem, 'title' | 'remedy'> | undefined {
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
  if (size > MAX_EXAMPLE && size - stats.size <= MAX_EXAMPLE)
    return {
      title: `With this file the example has ${megabytes(size)}: the most is ${megabytes(MAX_EXAMPLE)}.`,
      remedy: 'Make its data smaller; the sample can generate what it needs.',
    };
  return undefined;
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
