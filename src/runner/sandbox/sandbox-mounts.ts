import { existsSync, lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Installation, libraryPlace, SYSTEM } from '../python/installation.ts';
import { PLACE } from '../../core/surroundings/place.ts';

/** Links into /usr on most systems; folders on others. */
const ROOT_FOLDERS = ['/bin', '/sbin', '/lib', '/lib64'] as const;

/** What programs need of /etc: libraries, and links of Debian into /usr. */
const SETTINGS = ['ld.so.cache', 'alternatives'] as const;

/** What the network needs besides: name servers and certificates. Other parts of /etc/ssl may hold keys. */
const NETWORK_SETTINGS = [
  'resolv.conf',
  'ssl/certs',
  'pki/tls/certs',
  'pki/ca-trust/extracted',
  'ca-certificates/extracted',
] as const;

/** Folders of installed packages. A sample sees what it declares, and nothing that happens to be there. */
const PACKAGES = ['site-packages', 'dist-packages'] as const;

/**
 * Arguments of bubblewrap that show a run the system, read-only.
 * @param network whether the run also sees how to find other machines
 * @param harness its folder, which is shown instead of installed packages
 */
export function systemMounts(network: boolean, harness: string): readonly string[] {
  const settings = [...SETTINGS, ...(network ? NETWORK_SETTINGS : [])].map(name => `/etc/${name}`);
  return [
    ...['/usr', ...settings].flatMap(path => ['--ro-bind-try', path, path]),
    ...ROOT_FOLDERS.flatMap(mountRootFolder),
    ...systemPackages().flatMap(path => ['--ro-bind', harness, path]),
  ];
}

/** Arguments that show a run the interpreter, with nothing installed in it, at its place. */
export function interpreterMounts(
  { name, binary, standardLibrary, libraries }: Installation,
  harness: string,
): readonly string[] {
  const bin = `${PLACE.python}/bin`;
  return [
    ...['--ro-bind', binary, `${bin}/${name}`],
    ...['python3', 'python'].flatMap(link => ['--symlink', name, `${bin}/${link}`]),
    ...standardLibrary.flatMap(folder => {
      const packages = PACKAGES.filter(each => existsSync(join(folder, each)));
      // A Python that is started by another name looks for its library where it was installed.
      const places = [libraryPlace(folder), ...(SYSTEM.test(folder) ? [] : [folder])];
      return places.flatMap(place => [
        ...['--ro-bind', folder, place],
        ...packages.flatMap(each => ['--ro-bind', harness, `${place}/${each}`]),
      ]);
    }),
    ...libraries.flatMap(([path, places]) => places.flatMap(place => ['--ro-bind', path, place])),
    ...['--ro-bind', harness, PLACE.harness],
  ];
}

function mountRootFolder(path: string): string[] {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  return stat.isSymbolicLink() ? ['--symlink', readlinkSync(path), path] : ['--ro-bind', path, path];
}

let packages: readonly string[] | undefined;

/** Folders below /usr in which the system's Python finds packages. */
function systemPackages(): readonly string[] {
  packages ??= ['/usr/lib', '/usr/lib64', '/usr/local/lib', '/usr/local/lib64']
    .filter(folder => lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true)
    .flatMap(folder => readdirSync(folder).map(name => join(folder, name)))
    .filter(folder => /\/python3[^/]*$/.test(folder))
    .flatMap(folder => PACKAGES.map(name => join(folder, name)))
    .filter(folder => lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true);
  return packages;
}
