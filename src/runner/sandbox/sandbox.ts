import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { EXIT, ProblemError } from '../../core/problems/problem.ts';
import { readChecked, writeChecked } from '../files/state-file.ts';
import { BUBBLEWRAP, sealIdentity } from './sandbox-capability.ts';

/** What to do about the seal: use it where it works, insist on it, or leave it. */
export const SEAL_POLICIES = ['auto', 'required', 'off'] as const;

export type SealPolicy = (typeof SEAL_POLICIES)[number];

/** Whether runs are sealed off from the machine; if not, why. */
export type Seal =
  | {
      readonly kind: 'sealed' /** Path of bubblewrap. */;
      readonly bubblewrap: string;
      readonly version: string;
    }
  | { readonly kind: 'open'; readonly reason: string };

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
export interface SealPlaces {
  readonly places?: readonly string[] | undefined;
  readonly stateFolder?: string | undefined;
}

/**
 * Finds out whether this machine can seal runs, by sealing one. That it could is remembered until bubblewrap or a setting changes;
 * where the seal is required, and where it could not, it is tried each time.
 * @throws ProblemError with exit code 2 when it cannot and `required` asks for it
 */
export async function findSeal(
  policy: SealPolicy,
  { places = BUBBLEWRAP, stateFolder }: SealPlaces = {},
): Promise<Seal> {
  if (policy === 'off') return { kind: 'open', reason: 'the seal is switched off' };
  const seal =
    policy === 'required' || stateFolder === undefined
      ? trySeal(places)
      : await recall(join(stateFolder, 'seal.json'), places);
  if (seal.kind === 'open' && policy === 'required') {
    throw new ProblemError(
      [
        {
          file: 'seal',
          title: `Runs cannot be sealed: ${seal.reason}.`,
          remedy:
            'apt-get install bubblewrap; where AppArmor forbids it: sysctl kernel.apparmor_restrict_unprivileged_userns=0; or trust the samples: --sandbox auto',
        },
      ],
      EXIT.usage,
    );
  }
  return seal;
}

async function recall(file: string, places: readonly string[]): Promise<Seal> {
  const identity = sealIdentity(places);
  const [before, known] = (readChecked(file) as [string, Seal] | undefined) ?? [];
  if (known !== undefined && before === identity) return known;
  const seal = trySeal(places);
  if (seal.kind === 'sealed') await writeChecked(file, [identity, seal]);
  return seal;
}

function trySeal(places: readonly string[]): Seal {
  if (process.platform !== 'linux') return { kind: 'open', reason: 'bubblewrap is for Linux' };
  for (const bubblewrap of places) {
    // Node's own: a library would be loaded for these two at each check that requires the seal.
    const ask = (words: readonly string[]) =>
      spawnSync(bubblewrap, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 20_000 });
    const { status, stderr } = ask(TRIAL);
    if (status === 0)
      return {
        kind: 'sealed',
        bubblewrap,
        version: ask(['--version']).stdout.trim().replace('bubblewrap ', ''),
      };
    // No exit code: there is no such program, or it did not end.
    if (status !== null)
      return { kind: 'open', reason: `bubblewrap does not work here (${stderr.trim().split('\n').at(-1)})` };
  }
  return { kind: 'open', reason: 'bubblewrap is not installed' };
}

/** `sealed`, or why not, for reports. */
export function sealSentence(seal: Seal): string {
  return seal.kind === 'sealed' ? `sealed with bubblewrap ${seal.version}` : `not sealed: ${seal.reason}`;
}
