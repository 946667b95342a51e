import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { EXIT, ProblemError } from '../../core/problems/problem.ts';
import { readChecked, writeChecked } from '../files/state-file.ts';
import { BUBBLEWRAP, sandboxIdentity } from './sandbox-capability.ts';

/** What to do about the sandbox: use it where it works, insist on it, or leave it. */
export const SANDBOX_POLICIES = ['auto', 'required', 'off'] as const;

export type SandboxPolicy = (typeof SANDBOX_POLICIES)[number];

/** Whether runs are sandboxed from the machine; if not, why. */
export type Sandbox =
  | {
      readonly kind: 'sandboxed' /** Path of bubblewrap. */;
      readonly bubblewrap: string;
      readonly version: string;
    }
  | { readonly kind: 'unsandboxed'; readonly reason: string };

/** A program in a world of its own: if this works, a run in one does. */
const TRIAL = [
  '--unshare-all',
  '--die-with-parent',
  '--cap-drop',
  'ALL',
  '--ro-bind',
  '/',
  '/',
  '--dev',
  '/dev',
  '--proc',
  '/proc',
  '--size',
  '1048576',
  '--tmpfs',
  '/tmp',
  'true',
];

/** Where bubblewrap may be, and where it is remembered that it worked; without a folder, it is tried each time. */
export interface SandboxPlaces {
  readonly places?: readonly string[] | undefined;
  readonly stateFolder?: string | undefined;
}

/**
 * Finds out whether this machine can sandbox runs, by sandboxing one. That it could is remembered until bubblewrap or a setting changes;
 * where the sandbox is required, and where it could not, it is tried each time.
 * @throws ProblemError with exit code 2 when it cannot and `required` asks for it
 */
export async function findSandbox(
  policy: SandboxPolicy,
  { places = BUBBLEWRAP, stateFolder }: SandboxPlaces = {},
): Promise<Sandbox> {
  if (policy === 'off') return { kind: 'unsandboxed', reason: 'the sandbox is switched off' };
  const sandbox =
    policy === 'required' || stateFolder === undefined
      ? tryBubblewrap(places)
      : await recall(join(stateFolder, 'sandbox.json'), places);
  if (sandbox.kind === 'unsandboxed' && policy === 'required') {
    throw new ProblemError(
      [
        {
          file: 'sandbox',
          title: `Runs cannot be sandboxed: ${sandbox.reason}.`,
          remedy:
            'apt-get install bubblewrap; where AppArmor forbids it: sysctl kernel.apparmor_restrict_unprivileged_userns=0; or trust the samples: --sandbox auto',
        },
      ],
      EXIT.usage,
    );
  }
  return sandbox;
}

async function recall(file: string, places: readonly string[]): Promise<Sandbox> {
  const identity = sandboxIdentity(places);
  const [before, known] = (readChecked(file) as [string, Sandbox] | undefined) ?? [];
  if (known !== undefined && before === identity) return known;
  const sandbox = tryBubblewrap(places);
  if (sandbox.kind === 'sandboxed') await writeChecked(file, [identity, sandbox]);
  return sandbox;
}

function tryBubblewrap(places: readonly string[]): Sandbox {
  if (process.platform !== 'linux') return { kind: 'unsandboxed', reason: 'bubblewrap is for Linux' };
  for (const bubblewrap of places) {
    // Node's own: a library would be loaded for these two at each check that requires the sandbox.
    const ask = (words: readonly string[]) =>
      spawnSync(bubblewrap, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 20_000 });
    const { status, stderr } = ask(TRIAL);
    if (status === 0)
      return {
        kind: 'sandboxed',
        bubblewrap,
        version: ask(['--version']).stdout.trim().replace('bubblewrap ', ''),
      };
    // No exit code: there is no such program, or it did not end.
    if (status !== null)
      return {
        kind: 'unsandboxed',
        reason: `bubblewrap does not work here (${stderr.trim().split('\n').at(-1)})`,
      };
  }
  return { kind: 'unsandboxed', reason: 'bubblewrap is not installed' };
}

/** `sandboxed`, or why not, for reports. */
export function describeSandbox(sandbox: Sandbox): string {
  return sandbox.kind === 'sandboxed'
    ? `sandboxed with bubblewrap ${sandbox.version}`
    : `not sandboxed: ${sandbox.reason}`;
}
