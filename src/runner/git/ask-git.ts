import { execa } from 'execa';

/** What git prints; undefined if it refuses, or is not there. No file of the repository steers it. */
export async function askGit(
  root: string,
  words: readonly string[],
  input?: string,
): Promise<string | undefined> {
  const env = { TZ: 'UTC', LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
  const { exitCode, stdout } = await execa('git', words, {
    cwd: root,
    reject: false,
    env,
    // What it prints is cut at NULs: a line feed at the end is part of it.
    stripFinalNewline: false,
    ...(input === undefined ? { stdin: 'ignore' } : { input }),
  });
  // 1: `check-ignore` has found nothing.
  return exitCode === 0 || exitCode === 1 ? stdout : undefined;
}

/** Why git knows no dates here, with what to do; undefined if it knows them. */
export async function whyNoDates(root: string): Promise<string | undefined> {
  const { failed, stdout, stderr, code } = await execa('git', ['rev-parse', '--is-shallow-repository'], {
    cwd: root,
    reject: false,
    stdin: 'ignore',
    env: { LC_ALL: 'C' },
  });
  if (!failed && stdout.trim() === 'false') return undefined;
  if (!failed) return 'this clone is shallow (git fetch --unshallow)';
  if (code === 'ENOENT') return 'there is no git on PATH';
  if (stderr.includes('dubious ownership'))
    return 'the folder belongs to another user (git config --global --add safe.directory FOLDER)';
  return 'this is no git repository';
}
