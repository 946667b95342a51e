import { execa } from 'execa';

/** What git did. */
interface GitAnswer {
  readonly failed: boolean;
  /** Absent if there is no git. */
  readonly exitCode?: number | undefined;
  readonly code?: string | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a call of git gets besides its words. */
interface GitInput {
  /** Standard input; without it, the end of one. */
  readonly input?: string | undefined;
  readonly variables?: Readonly<Record<string, string>> | undefined;
}

/**
 * Runs git in a folder: the only way to it. Variables such as GIT_DIR, which a hook sets, do not reach it; it
 * asks nobody, takes no lock that it can do without, and starts no program that the repository names to watch
 * files.
 */
export async function runGit(
  folder: string,
  words: readonly string[],
  { input, variables = {} }: GitInput = {},
): Promise<GitAnswer> {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const own = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
  return execa('git', ['-c', 'core.fsmonitor=false', ...words], {
    cwd: folder,
    env: { ...Object.fromEntries(kept), ...own, ...variables },
    extendEnv: false,
    reject: false,
    // What it prints may be cut at NULs: a line feed at the end is part of it.
    stripFinalNewline: false,
    ...(input === undefined ? { stdin: 'ignore' } : { input }),
  });
}

/** What git prints, without the last line feed. @throws Error with its `stdout` and `stderr` if it fails */
export async function git(
  folder: string,
  words: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const answer = await runGit(folder, words, { variables });
  if (answer.failed) throw answer;
  return answer.stdout.replace(/\n$/, '');
}

/** All that git prints, with times in UTC; undefined if it refuses, or is not there. */
export async function askGit(
  root: string,
  words: readonly string[],
  input?: string,
): Promise<string | undefined> {
  const { exitCode, stdout } = await runGit(root, words, { input, variables: { TZ: 'UTC' } });
  // 1: `check-ignore` has found nothing.
  return exitCode === 0 || exitCode === 1 ? stdout : undefined;
}

/** What git answered when it failed, for the detail of a problem. @throws any other error: it is a bug */
export function gitDetail(error: unknown): string {
  const { stderr, stdout } = error as { readonly stderr?: string; readonly stdout?: string };
  if (typeof stderr !== 'string') throw error;
  const lines = `${stdout ?? ''}\n${stderr}`.trim().split('\n').slice(-10);
  return lines.map(line => `    ${line}`).join('\n');
}
