import type { BrowserProof } from '../../../../core/browser/browser-proof.ts';
import { expectedExit } from '../../../../core/contract/contract-schema.ts';
import type { Example } from '../../../../core/example/example.ts';
import type { Recording } from '../../../../core/verdict/recording.ts';

/** What a site may say of a sample in the browser's Python. */
export interface AuditedBrowser {
  /** Why it does not run there; absent if a page runs it. */
  readonly reason?: string | undefined;
  /** What its page fetches to run it; absent if none does. */
  readonly run?: unknown;
}

/** What a ledger knows of a sample in the browser; undefined if nothing asked. */
export function auditedBrowser(
  example: Example | undefined,
  proof: BrowserProof | undefined,
  all: readonly Recording[],
  shown: readonly Recording[],
): AuditedBrowser | undefined {
  const verdict = proof?.samples.find(({ id }) => id === example?.id);
  if (example === undefined || proof === undefined || verdict === undefined) return undefined;
  if (!verdict.verified) return { reason: verdict.reason };
  // The run was judged by the recording of its minor version, or else by that for all.
  const minor = /^\d+\.\d+/.exec(proof.python)?.[0];
  const judged = [minor, undefined].flatMap(tag => all.filter(recording => recording.tag === tag))[0];
  if (judged === undefined || !shown.includes(judged))
    return { reason: 'it prints there what its page does not show' };
  return { run: expectedRun(example, judged, proof) };
}

/** The content of `run.json`: the verified bytes, and what judged them. */
function expectedRun(example: Example, { out, err }: Recording, { python, pyodide }: BrowserProof): unknown {
  const { id, entry, files, contract } = example;
  const { args, env, stdin, order, mask, stderr, raises, terminal } = contract;
  const showsStderr = (stderr === true || raises !== undefined) && terminal === undefined;
  const texts = [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]);
  return {
    id,
    sample: { entry, files: Object.fromEntries(texts), args, env, stdin: stdin ?? '' },
    contract: { order, mask, exit: expectedExit(contract), showsStderr },
    recording: { out, ...(showsStderr && err !== undefined ? { err } : {}) },
    python,
    pyodide,
  };
}
