import type { BrowserWheel } from '../../core/browser/browser-wheel.ts';
import {
  type FittingWheel,
  fittingWheel,
  markerValues,
  type OfferedWheel,
  type WheelTarget,
} from '../../core/packages/fitting-wheel.ts';
import { type Lock, normalName } from '../../core/packages/lock.ts';
import { isFor } from '../../core/packages/marker.ts';
import type { Interpreter } from '../../core/python-version.ts';
import type { CacheFolder } from '../files/user-cache.ts';
import { fetchWheel } from './fetch-wheel.ts';
import { wheelDigest, keepList, keepWheel, keptList, keptWheel, type WheelList } from './kept-wheels.ts';
import { offeredWheels } from './offered-wheels.ts';

/** The wheels of a lock; why it has none; or why they are not here at the moment. */
export type BrowserWheels = WheelList | MissingWheels;

/** Wheels that another check may have. */
export interface MissingWheels {
  /** As the end of a sentence. */
  readonly missing: string;
  /** The error of uv, or of the index. */
  readonly detail: string;
  /** Whether the index could not be reached. */
  readonly isNetwork: boolean;
}

/** Bytes of all wheels of one sample: a reader waits for them. */
const MOST = 20 * 2 ** 20;

/**
 * The wheels with which the browser's Python has the packages of a lock: their bytes are in the cache
 * folder of this user, and each has a hash of the lock.
 * @param interpreter whose pip fetches uv, if it is missing
 * @param isOffline whether only what is kept is used
 * @throws ProblemError if the cache folder cannot be written
 */
export async function browserWheels(
  lock: Lock,
  target: WheelTarget,
  interpreter: Interpreter,
  user: CacheFolder,
  isOffline: boolean,
): Promise<BrowserWheels> {
  const kept = keptList(lock, target, user);
  if (kept !== undefined && isWhole(kept, user)) return kept;
  if (isOffline) return { missing: NOT_FETCHED, detail: '', isNetwork: true };
  const found = await findWheels(lock, target, interpreter, user);
  if (!('missing' in found)) await keepList(lock, target, found, user);
  return found;
}

/** Whether each wheel of a list is there as its lock names it. */
function isWhole(list: WheelList, user: CacheFolder): boolean {
  return 'reason' in list || list.wheels.every(wheel => keptWheel(wheel, user) !== undefined);
}

async function findWheels(
  { packages }: Lock,
  target: WheelTarget,
  interpreter: Interpreter,
  user: CacheFolder,
): Promise<BrowserWheels> {
  const values = markerValues(target);
  const needed = packages.filter(({ marker }) => isFor(marker, values));
  const offered = await offeredWheels(needed, target, interpreter, user);
  if ('kind' in offered)
    return offered.kind === 'wheel'
      ? { reason: noWheel(nameIn(offered.detail, needed)) }
      : { missing: NOT_FETCHED, detail: offered.detail, isNetwork: offered.kind === 'network' };
  const chosen: FittingWheel[] = [];
  for (const { name, hashes } of needed) {
    const { wheels = [] } = offered.find(each => normalName(each.name) === normalName(name)) ?? {};
    const fitting = fittingWheel(hashes, wheels, target);
    if (fitting === undefined) return unlocked(name, wheels, target) ?? { reason: noWheel(name) };
    chosen.push(fitting);
  }
  const tooLarge = sizeReason(chosen);
  if (tooLarge !== undefined) return tooLarge;
  const wheels: BrowserWheel[] = [];
  for (const each of chosen) {
    const wheel = await fetched(each, needed, user);
    if ('missing' in wheel) return wheel;
    wheels.push(wheel);
  }
  return sizeReason(wheels) ?? { wheels };
}

/** That no page fetches as much; undefined if it does. Not every index has the sizes of its files. */
function sizeReason(wheels: readonly Pick<OfferedWheel, 'size'>[]): WheelList | undefined {
  const bytes = wheels.reduce((sum, { size = 0 }) => sum + size, 0);
  return bytes > MOST ? { reason: `its packages have ${Math.ceil(bytes / 2 ** 20)} MB` } : undefined;
}

/** What the index has for the browser, and the lock does not name: it is newer, or not the same file. */
function unlocked(
  name: string,
  wheels: readonly OfferedWheel[],
  target: WheelTarget,
): MissingWheels | undefined {
  const hashes = wheels.flatMap(({ sha256 }) => sha256 ?? []);
  const other = fittingWheel(hashes, wheels, target);
  if (other === undefined) return undefined;
  const missing = `its lock does not name the wheel of ${name} that the index has`;
  return { missing, detail: `    ${other.url} has sha256:${other.sha256}`, isNetwork: false };
}

/** A wheel whose bytes are kept from now on. */
async function fetched(
  { file, url, sha256 }: FittingWheel,
  packages: Lock['packages'],
  user: CacheFolder,
): Promise<BrowserWheel | MissingWheels> {
  const known = sha256 === undefined ? undefined : keptWheel({ sha256 }, user);
  const bytes = known ?? (await fetchWheel(url));
  if (typeof bytes === 'string')
    return { missing: NOT_FETCHED, detail: `    ${url}: ${bytes}`, isNetwork: !bytes.startsWith('HTTP') };
  const digest = wheelDigest(bytes);
  if (!packages.some(({ hashes }) => hashes.includes(digest)))
    return {
      missing: `${file} is not the file that its lock names`,
      detail: `    ${url} has sha256:${digest}`,
      isNetwork: false,
    };
  await keepWheel(bytes, user);
  return { file, sha256: digest, size: bytes.length };
}

const NOT_FETCHED = 'its packages cannot be fetched for the browser';

const noWheel = (name: string): string => `${name} has no wheel for the browser`;

/** The package that uv names first. */
function nameIn(detail: string, packages: Lock['packages']): string {
  const [, name = ''] = /\b([a-z0-9][a-z0-9._-]*)(?:\{[^}]*\})?==/.exec(detail) ?? [];
  return packages.some(each => each.name === name) ? name : 'a package';
}
