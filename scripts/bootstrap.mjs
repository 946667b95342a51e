// Runs a script of this project: `node scripts/bootstrap.mjs check --fresh`. First refuses what a branch may
// have brought, and installs the dependencies if they are missing or belong to another lockfile. Picks a
// Node that runs TypeScript. Only this file, and what it imports, must run on Node 20 with nothing installed.
import { existsSync, lstatSync } from 'node:fs';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { untrustedFiles } from './cli/committed-files.mjs';
import { bundledNode, installPackages, run } from './cli/install-packages.mjs';
import { ownNode } from './cli/npm-command.mjs';

/** Exit code of wrong usage and of a checkout that cannot be used, as in `src/core/problems/problem.ts`. */
const USAGE = 2;

const root = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (process.env.DEBUG) throw error;
  const details = error.message.includes('\n') ? '' : '\nFor the details: DEBUG=1 npm run …';
  refuse(`${error.path ?? 'bootstrap'}  ${error.message}${details}`);
}

/** Installs what is missing, then runs a script; without a script, this only installs. */
async function main([script, ...args]) {
  if (root.split(sep).includes('node_modules'))
    return refuse(`${root}  Node runs no TypeScript in a folder called node_modules.\nmv ${quoted(root)} ~/`);
  const untrusted = untrustedFiles(root);
  if (untrusted !== undefined) return refuse(untrusted);
  const installed = await installPackages(root);
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
  const node = existsSync(bundledNode(root)) ? bundledNode(root) : ownNode();
  return run([node, ...flags, file, ...args], root);
}

/**
 * Where Node keeps compiled code, which it executes: in the user's cache folder, which the commands make and
 * check (`src/runner/files/user-cache.ts`). Undefined if it is not this user's alone.
 */
function compileCache() {
  const { XDG_CACHE_HOME: cache = '', HOME = '' } = process.env;
  const usual = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
  const folder = join(isAbsolute(cache) ? cache : join(HOME, usual), 'verbatim');
  if (!isAbsolute(folder)) return undefined;
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  const isOurs = stats?.isDirectory() && stats.uid === process.geteuid?.() && (stats.mode & 0o022) === 0;
  return isOurs ? join(folder, 'compiled') : undefined;
}

/** A word as a shell reads it. */
function quoted(word) {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

function refuse(message) {
  console.error(message);
  process.exitCode = USAGE;
  return USAGE;
}
