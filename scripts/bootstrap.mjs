// Runs a script of this project: `node scripts/bootstrap.mjs check --fresh`. First installs the dependencies
// if they are missing or belong to another lockfile. Picks a Node that runs TypeScript.
// Only this file must run on Node 20 with nothing installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.verbatim-lock');
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(process.platform + process.arch)
  .digest('hex');
// The dependencies include a Node, for machines whose own Node cannot run TypeScript.
const bundledNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const isBundled = realpathSync(process.execPath).startsWith(modules);
// Node 22.18 and newer run TypeScript; the dependencies do not support odd majors.
// The bundled Node does not count, because installing removes it first.
const isEvenMajor = Number(process.versions.node.split('.')[0]) % 2 === 0;
const isCapable = !isBundled && process.features.typescript === 'strip' && isEvenMajor;

const isInstalled =
  existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && (isCapable || existsSync(bundledNode));
if (!isInstalled) {
  console.error('Installing what is missing (once) …');
  const npm = process.env.npm_execpath
    ? [process.env.npm_node_execpath ?? process.execPath, process.env.npm_execpath]
    : ['npm'];
  // Only the bundled Node needs an install script, and a capable Node does not need the bundled one.
  const code = run([...npm, 'ci', ...(isCapable ? ['--ignore-scripts'] : [])]);
  if (code !== 0) process.exit(code);
  writeFileSync(stamp, lock);
}

const [script, ...args] = process.argv.slice(2);
// Node keeps compiled modules there: a command that runs no example takes a third less time.
process.env.NODE_COMPILE_CACHE ??= join(root, '.verbatim', 'compiled');
// Nearly all that a build allocates is garbage at once: a small young generation saves 12 % of its memory.
const flags = ['build', 'start'].includes(script) ? ['--max-semi-space-size=8'] : [];
// Without a script, this only installs.
if (script !== undefined) {
  const node = existsSync(bundledNode) ? bundledNode : process.execPath;
  process.exitCode = run([node, ...flags, join(root, 'scripts', `${script}.ts`), ...args]);
}

/** Runs a command in the folder of the project; returns its exit code. */
function run([command, ...args]) {
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  return status ?? 128 + constants.signals[signal];
}
