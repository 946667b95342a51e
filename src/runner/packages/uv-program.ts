import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { delimiter, isAbsolute, join, relative } from 'node:path';
import { execa } from 'execa';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { systemProblem } from '../../core/problems/system-error.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { temporaryBeside } from '../files/temporary-folder.ts';
import { CACHE_PATHS } from '../files/state-paths.ts';
import type { CacheFolder } from '../files/user-cache.ts';

/** The uv that is fetched, with the hashes of its wheels. Renovate keeps it current. */
const PINNED = join(import.meta.dirname, 'uv.requirements.txt');

/** The oldest uv whose locks and options are those of the pinned one. */
const OLDEST = [0, 9] as const;

/** Asked once for each process, PATH and cache folder. */
const found = new Map<string, Promise<Result<string>>>();

/**
 * Path of uv: that on the PATH, or the pinned one, which is fetched the first time. Or why there is none.
 * @param interpreter whose pip fetches it
 */
export function findUv(interpreter: Interpreter, user: CacheFolder): Promise<Result<string>> {
  const { PATH = '' } = process.env;
  const key = `${user.path}\n${PATH}`;
  const uv = found.get(key) ?? onPath(PATH).then(path => path ?? pinned(interpreter, user));
  found.set(key, uv);
  return uv;
}

/** The uv that this user has installed. One of the checkout is not called: a branch could bring it. */
async function onPath(path: string): Promise<Result<string> | undefined> {
  const folders = path.split(delimiter).filter(folder => isAbsolute(folder) && !isInCheckout(folder));
  for (const uv of folders.map(folder => join(folder, 'uv')).filter(isProgram)) {
    const asked = { reject: false, stdin: 'ignore', timeout: 20_000, cwd: '/' } as const;
    const { stdout, failed } = await execa(uv, ['--version'], asked);
    const [, major, minor] = /^uv (\d+)\.(\d+)/.exec(failed ? '' : stdout) ?? [];
    if (major === undefined) continue;
    if (Number(major) > OLDEST[0] || Number(minor) >= OLDEST[1]) return succeed(uv);
  }
  return undefined;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const isInCheckout = (folder: string): boolean => !/^\.\.(?:\/|$)/.test(relative(process.cwd(), folder));

async function pinned(interpreter: Interpreter, user: CacheFolder): Promise<Result<string>> {
  const folder = join(user.path, CACHE_PATHS.uv);
  const [, version = ''] = /^uv==([\w.]+)/m.exec(readFileSync(PINNED, 'utf8')) ?? [];
  const uv = join(folder, `uv-${version}`);
  if (existsSync(uv)) return succeed(uv);
  let temporary: string | undefined;
  try {
    temporary = await temporaryBeside(join(folder, 'fetch'));
    const environment = join(temporary, 'environment');
    const made = await run(interpreter.path, ['-I', '-m', 'venv', environment], temporary);
    if (made !== undefined) return fail({ file: interpreter.path, ...NO_VENV, detail: made });
    // pip reads the settings of this user: an index of a company, its certificates. None of the checkout.
    const pip = ['-I', '-m', 'pip', '--disable-pip-version-check', '--timeout', '15', '--retries', '1'];
    const checked = ['--no-deps', '--require-hashes', '--only-binary', ':all:', '--requirement', PINNED];
    const python = join(environment, 'bin/python');
    const fetched = await run(python, [...pip, 'install', '--quiet', ...checked], temporary);
    if (fetched !== undefined) return fail({ file: interpreter.path, ...NO_UV, detail: fetched });
    // A name of its own until it is whole.
    const copy = join(temporary, 'uv');
    await copyFile(join(environment, 'bin/uv'), copy);
    await rename(copy, uv);
    return succeed(uv);
  } catch (error) {
    return fail(systemProblem(error, folder));
  } finally {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
  }
}

const NO_VENV: Pick<Problem, 'title' | 'remedy'> = {
  title:
    'Samples have packages. uv, which installs them, is missing, and this Python has no pip to fetch it.',
  remedy: 'Install uv (https://docs.astral.sh/uv/), or on Debian: apt-get install python3-venv',
};

const NO_UV: Pick<Problem, 'title' | 'remedy'> = {
  title: 'Samples have packages. uv, which installs them, is missing, and cannot be fetched.',
  remedy: 'Try again with a network: uv is kept. Or install it: https://docs.astral.sh/uv/',
};

/** Runs a program. @returns the end of what it printed if it failed */
async function run(command: string, args: readonly string[], cwd: string): Promise<string | undefined> {
  const { failed, all } = await execa(command, args, { cwd, reject: false, stdin: 'ignore', all: true });
  if (!failed) return undefined;
  const lines = all.split('\n').filter(line => line.trim() !== '' && !/^WARNING: Retrying/.test(line));
  return lines.slice(-6).join('\n').replaceAll(/^/gm, '    ');
}
