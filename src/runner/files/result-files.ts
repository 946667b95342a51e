import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { join as joinNames, normalize } from 'node:path/posix';
import { glob } from 'tinyglobby';
import { type Ledger, ledgerText } from '../../core/ledger/ledger.ts';
import type { MergedShards, ShardResult, ShardSource } from '../../core/ledger/shard-result.ts';
import type { Shard } from '../../core/ledger/shard.ts';
import { EXIT, type Problem, ProblemError, refusal } from '../../core/problems/problem.ts';
import { systemProblem, withFileProblem } from '../../core/problems/system-error.ts';
import { STATE } from '../../core/project-paths.ts';
import type { CachedRuns } from '../../core/verdict/run.ts';
import { checkedText, readChecked, writeAtomically, writeState } from './atomic-write.ts';
import { readBytes } from './files-below.ts';
import { STATE_PATHS } from './state-paths.ts';

/** Writes the ledger of the last verification. @throws ProblemError if it cannot be written */
export async function saveLedger(root: string, ledger: Ledger): Promise<void> {
  const file = STATE_PATHS.ledger;
  await withFileProblem(file, () => writeState(join(root, file), ledgerText(ledger)));
}

/** A ledger as `saveLedger` wrote it. @throws ProblemError if it cannot be read, or is none */
export async function readLedger(file: string): Promise<Ledger> {
  const text = await withFileProblem(file, () => readBytes(file).toString());
  try {
    const ledger = JSON.parse(text) as Ledger;
    if (Array.isArray(ledger.entries) && Array.isArray(ledger.problems)) return ledger;
  } catch {
    // Reported below, like any other text that is no ledger.
  }
  const remedy = `A check and a merge write one: ${STATE_PATHS.ledger}`;
  throw refusal({ file, title: 'This is no ledger.', remedy });
}

/** Ending of the names of shard files. */
const ENDING = '.shard.json';

const CHECK_SHARD = 'npm run check -- --shard 1/4';

/** Default path of a shard, such as `2-of-4.shard.json` in its folder. */
export function shardFile({ index, count }: Shard): string {
  return `${STATE_PATHS.shards}/${index}-of-${count}${ENDING}`;
}

/** Writes what one shard found, or what all found. @throws ProblemError if it cannot be written */
export async function saveResult(
  root: string,
  file: string,
  result: ShardResult | MergedShards,
): Promise<void> {
  // What is in the place of a file that the command line names is somebody's.
  const write = file.startsWith(`${STATE}/`) ? writeState : writeAtomically;
  await withFileProblem(file, () => write(resolve(root, file), checkedText(result)));
}

/**
 * Reads shard files, and all those below folders.
 * @throws ProblemError with exit code 2 for each file that is no whole shard file
 */
export async function readShards(root: string, names: readonly string[]): Promise<readonly ShardSource[]> {
  const files = new Set((await Promise.all(names.map(name => filesOf(root, normalize(name))))).flat());
  const sources: ShardSource[] = [];
  const problems: Problem[] = [];
  for (const from of files) {
    const result = readResult(root, from) as ShardResult | undefined;
    if (result?.ledger.part?.shard === undefined || result.sources === undefined)
      problems.push({ file: from, title: 'It is not a whole shard file.', remedy: CHECK_SHARD });
    else sources.push({ from, result });
  }
  if (problems.length > 0) throw new ProblemError(problems, EXIT.usage);
  return sources;
}

/**
 * The verified runs in a merged file, or in the file of one shard.
 * @throws ProblemError with exit code 2 if it is not whole
 */
export function readRuns(root: string, file: string): CachedRuns {
  const result = readResult(root, file);
  if (result !== undefined) return result.runs;
  const remedy = `npm run merge -- ${STATE_PATHS.shards}`;
  throw refusal({ file, title: 'It is not a whole file of verified runs.', remedy });
}

/**
 * Content of a file; undefined if it is not as `saveResult` wrote it.
 * @throws ProblemError if it cannot be read
 */
function readResult(root: string, file: string): ShardResult | MergedShards | undefined {
  kindOf(root, file);
  const value = readChecked(resolve(root, file)) as Partial<MergedShards> | null | undefined;
  return value?.runs === undefined || value.ledger === undefined ? undefined : (value as MergedShards);
}

async function filesOf(root: string, name: string): Promise<readonly string[]> {
  if (kindOf(root, name) === 'file') return [name];
  const found = await glob(`**/*${ENDING}`, { cwd: resolve(root, name), dot: true });
  if (found.length === 0)
    throw refusal({ file: name, title: `No file in this folder ends with ${ENDING}.`, remedy: CHECK_SHARD });
  return found.sort().map(each => joinNames(name, each));
}

/** @throws ProblemError with exit code 2 if there is neither */
function kindOf(root: string, name: string): 'file' | 'folder' {
  try {
    return statSync(resolve(root, name)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    throw refusal(systemProblem(error, name));
  }
}
