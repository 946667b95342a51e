// Runs on Node 20 with nothing installed, like `committed-files.mjs`.
import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';

/**
 * The Node that runs this. A Linux without /proc does not name it: there it is the first on PATH.
 * @returns {string}
 */
export function ownNode() {
  const { execPath, env } = process;
  if (existsSync(execPath)) return execPath;
  const found = (env.PATH ?? '').split(delimiter).map(folder => join(folder, basename(execPath)));
  return found.find(path => existsSync(path)) ?? execPath;
}

/**
 * npm as a command. Yarn, pnpm and Bun run scripts too, and name themselves where npm names itself; the
 * lockfile is npm's. @returns {string[]}
 */
export function npmCommand() {
  const { npm_execpath: named = '', npm_node_execpath: node = '', PATH = '' } = process.env;
  // The Node of npm may be the bundled one, which another command has removed since.
  if (/^npm(?:-cli)?\.[cm]?js$/.test(basename(named))) return [existsSync(node) ? node : ownNode(), named];
  if (PATH.split(delimiter).some(folder => existsSync(join(folder, 'npm')))) return ['npm'];
  const beside = join(dirname(realpathSync(ownNode())), '../lib/node_modules/npm/bin/npm-cli.js');
  if (existsSync(beside)) return [ownNode(), beside];
  throw fault('npm', 'The packages are installed by npm, and it is not on PATH.\napt-get install npm');
}

/**
 * The environment without what Yarn or pnpm pass on as if it were a setting of npm, such as their registry.
 * @param {NodeJS.ProcessEnv} env
 */
export function npmEnvironment(env) {
  if ((env.npm_config_user_agent ?? 'npm/').startsWith('npm/')) return env;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('npm_config_')));
}

/**
 * Why the first step of a command ends.
 * @param {string} path what it is about
 * @param {string} message a sentence; a line to paste, if there is one
 */
export function fault(path, message) {
  return Object.assign(new Error(message), { path });
}
