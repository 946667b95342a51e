import { lstatSync, readlinkSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Interpreter } from '../../core/python-version.ts';
import { userCache } from '../files/user-cache.ts';
import { InterpreterCache } from '../python/interpreter-cache.ts';

/** Links into /usr on most systems; folders on others. */
const ROOT_FOLDERS = ['/bin', '/sbin', '/lib', '/lib64'] as const;

/**
 * What a program needs of /etc to find libraries, time zones, types, users and certificates. None of it is
 * secret. Nothing else is shown: /etc/ssl may hold keys.
 */
const SETTINGS = [
  'ld.so.cache',
  'alternatives',
  'localtime',
  'mime.types',
  'passwd',
  'group',
  'nsswitch.conf',
  'hosts',
  'ssl/certs',
  'ssl/openssl.cnf',
] as const;

/** The folders of each interpreter, by the `python` of its empty environment. */
const cached = new Map<string, Promise<readonly string[]>>();

/**
 * Arguments of bubblewrap that show a run the system and the interpreter, read-only, but not the environment.
 * @param python the `python` of the interpreter's empty environment
 * @param network whether the run also sees how to find other machines
 */
export async function systemMounts(
  interpreter: Interpreter,
  python: string,
  network: boolean,
): Promise<readonly string[]> {
  const folders = cached.get(python) ?? interpreterFolders(interpreter, python);
  cached.set(python, folders);
  const settings = [...SETTINGS, ...(network ? ['resolv.conf'] : [])].map(name => `/etc/${name}`);
  return [
    ...['/usr', ...settings].flatMap(path => ['--ro-bind-try', path, path]),
    ...ROOT_FOLDERS.flatMap(mountRootFolder),
    ...(await folders).flatMap(path => ['--ro-bind', path, path]),
  ];
}

/** The folders of an interpreter that are not below /usr, none inside another. */
async function interpreterFolders({ path }: Interpreter, python: string): Promise<string[]> {
  const cache = new InterpreterCache(userCache());
  const facts = await cache.facts(path);
  await cache.save();
  const environment = dirname(dirname(python));
  const folders = [...new Set([...(facts?.folders ?? []), ...linkFolders(python)])].filter(
    folder =>
      folder !== '/' &&
      !`${folder}/`.startsWith(`${environment}/`) &&
      !/^\/(?:usr|bin|sbin|lib|lib64)(?:\/|$)/.test(folder) &&
      !/\.so/.test(folder),
  );
  return folders.filter(folder => !folders.some(other => folder.startsWith(`${other}/`)));
}

/**
 * The folders of all links between a path and its file. An interpreter may be a link to a link, and each has
 * to be visible.
 */
function linkFolders(path: string): string[] {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return [dirname(path), ...(isLink ? linkFolders(resolve(dirname(path), readlinkSync(path))) : [])];
}

function mountRootFolder(path: string): string[] {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  return stat.isSymbolicLink() ? ['--symlink', readlinkSync(path), path] : ['--ro-bind', path, path];
}
