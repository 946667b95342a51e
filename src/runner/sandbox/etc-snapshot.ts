import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import { OWNER } from '../files/process-tag.ts';

/** What a program needs of /etc: how libraries, time zones, types, users and certificates are found. None of it is secret, and nothing else is seen: /etc/ssl may hold keys. */
const NAMES = [
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

/**
 * A folder with copies of that, made once for each state of the originals. Shown as a whole it takes one mount a run, where each mount has the
 * seal read the list of all of them.
 * @param stateFolder where it lies @param source stands for /etc in tests @throws ProblemError where it cannot be written
 */
export async function systemSettings(stateFolder: string, source = '/etc'): Promise<string> {
  const names = NAMES.filter(name => existsSync(join(source, name)));
  const folder = join(
    stateFolder,
    `etc-${fingerprint(names.flatMap(name => describe(join(source, name)))).slice(0, 16)}`,
  );
  if (existsSync(folder)) return folder;
  return withFileProblem(folder, () => {
    mkdirSync(stateFolder, { recursive: true });
    const unfinished = mkdtempSync(`${folder}-${OWNER}-`);
    for (const name of names) {
      mkdirSync(dirname(join(unfinished, name)), { recursive: true });
      cpSync(join(source, name), join(unfinished, name), { recursive: true, verbatimSymlinks: true });
    }
    try {
      renameSync(unfinished, folder);
    } catch (error) {
      // Somebody else may have finished first: theirs is as good.
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
    return folder;
  });
}

/** What changes when a file, or one below a folder, does. */
function describe(path: string): string[] {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return [path, readlinkSync(path)];
  if (!stat.isDirectory()) return [path, `${stat.size} ${stat.mtimeMs}`];
  return [
    path,
    ...readdirSync(path)
      .sort()
      .flatMap(name => describe(join(path, name))),
  ];
}
