// Runs on Node 20 with nothing installed, before anything of node_modules/ or .verbatim/ is used.
import { spawnSync } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';

/** What this machine makes. Git ignores it, so only a branch that means harm, or an accident, holds it. */
const MADE = ['.verbatim', 'dist', 'node_modules'];

/** Git reads any repository, and runs nothing that the settings of a stranger's repository name. */
const SETTINGS = ['safe.directory=*', 'core.fsmonitor=false', 'core.quotePath=true', 'protocol.allow=never'];

/** At most so many files are shown. */
const SHOWN = 3;

/**
 * What a branch brought that commands would execute or believe, as a message; undefined if all is well, or
 * if there is no git here.
 * @param {string} root the project
 * @returns {string | undefined}
 */
export function untrustedFiles(root) {
  const tracked = trackedFiles(root);
  const folders = MADE.filter(name => tracked.some(file => topOf(file) === name));
  if (folders.length > 0) {
    const more = tracked.length - SHOWN;
    return [
      `${tracked[0]}  Git tracks it, but only this machine makes what is in ${folders.join('/, ')}/.`,
      ...tracked.slice(0, SHOWN).map(file => `    ${file}`),
      ...(more > 0 ? [`    … and ${more} more`] : []),
      `git rm -r --cached --ignore-unmatch -- ${folders.join(' ')} && rm -rf -- ${folders.join(' ')}`,
    ].join('\n');
  }
  const state = lstatSync(join(root, '.verbatim'), { throwIfNoEntry: false });
  if (state === undefined || state.isDirectory()) return undefined;
  const kind = state.isSymbolicLink() ? 'a symbolic link' : 'a file';
  return `.verbatim  It is ${kind}: commands keep their state in a folder of this name.\nrm -f -- .verbatim`;
}

/**
 * The files that git tracks there, each as git quotes it: none can steer a terminal.
 * @param {string} root
 */
function trackedFiles(root) {
  // On some systems, .Verbatim is the same folder.
  const paths = MADE.map(name => `:(icase)${name}`);
  const { stdout } = spawnSync(
    'git',
    ['--no-pager', ...SETTINGS.flatMap(each => ['-c', each]), 'ls-files', '--', ...paths],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28,
      env: { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' },
    },
  );
  return (stdout ?? '').split('\n').filter(file => file !== '');
}

/** @param {string} file */
function topOf(file) {
  return file.replace(/^"/, '').split('/')[0].toLowerCase();
}
