/** A whole run takes so many milliseconds, at least and at most: short runs are slow, long ones fast. */
const [SHORTEST, LONGEST] = [6000, 20_000];
/** Milliseconds for each moment, for readers who want nothing to move. */
const STILL = 1500;

interface Played {
  readonly moments: readonly number[];
  /** Where it begins, in seconds. */
  readonly from: number;
  readonly show: (time: number) => void;
  readonly onEnd: () => void;
}

/** Shows one time after the other, until the end. @returns stops it */
export function playback(played: Played): () => void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return isStill ? playMoments(played) : playSmoothly(played);
}

function playMoments({ moments, from, show, onEnd }: Played): () => void {
  const left = moments.filter(moment => moment > from);
  const timer = setInterval(() => {
    const moment = left.shift();
    if (moment !== undefined) show(moment);
    if (left.length === 0) onEnd();
  }, STILL);
  return () => clearInterval(timer);
}

function playSmoothly({ moments, from, show, onEnd }: Played): () => void {
  const end = moments.at(-1) ?? 0;
  const speed = end / Math.min(Math.max(end * 1000, SHORTEST), LONGEST);
  const begin = performance.now();
  let request = 0;
  const frame = (): void => {
    const time = from + (performance.now() - begin) * speed;
    show(Math.min(time, end));
    if (time < end) request = requestAnimationFrame(frame);
    else onEnd();
  };
  request = requestAnimationFrame(frame);
  return () => cancelAnimationFrame(request);
}
