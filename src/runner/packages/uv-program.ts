import { existsSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { EXIT, ProblemError, refusal } from '../../core/problems/problem.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { temporaryBeside } from '../files/temporary-folder.ts';
import { CACHE_PATHS } from '../files/state-paths.ts';
import type { CacheFolder } from '../files/user-cache.ts';

/** The uv that is fetched, with the hashes of its wheels. */
const PINNED = join(import.meta.dirname, 'uv.requirements.txt');
const PINNED_VERSION = '0.13.9';

/** The oldest uv whose locks and options are those of the pinned one. */
const OLDEST = [0, 9] as const;

/** Searched once for each process. */
let program: Promise<string> | undefined;

/**
 * Path of uv: that on the PATH, or the pinned one, which is fetched the first time.
 * @param interpreter whose pip fetches it
 * @throws ProblemError if there is none, and it cannot be fetched
 */
export function findUv(interpreter: Interpreter, user: CacheFolder): Promise<string> {
  program ??= onPath()
    .then(found => found ?? pinned(interpreter, user))
    .catch(error => {
      program = undefined;
      throw error;
    });
  return program;
}

async function onPath(): Promise<string | undefined> {
  const { stdout, failed } = await execa('uv', ['--version'], {
    reject: false,
    stdin: 'ignore',
    timeout: 20_000,
  });
  const [, major, minor] = /^uv (\d+)\.(\d+)/.exec(failed ? '' : stdout) ?? [];
  if (major === undefined) return undefined;
  const isNew = Number(major) > OLDEST[0] || Number(minor) >= OLDEST[1];
  return isNew ? 'uv' : undefined;
}

async function pinned(interpreter: Interpreter, user: CacheFolder): Promise<string> {
  const folder = join(user.path, CACHE_PATHS.uv);
  const uv = join(folder, `uv-${PINNED_VERSION}`);
  if (existsSync(uv)) return uv;
  const temporary = await temporaryBeside(join(folder, 'fetch'));
  try {
    // Its pip reads the settings of this user: an index of a company, its certificates.
    const environment = join(temporary, 'environment');
    await run(interpreter.path, ['-I', '-m', 'venv', environment], interpreter);
    const pip = ['-m', 'pip', '--disable-pip-version-check', 'install', '--quiet', '--no-deps'];
    const checked = ['--require-hashes', '--only-binary', ':all:', '--requirement', PINNED];
    await run(join(environment, 'bin/python'), [...pip, ...checked], interpreter);
    const copy = join(temporary, 'uv');
    await copyFile(join(environment, 'bin/uv'), copy);
    await rename(copy, uv);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return uv;
}

async function run(command: string, args: readonly string[], { path }: Interpreter): Promise<void> {
  const { failed, all } = await execa(command, args, { reject: false, stdin: 'ignore', all: true });
  if (!failed) return;
  const isVenv = args.includes('venv');
  const title = isVenv
    ? 'Samples have packages, and there is no uv to install them; nor can this Python fetch it.'
    : 'Samples have packages, and uv, which installs them, cannot be fetched.';
  const remedy = isVenv
    ? 'Install uv (https://docs.astral.sh/uv/), or: apt-get install python3-venv'
    : 'Try again with a network, once; or install uv: https://docs.astral.sh/uv/';
  const detail = all.trim().split('\n').slice(-6).join('\n').replaceAll(/^/gm, '    ');
  throw refusal({ file: path, title, detail, remedy }, EXIT.fellShort);
}

/** Whether an error says that uv is missing: then no lock can be made or installed. */
export const isMissingUv = (error: unknown): error is ProblemError => error instanceof ProblemError;
