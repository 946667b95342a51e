/** A linear congruential generator: the same numbers for the same seed. Gives numbers from 0 up to, and without, its argument; its upper bits are random enough for a mix. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
