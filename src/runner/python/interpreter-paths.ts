import { closeSync, openSync, readSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Paths that may be a Python: real binaries first; a shim (a script that picks one) only where there is nothing else. */
export async function candidates(env: NodeJS.ProcessEnv): Promise<string[]> {
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
  const real = new Map<string, string>();
  const shims: string[] = [];
  for (const candidate of [...onPath, ...pyenv, ...uv]) {
    const target = await realpath(candidate).catch(() => undefined);
    if (target === undefined) continue;
    if (isScript(target)) shims.push(candidate);
    else if (!real.has(target)) real.set(target, candidate);
  }
  return real.size > 0 ? [...real.values()] : shims;
}

async function list(folder: string, name: RegExp): Promise<string[]> {
  // A folder of PATH, or of a tool, that does not exist holds no interpreter.
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

/** Whether a word for an interpreter is a version, such as `3.13` or `3.13t`, and not a path or a name. */
export function isVersion(word: string): boolean {
  return /^3\.\d+(?:\.\d+)?t?$/.test(word);
}
