import { decode, type Example } from '../example/example.ts';
import type { Run } from '../verdict/run.ts';
import { outcome } from '../verdict/run-outcome.ts';

/** What the last lines of an error say, and why the sample does not run in a browser. */
const CAUSES: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^RuntimeError: (?:can't start new thread|unable to start watchdog thread)/m, 'it starts threads'],
  [/does not support processes|_multiprocessing|in fork\b|os\.fork/, 'it starts processes'],
  [/\/(?:socket|socketserver|selectors)\.py"|_make_\w*(?:socket|datagram|ssl)\w*/, 'it opens sockets'],
];

/** Why a run in the Python of browsers is not what the page shows, as the end of a sentence. */
export function browserReason(example: Example, run: Run, limitSeconds: number): string {
  if (run.ending === 'timed-out') return `it takes longer than ${limitSeconds} s there`;
  if (run.ending !== 'exited') return 'it needs more than a browser has';
  const errors = decode(run.stderr) ?? '';
  const known = CAUSES.find(([pattern]) => pattern.test(errors));
  if (known !== undefined) return known[1];
  const missing = /^ModuleNotFoundError: No module named '(?<name>[\w.]+)'/m.exec(errors)?.groups?.name;
  if (missing !== undefined) return `it needs the module ${missing}`;
  const { problems } = outcome(example, run);
  const raised = /^(?<type>[A-Za-z_][\w.]*(?:Error|Exception|Exit|Interrupt))\b/m.exec(errors)?.groups?.type;
  if (problems !== undefined)
    return raised === undefined ? 'its contract does not hold there' : `it ends with ${raised} there`;
  return 'it prints something else there';
}
