import type { Example } from '../../core/example/example.ts';
import type { WheelTarget } from '../../core/packages/fitting-wheel.ts';
import type { Interpreter } from '../../core/python-version.ts';
import type { CacheFolder } from '../files/user-cache.ts';
import { lockOf } from '../packages/prepare-packages.ts';
import { browserWheels, type BrowserWheels } from './browser-wheels.ts';

/**
 * The wheels of samples with packages, by id. Each lock is asked for once. A sample without packages is not
 * in it.
 * @param interpreter whose pip fetches uv, if it is missing
 * @throws ProblemError if the cache folder cannot be written
 */
export async function prepareWheels(
  examples: readonly Example[],
  target: WheelTarget,
  interpreter: Interpreter,
  user: CacheFolder,
): Promise<ReadonlyMap<string, BrowserWheels>> {
  const found = new Map<string, BrowserWheels>();
  const byLock = new Map<string, BrowserWheels>();
  let isOffline = false;
  for (const example of examples) {
    const lock = lockOf(example);
    if (lock === undefined) continue;
    const known = byLock.get(lock.requirements);
    const wheels: BrowserWheels = known ?? (await browserWheels(lock, target, interpreter, user, isOffline));
    // Nobody waits for a network twice.
    isOffline ||= 'missing' in wheels && wheels.isNetwork;
    byLock.set(lock.requirements, wheels);
    found.set(example.id, wheels);
  }
  return found;
}
