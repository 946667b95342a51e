import type { Metadata } from '../example/metadata.ts';
import type { Problem } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';

/** A package at one version. */
export interface Package {
  /** As its index writes it: `numpy`. */
  readonly name: string;
  readonly version: string;
}

/** A package of a lock. */
interface LockedPackage extends Package {
  /** For which interpreters and systems it is; absent: for all. https://peps.python.org/pep-0508/ */
  readonly marker?: string | undefined;
  /** SHA-256 of each of its files, in hexadecimal. */
  readonly hashes: readonly string[];
}

/** The packages of a sample, each at one version with the hashes of its files. */
export interface Lock {
  /** The lines of a block that it was made for: `# dependencies = ["numpy"]`. */
  readonly block: readonly string[];
  readonly packages: readonly LockedPackage[];
  /** What an installer reads: pip's format of requirements, without the lines about the block. */
  readonly requirements: string;
}

/** `examples/topic/name.py` → `examples/topic/name.requirements.txt`. */
export function lockFile(file: string): string {
  return file.replace(/\.py$/, LOCK_ENDING);
}

export const LOCK_ENDING = '.requirements.txt';

/** The command that makes the lock of an example. */
export const lockCommand = (id: string): string => `npm run lock -- ${id}`;

/** The first lines of a lock: what of the block it depends on. */
export function blockLines({
  requiresPython,
  dependencies,
}: Pick<Metadata, 'requiresPython' | 'dependencies'>): readonly string[] {
  return [
    ...(requiresPython === undefined ? [] : [`# requires-python = ${JSON.stringify(requiresPython)}`]),
    `# dependencies = [${dependencies.map(each => JSON.stringify(each)).join(', ')}]`,
  ];
}

/** The text of a lock. @param requirements of an installer */
export function lockText(id: string, metadata: Metadata, requirements: string): string {
  return [`# Made by: ${lockCommand(id)}`, ...blockLines(metadata), requirements].join('\n');
}

/**
 * One package: no address, no option, no file, nothing that would make an installer look elsewhere.
 * https://pip.pypa.io/en/stable/topics/secure-installs/#hash-checking-mode
 */
const PACKAGE = new RegExp(
  [
    '^(?<name>[a-z0-9][a-z0-9._-]*)==(?<version>[0-9][a-z0-9.!+_-]*)',
    String.raw`(?: ; (?<marker>(?:(?!--)[\w .'"()<>=!~,*+-])+))? \\$`,
  ].join(''),
);
const HASH = /^ {4}--hash=sha256:(?<hash>[0-9a-f]{64})(?<more> \\)?$/;
const COMMENT = /^#/;

/**
 * The names of packages that entries of `dependencies` ask for themselves, as locks write them.
 * https://packaging.python.org/en/latest/specifications/name-normalization/
 */
export function directNames(dependencies: readonly string[]): ReadonlySet<string> {
  return new Set(dependencies.map(each => normalName(/^[\w.-]+/.exec(each.trim())?.[0] ?? each)));
}

/** `Typing_Extensions` → `typing-extensions`. */
export function normalName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

/** Reads a lock. What is no pinned package with hashes is refused. @param file relative to the project */
export function parseLock(text: string, file: string, id: string): Result<Lock> {
  const lines = text.replace(/\n$/, '').split('\n');
  const head = lines.findIndex(line => !COMMENT.test(line));
  const start = head === -1 ? lines.length : head;
  const packages: (LockedPackage & { readonly hashes: string[] })[] = [];
  let isInside = false;
  for (const [index, line] of lines.slice(start).entries()) {
    const match: RegExpExecArray | null = (isInside ? HASH : PACKAGE).exec(line);
    if (match === null) return fail(badLine(file, start + index + 1, id));
    const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {};
    const { name, version = '', marker, hash, more } = groups;
    if (name !== undefined) packages.push({ name, version, marker, hashes: [] });
    if (hash !== undefined) packages.at(-1)?.hashes.push(hash);
    // A package has hashes, and a hash may have another one below it.
    isInside = name !== undefined || more !== undefined;
  }
  if (isInside) return fail(badLine(file, lines.length, id));
  const requirements = `${lines.slice(start).join('\n')}\n`;
  return succeed({ block: lines.slice(1, start), packages, requirements });
}

function badLine(file: string, line: number, id: string): Problem {
  const title = 'This is not a package at one version with its hashes, and a lock holds nothing else.';
  return { file, line, column: 1, title, remedy: `Make it anew: ${lockCommand(id)}` };
}
