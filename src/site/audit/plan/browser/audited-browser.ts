import type { BrowserProof } from '../../../../core/browser/browser-proof.ts';
import type { BrowserWheel } from '../../../../core/browser/browser-wheel.ts';
import { expectedExit } from '../../../../core/contract/tables/expected-exit.ts';
import type { Example } from '../../../../core/example/example.ts';
import { packageVariables } from '../../../../core/surroundings/package-variables.ts';
import type { Recording } from '../../../../core/verdict/recording.ts';

/** What a site may say of a sample in the browser's Python. */
export interface AuditedBrowser {
  /** Why it does not run there; absent if a page runs it. */
  readonly reason?: string | undefined;
  /** What its page fetches to run it; absent if none does. */
  readonly run?: unknown;
  /** The packages that its page fetches, by path in the site, with the SHA-256 of each. */
  readonly wheels?: ReadonlyMap<string, string> | undefined;
}

/** A sample of a plan, as far as the browser's Python goes. */
export interface AskedSample {
  readonly id: string;
  /** Absent if nothing asked. */
  readonly browser?: AuditedBrowser | undefined;
}

/** The browser's Python of a verification. */
export interface ProvedPython {
  readonly pyodide: string;
  readonly python: string;
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
  const { wheels } = verdict;
  if (wheels !== undefined && !areLocked(wheels, example))
    return { reason: 'its packages are not of its lock' };
  const files = wheels?.map(
    ({ file, sha256 }) => [`pyodide/packages/${sha256.slice(0, 16)}/${file}`, sha256] as const,
  );
  return { run: expectedRun(example, judged, wheels, proof), wheels: files && new Map(files) };
}

/** Whether the lock of an example names the hash of each wheel. */
function areLocked(wheels: readonly BrowserWheel[], { lock = '' }: Example): boolean {
  const lines = lock.split('\n');
  return wheels.every(({ sha256 }) => lines.some(line => line.startsWith(`    --hash=sha256:${sha256}`)));
}

/** The content of `run.json`: the verified bytes, and what judged them. */
function expectedRun(
  example: Example,
  { out, err }: Recording,
  wheels: readonly BrowserWheel[] | undefined,
  { python, pyodide }: BrowserProof,
): unknown {
  const { id, entry, files, contract, metadata } = example;
  const { args, env, stdin, order, mask, stderr, raises, terminal } = contract;
  const showsStderr = (stderr === true || raises !== undefined) && terminal === undefined;
  const hasPackages = metadata.dependencies.length > 0;
  const texts = [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]);
  return {
    id,
    sample: {
      entry,
      files: Object.fromEntries(texts),
      args,
      env: hasPackages ? { ...packageVariables(contract.cores), ...env } : env,
      stdin: stdin ?? '',
      ...(hasPackages ? { wheels } : {}),
    },
    contract: { order, mask, exit: expectedExit(contract), showsStderr },
    recording: { out, ...(showsStderr && err !== undefined ? { err } : {}) },
    python,
    pyodide,
  };
}
