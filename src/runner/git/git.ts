import { execa } from 'execa';

/**
 * Runs git in a folder and returns its output without the last line feed. Variables such as GIT_DIR, which a
 * hook sets, do not reach it. @throws ExecaError if git fails
 */
export async function git(
  folder: string,
  words: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const env = { ...Object.fromEntries(kept), LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', ...variables };
  return (await execa('git', words, { cwd: folder, stdin: 'ignore', env, extendEnv: false })).stdout;
}

/** What git answered when it failed, for the detail of a problem. @throws any other error: it is a bug */
export function gitDetail(error: unknown): string {
  const { stderr, stdout } = error as { readonly stderr?: string; readonly stdout?: string };
  if (typeof stderr !== 'string') throw error;
  const lines = `${stdout ?? ''}\n${stderr}`.trim().split('\n').slice(-10);
  return lines.map(line => `    ${line}`).join('\n');
}
