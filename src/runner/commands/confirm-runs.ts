import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { refusal } from '../../core/problems/problem.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { readBytes } from '../files/files-below.ts';
import { folderFault } from '../files/user-cache.ts';
import { userHome } from '../files/user-home.ts';
import { findSandbox, type Sandbox, type SandboxPolicy } from '../sandbox/sandbox.ts';
import { confirm, type Terminal } from './prompt.ts';

/**
 * Asks once for each checkout whether its examples may run without a sandbox: they are programs, and maybe a
 * stranger wrote them. It does not ask without a terminal, or if the policy is not `auto`: then somebody has
 * chosen. The report shows in any case that nothing was sandboxed.
 * @throws ProblemError if the answer is no
 */
export async function confirmRuns(
  root: string,
  policy: SandboxPolicy,
  terminal: Terminal | undefined,
  find: (policy: SandboxPolicy) => Sandbox = findSandbox,
): Promise<void> {
  if (terminal === undefined || policy !== 'auto') return;
  const sandbox = find(policy);
  if (sandbox.kind === 'sandboxed') return;
  const folder = answersFolder(process.env);
  const unfit = folder === undefined ? 'there is no home folder' : folderFault(folder);
  // What others can write answers for nobody.
  const answers = folder === undefined || unfit !== undefined ? undefined : join(folder, ANSWERS);
  const checkout = realpathSync(root);
  const accepted = acceptedCheckouts(answers);
  if (accepted.includes(checkout)) return;
  terminal.output.write(
    `There is no sandbox: ${sandbox.reason}. The examples of ${checkout}\n` +
      'are Python programs. They would run with your rights: with your files, and your network.\n',
  );
  if (!(await confirm('Do you trust them? Asked once for this checkout.', terminal)))
    throw refusal({
      file: 'sandbox',
      title: 'Nothing was run: you do not trust the examples, and there is no sandbox.',
      remedy: 'On Linux: apt-get install bubblewrap',
    });
  const fault =
    answers === undefined
      ? `${folder ?? 'a folder for answers'}: ${unfit}`
      : await saveAnswers(answers, [...accepted, checkout]);
  if (fault !== undefined) terminal.output.write(`The answer counts for this command alone: ${fault}.\n`);
}

const ANSWERS = 'trusted-checkouts.json';

/** Saves the checkouts that are accepted; returns why not, if they cannot be saved. */
async function saveAnswers(file: string, checkouts: readonly string[]): Promise<string | undefined> {
  try {
    await writeAtomically(file, `${JSON.stringify(checkouts, null, 2)}\n`);
    return undefined;
  } catch (error) {
    return `${file} is not written (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
  }
}

/**
 * Where answers are kept: with the user, because a file in the checkout could come with it. Undefined if the
 * user has no home.
 * https://specifications.freedesktop.org/basedir-spec/latest/: a relative path is ignored.
 */
function answersFolder(env: NodeJS.ProcessEnv): string | undefined {
  const { XDG_STATE_HOME: state = '' } = env;
  const home = userHome(env);
  const folder = isAbsolute(state) ? state : home && join(home, '.local', 'state');
  return folder && join(folder, 'verbatim');
}

/** The checkouts that were accepted before. A file that is damaged accepts none. */
function acceptedCheckouts(file: string | undefined): readonly string[] {
  if (file === undefined || !existsSync(file)) return [];
  try {
    const value: unknown = JSON.parse(readBytes(file).toString('utf8'));
    return Array.isArray(value) ? value.filter(each => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
