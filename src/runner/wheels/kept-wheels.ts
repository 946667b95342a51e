import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWheel } from '../../core/browser/browser-wheel.ts';
import type { WheelTarget } from '../../core/packages/fitting-wheel.ts';
import type { Lock } from '../../core/packages/lock.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import { fingerprint } from '../../core/text/hash.ts';
import { checkedText, readChecked, writeState } from '../files/atomic-write.ts';
import { CACHE_PATHS } from '../files/state-paths.ts';
import type { CacheFolder } from '../files/user-cache.ts';

/** What is known of a lock for good: its wheels for the browser's Python, or why there are none. */
export type WheelList =
  | { readonly wheels: readonly BrowserWheel[] }
  /** As the end of a sentence: `numpy has no wheel for the browser`. */
  | { readonly reason: string };

/** Raise it when lists of an older form must not be used. */
const FORM = '1';

/** The folder of all wheels, each under the name `wheelName`. */
export const wheelFolder = (user: CacheFolder): string => join(user.path, CACHE_PATHS.wheels);

/** `<sha256>.whl` */
export const wheelName = ({ sha256 }: Pick<BrowserWheel, 'sha256'>): string => `${sha256}.whl`;

function listFile({ requirements }: Lock, { python, platform }: WheelTarget): string {
  return `${fingerprint([FORM, requirements, python, platform]).slice(0, 16)}.json`;
}

/** The list that was kept of a lock. A wheel that the lock does not name makes it none. */
export function keptList(lock: Lock, target: WheelTarget, user: CacheFolder): WheelList | undefined {
  const list = readChecked(join(wheelFolder(user), listFile(lock, target))) as WheelList | undefined;
  if (list === undefined) return undefined;
  const locked = new Set(lock.packages.flatMap(({ hashes }) => hashes));
  return 'reason' in list || list.wheels.every(({ sha256 }) => locked.has(sha256)) ? list : undefined;
}

/** @throws ProblemError if the cache folder cannot be written */
export async function keepList(
  lock: Lock,
  target: WheelTarget,
  list: WheelList,
  user: CacheFolder,
): Promise<void> {
  await keep(listFile(lock, target), checkedText(list), user);
}

/** The bytes of a wheel, if they are kept and are those that its lock names. */
export function keptWheel(wheel: Pick<BrowserWheel, 'sha256'>, user: CacheFolder): Uint8Array | undefined {
  const path = join(wheelFolder(user), wheelName(wheel));
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const bytes = new Uint8Array(readFileSync(path));
  return wheelDigest(bytes) === wheel.sha256 ? bytes : undefined;
}

/** @throws ProblemError if the cache folder cannot be written */
export async function keepWheel(bytes: Uint8Array, user: CacheFolder): Promise<void> {
  await keep(wheelName({ sha256: wheelDigest(bytes) }), bytes, user);
}

/** SHA-256 in hexadecimal, as locks and indexes write it. */
export const wheelDigest = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

async function keep(name: string, content: string | Uint8Array, user: CacheFolder): Promise<void> {
  const file = join(wheelFolder(user), name);
  await withFileProblem(file, () => writeState(file, content));
}
