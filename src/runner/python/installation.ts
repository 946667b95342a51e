import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Interpreter } from '../../core/python-version.ts';
import { userCache } from '../files/user-cache.ts';
import { InterpreterCache } from './interpreter-cache.ts';
import { PLACE } from '../../core/surroundings/place.ts';
import type { Renaming } from './rename-paths.ts';
import type { InterpreterFacts } from './probe-interpreter.ts';

/** The parts of an interpreter that a run needs. */
export interface Installation {
  /** `python3.13`, or `python3.13t` without the global interpreter lock. */
  readonly name: string;
  readonly binary: string;
  /** The folder in which it was found: that of the binary, or of a link to it. */
  readonly bin: string;
  /** Usually one folder; `lib` and `lib64` on some systems. */
  readonly standardLibrary: readonly string[];
  /** Libraries that are not the system's, or folders of them: each with all places where it is looked for. */
  readonly libraries: readonly (readonly [path: string, places: readonly string[]])[];
}

/** Folders of the system, which each sandbox shows. */
export const SYSTEM = /^\/(?:usr|bin|sbin|lib|lib64)(?:\/|$)/;

/** By path of the interpreter. */
const found = new Map<string, Promise<Installation>>();

/** Finds the parts of an interpreter. */
export async function findInstallation({ path }: Interpreter): Promise<Installation> {
  const installation = found.get(path) ?? askInstallation(path);
  found.set(path, installation);
  return installation;
}

async function askInstallation(path: string): Promise<Installation> {
  const cache = new InterpreterCache(userCache());
  const facts = await cache.facts(path);
  await cache.save();
  if (facts === undefined) throw new Error(`${path} is not an interpreter that answers.`);
  return installationOf(path, facts);
}

/** What an interpreter reported about itself → its parts. */
export function installationOf(path: string, facts: InterpreterFacts): Installation {
  const [first = '', ...others] = facts.standardLibrary;
  const standardLibrary = [first, ...others];
  return {
    name: basename(first),
    binary: realpathSync(path),
    bin: dirname(path),
    standardLibrary,
    libraries: librariesOf(facts.libraries, standardLibrary),
  };
}

function librariesOf(
  files: readonly string[],
  standardLibrary: readonly string[],
): Installation['libraries'] {
  const modules = standardLibrary.map(folder => `${realpathSync(folder)}/`);
  const own = files.filter(
    file => existsSync(file) && !SYSTEM.test(file) && !modules.some(folder => file.startsWith(folder)),
  );
  const paths = own.flatMap(file => {
    const folder = dirname(file);
    // Beside the standard library there is more: nothing but the library itself is shown.
    return modules.some(each => each.startsWith(`${folder}/`)) ? namesOf(file) : [folder];
  });
  return [...new Set(paths)].map(each => [each, placesOf(each, standardLibrary)]);
}

/** All names that a library has in its folder: programs ask for the shortest. */
function namesOf(file: string): string[] {
  const folder = dirname(file);
  return readdirSync(folder)
    .filter(name => name.includes('.so') && realpathSync(join(folder, name)) === file)
    .map(name => join(folder, name));
}

/** Its own place, which a binary may name, and the one beside the binary of a run. */
function placesOf(path: string, standardLibrary: readonly string[]): string[] {
  const prefixes = standardLibrary.map(folder => dirname(dirname(folder)));
  const below = prefixes.filter(prefix => path.startsWith(`${realpathSync(prefix)}/`));
  const places = below.flatMap(prefix => {
    const inside = path.slice(realpathSync(prefix).length);
    return [`${prefix}${inside}`, `${PLACE.python}${inside}`];
  });
  return [...new Set([path, ...places])];
}

/** The place of a folder of the standard library in each run. */
export function libraryPlace(folder: string): string {
  return join(PLACE.python, basename(dirname(folder)), basename(folder));
}

/** How the parts of an installation are called in what a run printed. */
export function installationNames({ name, binary, bin, standardLibrary }: Installation): Renaming[] {
  return [
    [binary, `${PLACE.python}/bin/${name}`],
    // `/usr` holds more than Python.
    ...(SYSTEM.test(bin) ? [] : [[bin, `${PLACE.python}/bin`] as const]),
    ...standardLibrary.flatMap((folder): Renaming[] => {
      const prefix = dirname(dirname(folder));
      const zip = `${name.replace('.', '')}.zip`;
      const shown = `${PLACE.python}/lib/${name}`;
      return [
        [folder, shown],
        [realpathSync(folder), shown],
        [libraryPlace(folder), shown],
        [join(dirname(folder), zip), `${PLACE.python}/lib/${zip}`],
        ...(SYSTEM.test(prefix) || prefix === '/' ? [] : [[prefix, PLACE.python] as const]),
      ];
    }),
  ];
}
