import type { BrowserWheel } from '../../core/browser/browser-wheel.ts';
import { unfitReason } from '../../core/browser/unfit-sample.ts';
import type { Example } from '../../core/example/example.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { userCache } from '../files/user-cache.ts';
import type { BrowserWheels } from '../wheels/browser-wheels.ts';
import { prepareWheels } from '../wheels/prepare-wheels.ts';
import { wheelTarget } from './pyodide-files.ts';

/** How a sample is tried: with its packages, if it declares some; or why it is not. */
export interface Trial {
  /** Why it is not tried. */
  readonly reason?: string | undefined;
  readonly wheels?: readonly BrowserWheel[] | undefined;
}

/**
 * Decides which examples are tried, and fetches the packages of these. By id.
 * @param python the version of the browser's Python
 * @param installer an interpreter whose pip fetches uv, if it is missing
 * @throws ProblemError if the cache folder cannot be written
 */
export async function planTrials(
  examples: readonly Example[],
  python: string,
  installer: Interpreter,
): Promise<ReadonlyMap<string, Trial>> {
  const reasons = new Map(examples.map(example => [example.id, unfitReason(example, python)]));
  const tried = examples.filter(({ id }) => reasons.get(id) === undefined);
  const wheels = await prepareWheels(tried, wheelTarget(), installer, userCache());
  return new Map(
    [...reasons].map(([id, reason]) => [id, reason === undefined ? trial(wheels.get(id)) : { reason }]),
  );
}

function trial(found: BrowserWheels | undefined): Trial {
  if (found === undefined) return {};
  if ('missing' in found) return { reason: found.missing };
  return 'reason' in found ? { reason: found.reason } : { wheels: found.wheels };
}
