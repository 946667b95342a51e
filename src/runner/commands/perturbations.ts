import type { Contract } from '../../core/contract/contract-schema.ts';
import type { Repetition } from '../../core/repetition/repetition.ts';
import type { Conditions } from '../python/run-environment.ts';
import { demandOf } from '../scheduling/scheduler.ts';

/** Seconds for `sys.setswitchinterval`: threads switch all the time, or hardly ever. */
const [OFTEN, SELDOM] = [1e-6, 0.1];

export interface Perturbation extends Conditions {
  readonly load: boolean;
}

/**
 * Conditions of many runs. The first is the plain one; the others go through one core and all cores, small
 * and large switch intervals, background load and pauses, each with a hash seed of its own.
 * @param repetition how many, and whether with pauses
 * @param contract a sample never gets fewer cores than it needs; one that measures is never paused
 */
export function perturbations(
  { runs, pauses }: Pick<Repetition, 'runs' | 'pauses'>,
  contract: Pick<Contract, 'cores' | 'elapsed' | 'mask' | 'form' | 'hangs'>,
): readonly Perturbation[] {
  // What is counted is what a reader's machine does.
  if (contract.form === 'outcomes')
    return Array.from({ length: runs }, (_, index) => ({ load: false, hashSeed: index }));
  const oneCore = contract.cores === 1 ? [0] : undefined;
  const combinations: readonly Perturbation[] = [
    { load: false },
    { load: false, switchInterval: OFTEN },
    { load: true, cores: oneCore, switchInterval: OFTEN },
    { load: false, pauses: true },
    { load: false, cores: oneCore, switchInterval: SELDOM },
    { load: true },
    { load: false, cores: oneCore, pauses: true },
    { load: false, cores: oneCore },
    { load: true, switchInterval: SELDOM },
    { load: false, switchInterval: OFTEN, pauses: true },
    { load: false, cores: oneCore, switchInterval: OFTEN },
    { load: true, switchInterval: OFTEN },
    { load: true, pauses: true },
    { load: false, switchInterval: SELDOM },
    { load: true, cores: oneCore },
    { load: false, switchInterval: SELDOM, pauses: true },
    { load: true, cores: oneCore, switchInterval: SELDOM },
    { load: true, cores: oneCore, pauses: true },
    { load: false, pauses: true },
    { load: false, pauses: true },
  ];
  // A pause of what is at rest shows nothing.
  const mayPause = pauses && !demandOf(contract).measures && contract.hangs !== true;
  const used = combinations.filter(each => mayPause || each.pauses !== true);
  return Array.from({ length: runs }, (_, index) => ({
    ...(used[index % used.length] as Perturbation),
    hashSeed: index,
  }));
}

/** Conditions in words: `one core, under load, hash seed 4`. */
export function describeConditions({ cores, switchInterval, load, pauses, hashSeed }: Perturbation): string {
  return [
    cores === undefined ? 'all cores' : 'one core',
    ...(switchInterval === undefined ? [] : [`switch interval ${switchInterval} s`]),
    ...(load ? ['under load'] : []),
    ...(pauses ? ['with pauses'] : []),
    `hash seed ${hashSeed}`,
  ].join(', ');
}
