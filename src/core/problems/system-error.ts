import { EXIT, type Problem, ProblemError } from './problem.ts';
import { fail, type Result, succeed } from './result.ts';

/** Error codes, each as a sentence with its remedy: https://man7.org/linux/man-pages/man3/errno.3.html */
const SYSTEM_ERRORS: Readonly<Record<string, readonly [title: string, remedy: string]>> = {
  EACCES: ['Permission denied.', 'Give yourself the right to it: chmod u+rwX'],
  EPERM: ['Permission denied.', 'Give yourself the right to it: chmod u+rwX'],
  EROFS: ['The file system is read-only.', 'Work in a copy on a file system that can be written.'],
  ENOSPC: ['The disk is full.', 'Make room on it, and try again.'],
  EDQUOT: ['Your share of the disk is used up.', 'Make room in it, and try again.'],
  EFBIG: ['The file may not grow so large.', 'Raise the limit (ulimit -f), and try again.'],
  EISDIR: ['A folder is where a file belongs.', 'Remove it, or rename it.'],
  ENXIO: ['A pipe, a socket or a device is where a file belongs.', 'Remove it.'],
  ENOTDIR: ['A file is where a folder belongs.', 'Remove it, or rename it.'],
  ENOENT: ['It is not there (any more).', 'Try again; if somebody else works here, when they have finished.'],
  ELOOP: ['Its symbolic links lead nowhere.', 'Remove them.'],
  ENAMETOOLONG: ['Its name is too long.', 'Give it a shorter name.'],
  E2BIG: ['The arguments of a program are too long.', 'Give it shorter ones.'],
  EEXIST: ['Something is in its place.', 'Remove it, or rename it.'],
  ENOTEMPTY: ['A folder that is not empty is in its place.', 'Remove it, or rename it.'],
  EAGAIN: ['The machine starts no more processes.', 'Try again when it is quieter.'],
  ENOMEM: ['The memory is full.', 'Try again when the machine is quieter.'],
  EPIPE: ['The reader of the output has ended.', 'Keep it open, or write to a file: --report text=FILE'],
  ERR_FS_FILE_TOO_LARGE: ['It has more than 2 GB.', 'Make it smaller.'],
  ERR_STRING_TOO_LONG: ['It is too long for a text: more than 512 MB.', 'Make it smaller.'],
  EMFILE: ['Too many files are open.', 'Raise the limit (ulimit -n), and try again.'],
  ENFILE: ['Too many files are open on this machine.', 'Try again when it is quieter.'],
  EXDEV: ['It lies on another disk than the project.', 'Let it be an ordinary folder of the project.'],
  EBUSY: ['Somebody else is using it.', 'Let it be an ordinary folder, and close what uses it.'],
  EIO: ['The disk failed.', 'Check the disk.'],
};

/** An error of the operating system about a file → a problem. @throws any other error, since it is a bug */
export function systemProblem(error: unknown, file: string): Problem {
  const { code = '' } = error as NodeJS.ErrnoException;
  const [title, remedy] = SYSTEM_ERRORS[code] ?? [];
  if (title === undefined) throw error;
  return { file, title: `${title} (${code})`, remedy };
}

/** Does something with a file. @throws ProblemError that names `file`, if the operating system refuses */
export async function withFileProblem<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new ProblemError([systemProblem(error, file)], EXIT.usage);
  }
}

/** Does something that may fail for any reason of the operating system, such as saving a cache. */
export async function withoutSystemError(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

/** Problems that are thrown → a value, for work whose failure must not stop the rest. */
export async function toResult<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return succeed(await work());
  } catch (error) {
    if (error instanceof ProblemError) return fail(...error.problems);
    throw error;
  }
}
