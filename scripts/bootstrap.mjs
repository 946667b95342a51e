// Runs a script of this project: `node scripts/bootstrap.mjs check --fresh`. First refuses what a branch may
// have brought, and installs the dependencies if they are missing or belong to another lockfile. Picks a
// Node that runs TypeScript. Only this file, and what it imports, must run on Node 20 with nothing installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { constants, homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { untrustedFiles } from './cli/committed-files.mjs';

/** Exit code of wrong usage and of a checkout that cannot be used, as in `src/core/problems/problem.ts`. */
const USAGE = 2;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (process.env.DEBUG) throw error;
  refuse(`${error.path ?? 'bootstrap'}  ${error.message}\nFor the details: DEBUG=1 npm run …`);
}

/** Installs what is missing, then runs a script; without a script, this only installs. */
async function main([script, ...args]) {
  const untrusted = untrustedFiles(root);
  if (untrusted !== undefined) return refuse(untrusted);
  const installed = await install();
  if (installed !== 0 || script === undefined) return installed;
  const file = join(root, 'scripts', `${script}.ts`);
  if (!/^[\w-]+$/.test(script) || !existsSync(file))
    return refuse(`command line  There is no command ${JSON.stringify(script)}.\nTo list them: npm run`);
  // Node keeps compiled modules there: a command that runs no example takes a third less time.
  const compiled = process.env.NODE_COMPILE_CACHE ?? compileCache();
  if (compiled !== undefined) process.env.NODE_COMPILE_CACHE = compiled;
  // Astro asks and reports nothing over the network, whatever starts it.
  Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' });
  // Nearly all that a build allocates is garbage at once: a small young generation saves 12 % of its memory.
  const flags = ['build', 'start'].includes(script) ? ['--max-semi-space-size=8'] : [];
  const node = existsSync(bundledNode()) ? bundledNode() : process.execPath;
  return run([node, ...flags, file, ...args]);
}

/** Installs the dependencies if those of this lockfile are not there; returns the exit code of npm. */
async function install() {
  const stamp = join(modules, '.verbatim-lock');
  const lock = createHash('sha256')
    .update(readPlain(join(root, 'package-lock.json')))
    .update(process.platform + process.arch)
    .digest('hex');
  const isBundled = realpathSync(process.execPath).startsWith(modules);
  // Node 22.18 and newer run TypeScript; the dependencies do not support odd majors.
  // The bundled Node does not count, because installing removes it first.
  const isEvenMajor = Number(process.versions.node.split('.')[0]) % 2 === 0;
  const isCapable = !isBundled && process.features.typescript === 'strip' && isEvenMajor;
  const isInstalled = existsSync(stamp) && String(readPlain(stamp)) === lock;
  if (isInstalled && (isCapable || existsSync(bundledNode()))) return 0;
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink())
    return refuse(
      'node_modules  It is a link to packages of another lockfile, and npm would empty that folder.\n' +
        'rm node_modules',
    );
  console.error('Installing what is missing (once) …');
  const npm = process.env.npm_execpath
    ? [process.env.npm_node_execpath ?? process.execPath, process.env.npm_execpath]
    : ['npm'];
  // Only the bundled Node needs an install script, and a capable Node does not need the bundled one.
  const code = await run([...npm, 'ci', ...(isCapable ? ['--ignore-scripts'] : [])]);
  if (code === 0) writeFileSync(stamp, lock);
  return code;
}

/** The dependencies include a Node, for machines whose own Node cannot run TypeScript. */
function bundledNode() {
  return join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Where Node keeps compiled code, which it executes: in the user's cache folder, which the commands make and
 * check (`src/runner/files/user-cache.ts`). Undefined if it is not this user's alone.
 */
function compileCache() {
  const { XDG_CACHE_HOME: cache = '', HOME } = process.env;
  const usual = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
  const folder = join(isAbsolute(cache) ? cache : join(HOME || homedir(), usual), 'verbatim');
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  const isOurs = stats?.isDirectory() && stats.uid === process.geteuid?.() && (stats.mode & 0o022) === 0;
  return isOurs ? join(folder, 'compiled') : undefined;
}

/** The bytes of a file. Asked first what it is: reading a pipe would never end. */
function readPlain(path) {
  if (statSync(path).isFile()) return readFileSync(path);
  throw Object.assign(new Error('It is not a file.'), { path });
}

/**
 * Runs a command in the folder of the project; resolves to its exit code. A signal to end is passed on, so
 * that what was started does not go on alone.
 */
function run([command, ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
    for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

function refuse(message) {
  console.error(message);
  process.exitCode = USAGE;
  return USAGE;
}
