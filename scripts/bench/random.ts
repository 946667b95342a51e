/**
 * A linear congruential generator: the same numbers for the same seed.
 * The returned function gives a whole number from 0 to below its argument.
 */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
