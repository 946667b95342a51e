/** Returns a whole number from 0 to below its argument. */
export type Random = (below: number) => number;

/** A linear congruential generator: the same numbers for the same seed. */
export function randomNumbers(seed: number): Random {
  let state = seed >>> 0;
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
