// Runs on Node 20 with nothing installed, like `committed-files.mjs`.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fault, npmCommand, npmEnvironment, ownNode } from './npm-command.mjs';
import { takeTurn } from './take-turn.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Installs the dependencies if those of this lockfile are not there; returns the exit code of npm.
 * @param {string} root the project
 * @returns {Promise<number>}
 * @throws {Error} with the `path` that it is about, if they cannot be installed
 */
export async function installPackages(root) {
  const modules = join(root, 'node_modules');
  const stamp = join(modules, '.verbatim-lock');
  const lock = createHash('sha256')
    .update(readPlain(join(root, 'package-lock.json')))
    .update(process.platform + process.arch)
    .digest('hex');
  const isCapable = runsTypeScript(modules);
  const areThere = () => ifThere(() => String(readPlain(stamp))) === lock;
  const isDone = () => areThere() && (isCapable || existsSync(bundledNode(root)));
  if (isDone()) return 0;
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink())
    throw fault(
      'node_modules',
      'It is a link to packages of another lockfile, and npm would empty that folder.\nrm node_modules',
    );
  const release = await takeTurn(root);
  try {
    // Another command may have installed them in the meantime.
    if (isDone()) return 0;
    console.error('Installing what is missing (once) …');
    // Only the bundled Node needs an install script, and a capable Node does not need the bundled one.
    const words = ['ci', ...(isCapable ? ['--ignore-scripts'] : [])];
    // A command of a capable Node may use the packages by now: `npm ci` would empty their folder below it.
    if (areThere()) words.splice(0, Infinity, 'rebuild', 'node');
    const code = await run([...npmCommand(), ...words], root, npmEnvironment(process.env));
    if (code !== 0) return code;
    if (!isCapable && !existsSync(bundledNode(root)))
      throw fault(
        'node',
        `Node ${process.versions.node} does not run TypeScript, and npm did not install ` +
          'the Node that does: install scripts are switched off.\nnpm ci --ignore-scripts=false',
      );
    writeFileSync(stamp, lock);
    return code;
  } finally {
    release();
  }
}

/**
 * The dependencies include a Node, for machines whose own Node cannot run TypeScript.
 * @param {string} root
 */
export function bundledNode(root) {
  return join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Runs a command in the folder of the project; resolves to its exit code. A signal to end is passed on, so
 * that what was started does not go on alone.
 * @param {string[]} command with its arguments
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
export function run([command = '', ...args], cwd, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
    child.once('error', ({ code }) => reject(fault(command, `It cannot be started (${code}).`)));
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/**
 * Whether this Node, which starts the command, runs TypeScript: 22.18 and newer do. The dependencies do not
 * support odd majors. The bundled Node does not count, because installing removes it first.
 * @param {string} modules
 */
function runsTypeScript(modules) {
  // Another command that installs removes the bundled Node, also while it runs this.
  const own = [process.execPath, ifThere(() => realpathSync(ownNode()))];
  const isBundled = own.some(path => path?.startsWith(modules));
  const isEvenMajor = Number(process.versions.node.split('.')[0]) % 2 === 0;
  return !isBundled && process.features.typescript === 'strip' && isEvenMajor;
}

/**
 * What is read of a file; undefined if it is not there. Another command may remove it at any time.
 * @param {() => string} read
 */
function ifThere(read) {
  try {
    return read();
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The bytes of a file. Asked first what it is: reading a pipe would never end.
 * @param {string} path
 */
function readPlain(path) {
  if (statSync(path).isFile()) return readFileSync(path);
  throw fault(path, 'It is not a file.');
}
