// Runs a script of this project: `node scripts/bootstrap.mjs check --fresh`. Installs first when node_modules is missing
// or belongs to another lockfile, and takes a Node that runs TypeScript. This file alone must run on Node 20 with nothing installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.verbatim-lock');
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(process.platform + process.arch)
  .digest('hex');
// Node 22.18 and newer run TypeScript by themselves; odd majors are not supported by the packages used.
// The project's own Node does not count: installing takes it away first.
const own = realpathSync(process.execPath).startsWith(join(root, 'node_modules'));
const capable =
  !own && process.features.typescript === 'strip' && Number(process.versions.node.split('.')[0]) % 2 === 0;
const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const installed =
  existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && (capable || existsSync(ownNode));
if (!installed) {
  console.error('Installing what is missing (once) …');
  // A capable Node needs no other one, so no package has to run a script of its own.
  const npm = process.env.npm_execpath
    ? [process.env.npm_node_execpath ?? process.execPath, process.env.npm_execpath]
    : ['npm'];
  run([...npm, 'ci', ...(capable ? ['--ignore-scripts'] : [])]);
  writeFileSync(stamp, lock);
}

const [script, ...words] = process.argv.slice(2);
// What Node made of each module is kept: a command that runs no example takes a third less.
process.env.NODE_COMPILE_CACHE ??= join(root, '.verbatim', 'compiled');
// Nearly all that these allocate is garbage at once: collected soon, a check of thousands of examples takes hardly more memory than one of
// a hundred, and a build of a thousand articles a tenth less; it takes no longer that could be measured.
const flags =
  {
    check: ['--max-semi-space-size=4'],
    build: ['--max-semi-space-size=8'],
    start: ['--max-semi-space-size=8'],
  }[script] ?? [];
const node = existsSync(ownNode) ? ownNode : process.execPath;
// Without a script, to install is all.
if (script !== undefined)
  process.exitCode = run([node, ...flags, join(root, 'scripts', `${script}.ts`), ...words], code => code);

/** Runs a command in the project's folder; ends this process with its exit code unless told what to do with it. */
function run([command, ...words], end = code => (code === 0 ? code : process.exit(code))) {
  const { status, signal, error } = spawnSync(command, words, { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  return end(status ?? 128 + constants.signals[signal]);
}
