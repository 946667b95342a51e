import { createHash } from 'node:crypto';
import { closeSync, type Dirent, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { availableParallelism, release } from 'node:os';
import { dirname, join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { interpreterPaths, isScript, isVersion } from '../python/interpreter-paths.ts';
import { fileIdentity } from '../files/file-stamp.ts';
import { describeSandbox, findSandbox, type SandboxPolicy } from '../sandbox/sandbox.ts';
import { isUnfinished } from '../files/atomic-write.ts';

/** What a check of all examples is asked. */
export interface Asked {
  readonly root: string;
  /** Relative to `root`. */
  readonly examples: string;
  readonly pythons: readonly string[];
  readonly sandbox: SandboxPolicy;
}

/** The code that finds, runs and judges. */
const CODE = dirname(dirname(import.meta.dirname));
/** Where the site's examples and its articles lie; with any others, no article is looked at. */
const SITE = { examples: 'examples', content: 'content' } as const;
/** Folders that are made, and that no article names. */
const MADE = new Set(['node_modules', 'dist']);
/** Files are read here one after the other; a larger one gets room of its own. */
const ROOM = Buffer.alloc(64 * 1024);

/**
 * Digest of everything that a check of all examples reads, and of the code that judges: two checks with one key say the same.
 * Undefined where something is there that only a check itself can tell: an interpreter behind a script, a file that is none, a change that was interrupted.
 */
export async function checkKey(
  { root, examples, pythons, sandbox }: Asked,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  const changes = join(root, '.verbatim', 'changes');
  if (!existsSync(join(root, examples)) || (existsSync(changes) && readdirSync(changes).length > 0))
    return undefined;
  const interpreters = await identities(pythons.length > 0 ? pythons : env.PYTHON ? [env.PYTHON] : [], env);
  const files = [
    digestBelow(join(root, examples)),
    digestBelow(CODE),
    examples === SITE.examples ? articlesDigest(root) : '',
  ];
  if (interpreters === undefined || files.includes(undefined)) return undefined;
  const lock = join(root, 'package-lock.json');
  const machine = [
    root,
    examples,
    sandbox,
    process.platform,
    process.arch,
    process.version,
    release(),
    availableParallelism(),
    process.getuid?.(),
  ].join('\n');
  return fingerprint([
    machine,
    ...(files as string[]),
    existsSync(lock) ? readFileSync(lock) : '',
    sandbox === 'off' ? '' : describeSandbox(findSandbox('auto')),
    pythons.join('\n'),
    ...interpreters,
  ]);
}

/** Of the binaries that the words name, or of all that are installed where there is none. */
async function identities(
  words: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<readonly string[] | undefined> {
  const installed = words.length === 0 || words.some(isVersion) ? await interpreterPaths(env) : [];
  const paths = [...words.filter(word => !isVersion(word)), ...installed];
  return paths.every(path => existsSync(path) && !isScript(path))
    ? paths.map(path => `${path}\n${fileIdentity(path)}`)
    : undefined;
}

/** The articles, and the names of all files of the project: an article may name any of them. */
function articlesDigest(root: string): string | undefined {
  const content = join(root, SITE.content);
  const articles = existsSync(content) ? digestBelow(content) : '';
  if (articles === undefined) return undefined;
  const own = readdirSync(root, { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith('.') && !MADE.has(name),
  );
  const names = own.map(({ name }) => name);
  for (const entry of own)
    if (entry.isDirectory() && !(entry.name in SITE)) walk(join(root, entry.name), path => names.push(path));
  return fingerprint([articles, names.join('\0')]);
}

/** Names and bytes of all files below a folder; undefined where one is a link, a pipe, or not written to its end. */
function digestBelow(folder: string): string | undefined {
  const hash = createHash('sha256');
  // Each name with the length of what it names, so that no two lists are one text.
  const names: string[] = [];
  let isPlain = true;
  walk(folder, (path, entry) => {
    if (entry.isDirectory()) names.push(`${path}/`);
    else if (!entry.isFile() || isUnfinished(entry.name)) isPlain = false;
    else names.push(`${path} ${addFile(path, hash)}`);
  });
  if (!isPlain) return undefined;
  // The order in which a folder lists its files is its own; a change of it is one more check.
  return hash.update(names.join('\0')).digest('hex');
}

/** Tells of each entry below a folder. Node's own way of doing that asks the system about each once more. */
function walk(folder: string, tell: (path: string, entry: Dirent) => void): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    tell(path, entry);
    if (entry.isDirectory()) walk(path, tell);
  }
}

/** @returns the file's length */
function addFile(path: string, hash: ReturnType<typeof createHash>): number {
  const file = openSync(path, 'r');
  try {
    const length = readSync(file, ROOM, 0, ROOM.length, 0);
    if (length < ROOM.length) {
      hash.update(ROOM.subarray(0, length));
      return length;
    }
  } finally {
    closeSync(file);
  }
  const bytes = readFileSync(path);
  hash.update(bytes);
  return bytes.length;
}
