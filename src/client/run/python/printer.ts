import { MAX_PRINTED } from './limits.ts';
import type { WorkerReport } from './messages.ts';

/** Writes that are sent at once; after them, what is written within so many milliseconds is sent together. */
const SENT_ALONE = 1000;
const SENT_TOGETHER_MS = 10;

type Stream = 'out' | 'err';

/** What takes the output of a run. */
interface Printer {
  readonly write: (stream: Stream, bytes: Uint8Array) => void;
  /** Sends what was kept. */
  readonly flush: () => void;
}

/**
 * Sends what a run writes to the page. Writes are sent at once, so that a line is seen while the run sleeps.
 * A flood of them is sent in pieces, because each message costs the page time.
 */
export function printer(
  send: (report: WorkerReport) => void,
  now = (): number => performance.now(),
): Printer {
  let kept: { stream: Stream; parts: Uint8Array[] } | undefined;
  let [printed, sent, sentAt] = [0, 0, 0];
  const flush = (): void => {
    if (kept === undefined) return;
    send({ kind: 'printed', stream: kept.stream, bytes: joined(kept.parts) });
    kept = undefined;
    sent += 1;
    sentAt = now();
  };
  const write = (stream: Stream, bytes: Uint8Array): void => {
    const room = MAX_PRINTED - printed;
    if (room < 0) return;
    printed += bytes.length;
    if (kept?.stream !== stream) flush();
    kept ??= { stream, parts: [] };
    kept.parts.push(bytes.slice(0, room));
    const isFull = printed > MAX_PRINTED;
    if (isFull || sent < SENT_ALONE || now() - sentAt >= SENT_TOGETHER_MS) flush();
    if (isFull) send({ kind: 'full' });
  };
  return { write, flush };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
