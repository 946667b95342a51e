import { lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { systemSettings } from './etc-snapshot.ts';

/** An interpreter tells where it and everything that it has loaded lie. The modules named bring libraries of their own. */
const PROBE = `
import json, os, sys, sysconfig
for name in ("ctypes", "ssl", "sqlite3", "lzma", "bz2", "zlib", "readline", "uuid", "curses"):
    try: __import__(name)
    except ImportError: pass
places = {sys.base_prefix, sys.base_exec_prefix, sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib"), os.path.dirname(os.path.realpath(sys.executable)), os.path.dirname(sys._base_executable)}
if os.path.exists("/proc/self/maps"):
    places |= {os.path.dirname(line.split(None, 5)[5].strip()) for line in open("/proc/self/maps") if ".so" in line and line.rstrip().count("/")}
places |= {os.path.realpath(place) for place in places}
# The environment itself is another one for each project, and known.
print(json.dumps(sorted(place for place in places if not (place + "/").startswith((sys.prefix + "/", os.path.realpath(sys.prefix) + "/")))))
`;

/** On most systems links into /usr; elsewhere folders. */
const ROOTS = ['/bin', '/sbin', '/lib', '/lib64'] as const;

const known = new Map<string, Promise<readonly string[]>>();

/**
 * Arguments of bubblewrap that show a run the system and its interpreter, read-only; not the environment.
 * @param python the `python` of an empty environment @param network whether it sees how names of other machines are found too
 */
export function visibleSystem(python: string, network: boolean): Promise<readonly string[]> {
  const key = `${network} ${python}`;
  const found = known.get(key) ?? ask(python, network);
  known.set(key, found);
  return found;
}

async function ask(python: string, network: boolean): Promise<readonly string[]> {
  const settings = await systemSettings(dirname(dirname(dirname(python))));
  const names = readdirSync(settings);
  // Nothing can be added to a folder that is shown as a whole.
  const shown = network
    ? [
        ...names.map(name => [`${settings}/${name}`, `/etc/${name}`]),
        ['/etc/resolv.conf', '/etc/resolv.conf'],
      ]
    : [[settings, '/etc']];
  const folders = await interpreterFolders(python);
  return [
    ...[['/usr', '/usr'], ...shown].flatMap(([from, to]) => ['--ro-bind-try', from as string, to as string]),
    ...ROOTS.flatMap(rootArguments),
    ...folders.flatMap(path => ['--ro-bind', path, path]),
  ];
}

/** The folders of an interpreter that are not below /usr, none inside another; asked once for each environment. */
async function interpreterFolders(python: string): Promise<readonly string[]> {
  const environment = dirname(dirname(python));
  const kept = `${environment}.visible.json`;
  const before = await readFile(kept, 'utf8').catch(() => undefined);
  const answer =
    before ?? (await (await import('execa')).execa(python, ['-I', '-c', PROBE], { stdin: 'ignore' })).stdout;
  if (before === undefined) await writeFileAtomic(kept, answer);
  const places = [...new Set([...(JSON.parse(answer) as string[]), ...linkFolders(python)])].filter(
    path =>
      path !== '/' &&
      !`${path}/`.startsWith(`${environment}/`) &&
      !/^\/(?:usr|bin|sbin|lib|lib64)(?:\/|$)/.test(path) &&
      !/\.so/.test(path),
  );
  return places.filter(path => !places.some(other => path.startsWith(`${other}/`)));
}

/** The folders that the links lie in by which a path leads to its file: an interpreter may be a link to a link, and each has to be seen. */
function linkFolders(path: string): string[] {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return [dirname(path), ...(isLink ? linkFolders(resolve(dirname(path), readlinkSync(path))) : [])];
}

function rootArguments(path: string): string[] {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  return stat.isSymbolicLink() ? ['--symlink', readlinkSync(path), path] : ['--ro-bind', path, path];
}
