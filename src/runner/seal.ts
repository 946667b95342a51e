import { execa } from 'execa';
import { EXIT, ProblemError } from '../core/problem.ts';

/** What to do about the seal: use it where it works, insist on it, or leave it. */
export const SEAL_POLICIES = ['auto', 'required', 'off'] as const;

export type SealPolicy = (typeof SEAL_POLICIES)[number];

/** Whether runs are sealed off from the machine; if not, why. */
export type Seal =
  | { readonly kind: 'sealed'; /** Path of bubblewrap. */ readonly bubblewrap: string; readonly version: string }
  | { readonly kind: 'open'; readonly reason: string };

const PLACES = ['/usr/bin/bwrap', '/usr/local/bin/bwrap', '/bin/bwrap'];
/** A program in a world of its own: if this works, a run in one does. */
const TRIAL = ['--unshare-all', '--die-with-parent', '--cap-drop', 'ALL', '--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc', '--size', '1048576', '--tmpfs', '/tmp', 'true'];

/**
 * Finds out whether this machine can seal runs, by sealing one.
 * @param places where bubblewrap may be
 * @throws ProblemError with exit code 2 when it cannot and `required` asks for it
 */
export async function findSeal(policy: SealPolicy, places: readonly string[] = PLACES): Promise<Seal> {
  if (policy === 'off') return { kind: 'open', reason: 'the seal is switched off' };
  const seal = await trySeal(places);
  if (seal.kind === 'open' && policy === 'required') {
    throw new ProblemError([{ file: 'seal', title: `Runs cannot be sealed: ${seal.reason}.`, remedy: 'apt-get install bubblewrap; where AppArmor forbids it: sysctl kernel.apparmor_restrict_unprivileged_userns=0; or trust the samples: --seal auto' }], EXIT.usage);
  }
  return seal;
}

async function trySeal(places: readonly string[]): Promise<Seal> {
  if (process.platform !== 'linux') return { kind: 'open', reason: 'bubblewrap is for Linux' };
  for (const bubblewrap of places) {
    const options = { reject: false, stdin: 'ignore', timeout: 20_000 } as const;
    const [{ failed, exitCode, stderr }, { stdout }] = await Promise.all([execa(bubblewrap, TRIAL, options), execa(bubblewrap, ['--version'], options)]);
    if (!failed) return { kind: 'sealed', bubblewrap, version: stdout.replace('bubblewrap ', '') };
    // No exit code: there is no such program.
    if (exitCode !== undefined) return { kind: 'open', reason: `bubblewrap does not work here (${stderr.trim().split('\n').at(-1)})` };
  }
  return { kind: 'open', reason: 'bubblewrap is not installed' };
}

/** `sealed`, or why not, for reports. */
export function sealSentence(seal: Seal): string {
  return seal.kind === 'sealed' ? `sealed with bubblewrap ${seal.version}` : `not sealed: ${seal.reason}`;
}
