import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { readChecked, writeChecked } from '../files/state-file.ts';
import { fileIdentity } from '../files/file-stamp.ts';

/** An interpreter tells what it is made of besides its binary: its libraries, those of the modules that bring some of the system's, and its standard library. */
const PROBE = `
import json, os, sysconfig
for name in ("ctypes", "ssl", "sqlite3", "lzma", "bz2", "zlib", "readline", "uuid", "curses"):
    try: __import__(name)
    except ImportError: pass
maps = open("/proc/self/maps") if os.path.exists("/proc/self/maps") else ()
print(json.dumps({
  "libraries": sorted({line.split(None, 5)[5].strip() for line in maps if ".so" in line and line.rstrip().count("/")}),
  "folders": sorted({sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")})}))
`;

/** Folders of a standard library that no example sees, or that are made from the rest. */
const ASIDE = new Set(['site-packages', 'dist-packages', '__pycache__', 'test']);

interface Parts {
  readonly libraries: readonly string[];
  readonly folders: readonly string[];
}

interface Known {
  /** Of the files and folders that were looked at, when they were: reading them all takes too long for every check. */
  readonly identities: readonly (readonly [path: string, identity: string])[];
  readonly digest: string;
}

/**
 * Digest of what an interpreter is made of, wherever it lies: the same on all machines that have the same bytes. It is computed
 * again when the binary, a library, or a folder of the standard library is no longer what it was.
 * @param stateFolder where digests are kept
 */
export async function installationDigest({ path }: Interpreter, stateFolder: string): Promise<string> {
  const before = knownInstallation(path, stateFolder);
  if (before !== undefined) return before;
  const parts = await ask(path);
  const digest = digestOf(path, parts);
  const looked = [
    path,
    ...parts.libraries,
    ...parts.folders,
    ...parts.folders.map(folder => join(folder, 'lib-dynload')),
  ].filter(part => existsSync(part));
  const known = readKnown(stateFolder).set(path, {
    identities: looked.map(part => [part, fileIdentity(part)]),
    digest,
  });
  await writeChecked(fileIn(stateFolder), [...known]);
  return digest;
}

/** The digest that is known of the interpreter at a path; undefined where none is, or something of it has changed since. */
export function knownInstallation(path: string, stateFolder: string): string | undefined {
  const before = readKnown(stateFolder).get(path);
  return before?.identities.every(([part, identity]) => existsSync(part) && fileIdentity(part) === identity)
    ? before.digest
    : undefined;
}

function readKnown(stateFolder: string): Map<string, Known> {
  return new Map((readChecked(fileIn(stateFolder)) as [string, Known][] | undefined) ?? []);
}

function fileIn(stateFolder: string): string {
  return join(stateFolder, 'installations.json');
}

async function ask(path: string): Promise<Parts> {
  // Loaded when there is something to ask: a check that knows everything does without.
  const { execa } = await import('execa');
  const { libraries, folders } = JSON.parse(
    (await execa(path, ['-I', '-S', '-c', PROBE], { stdin: 'ignore' })).stdout,
  ) as Parts;
  // What an update has replaced is still in the memory of who loaded it, by the name that it had.
  return { libraries: libraries.filter(library => existsSync(library)), folders };
}

/** Names are those within the standard library, and those of libraries without their folder. */
export function digestOf(binary: string, { libraries, folders }: Parts): string {
  const modules = folders.flatMap(folder =>
    filesBelow(folder).map(file => [file.slice(folder.length), file] as const),
  );
  const named = [
    ['binary', realpathSync(binary)] as const,
    ...libraries.map(library => [basename(library), library] as const),
    ...modules,
  ];
  return fingerprint(
    named.toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, file]) => [name, fileDigest(file)]),
  );
}

/** Files are read here, a piece at a time: all of an installation is more than a hundred megabytes. */
const ROOM = Buffer.alloc(256 * 1024);

function fileDigest(path: string): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    for (let length = readSync(file, ROOM); length > 0; length = readSync(file, ROOM))
      hash.update(ROOM.subarray(0, length));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (entry.isDirectory()) return ASIDE.has(entry.name) ? [] : filesBelow(join(folder, entry.name));
    return /\.(?:py|so)$/.test(entry.name) && existsSync(join(folder, entry.name))
      ? [join(folder, entry.name)]
      : [];
  });
}
