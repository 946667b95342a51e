import { closeSync, openSync, readSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Paths that may be a Python: on PATH, of pyenv and of uv, each binary once. Shims (scripts that pick a
 * Python) only if there is no binary.
 */
export async function interpreterPaths(env: NodeJS.ProcessEnv): Promise<string[]> {
  const path = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const home = env.HOME ?? homedir();
  const onPath = (await Promise.all(path.map(folder => list(folder, /^python3(?:\.\d+t?)?$/)))).flat();
  const pyenv = (await list(join(env.PYENV_ROOT ?? join(home, '.pyenv'), 'versions'), /./)).map(folder =>
    join(folder, 'bin', 'python3'),
  );
  const uv = (
    await list(
      env.UV_PYTHON_INSTALL_DIR ?? join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'uv', 'python'),
      /^cpython-/,
    )
  ).map(folder => join(folder, 'bin', 'python3'));
  const binaries = new Map<string, string>();
  const shims: string[] = [];
  for (const candidate of [...onPath, ...pyenv, ...uv]) {
    const target = await realpath(candidate).catch(() => undefined);
    if (target === undefined) continue;
    if (isScript(target)) shims.push(candidate);
    else if (!binaries.has(target)) binaries.set(target, candidate);
  }
  return binaries.size > 0 ? [...binaries.values()] : shims;
}

async function list(folder: string, name: RegExp): Promise<string[]> {
  // The folder need not exist.
  return (await readdir(folder).catch(() => []))
    .filter(entry => name.test(entry))
    .map(entry => join(folder, entry));
}

/** Whether a file is a script, by its first two bytes. */
export function isScript(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(2);
    readSync(file, start, 0, start.length, 0);
    return start.toString('latin1') === '#!';
  } finally {
    closeSync(file);
  }
}

/** Whether an interpreter is named by its version, such as `3.13` or `3.13t`, and not by a path. */
export function isVersion(name: string): boolean {
  return /^3\.\d+(?:\.\d+)?t?$/.test(name);
}
