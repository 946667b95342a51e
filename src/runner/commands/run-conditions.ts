import { availableParallelism } from 'node:os';
import { execa } from 'execa';
import type { Conditions } from '../python/run-environment.ts';

/** Seconds for `sys.setswitchinterval`: threads switch all the time, or hardly ever. */
const [OFTEN, SELDOM] = [1e-6, 0.1];

export interface Perturbation extends Conditions {
  /** Whether something else computes on every core at the same time. */
  readonly load: boolean;
}

/**
 * Conditions of `count` runs. The first is the plain one; the others go through one core and all cores, small
 * and large switch intervals and background load in all combinations, each with a hash seed of its own.
 * @param cores what the sample needs: it never gets fewer
 */
export function perturbations(count: number, cores: number): readonly Perturbation[] {
  const oneCore = cores === 1 ? [0] : undefined;
  const combinations: readonly Perturbation[] = [
    { load: false },
    { load: false, switchInterval: OFTEN },
    { load: true, cores: oneCore, switchInterval: OFTEN },
    { load: false, cores: oneCore, switchInterval: SELDOM },
    { load: true },
    { load: false, cores: oneCore },
    { load: true, switchInterval: SELDOM },
    { load: false, cores: oneCore, switchInterval: OFTEN },
    { load: true, switchInterval: OFTEN },
    { load: false, switchInterval: SELDOM },
    { load: true, cores: oneCore },
    { load: true, cores: oneCore, switchInterval: SELDOM },
  ];
  return Array.from({ length: count }, (_, index) => ({
    ...(combinations[index % combinations.length] as Perturbation),
    hashSeed: index,
  }));
}

/** Computes until its parent has ended, so that a killed runner leaves none running forever. */
const BURNER = `
import os
while os.getppid() == ${process.pid}:
    for _ in range(1_000_000): pass
`;

/** Keeps every core busy while `work` runs. */
export async function underLoad<T>(python: string, work: () => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const burners = Array.from({ length: availableParallelism() }, () =>
    execa(python, ['-I', '-S', '-c', BURNER], {
      cancelSignal: controller.signal,
      reject: false,
      stdio: 'ignore',
    }),
  );
  try {
    return await work();
  } finally {
    controller.abort();
    await Promise.all(burners);
  }
}
