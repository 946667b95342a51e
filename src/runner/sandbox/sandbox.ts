import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { refusal } from '../../core/problems/problem.ts';
import { PLACE } from '../../core/surroundings/place.ts';
import { seccompFilter } from './seccomp-filter.ts';

/** What to do about the sandbox: use it if it works, insist on it, or do without. */
export const SANDBOX_POLICIES = ['auto', 'required', 'off'] as const;

export type SandboxPolicy = (typeof SANDBOX_POLICIES)[number];

/** Whether runs are separated from this machine; if not, why. */
export type Sandbox =
  | {
      readonly kind: 'sandboxed';
      /** The path of `bwrap`. */
      readonly bubblewrap: string;
      readonly version: string;
      /** Whether this bubblewrap, here, can forbid further user namespaces. Calls for them fail anyway. */
      readonly disablesUserns?: boolean | undefined;
    }
  | { readonly kind: 'unsandboxed'; readonly reason: string };

/** Where `bwrap` may be. */
const BUBBLEWRAP_PATHS = ['/usr/bin/bwrap', '/usr/local/bin/bwrap', '/bin/bwrap'] as const;

/**
 * What separates a run from the machine: namespaces of its own, a user without rights, no capability. The
 * runner starts it in a session without a terminal.
 */
export function isolation({
  disablesUserns = false,
}: {
  readonly disablesUserns?: boolean | undefined;
}): string[] {
  return [
    ...['--unshare-all', '--unshare-user', ...(disablesUserns ? ['--disable-userns'] : [])],
    ...['--uid', PLACE.uid, '--gid', PLACE.uid, '--cap-drop', 'ALL', '--hostname', PLACE.host],
    '--die-with-parent',
  ];
}

/** The rest of a sandbox like that of a run, in which `true` runs: if this works, a run does. */
const TRIAL = [
  ...['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc', '--size', '1048576', '--tmpfs', '/tmp'],
  ...['--perms', '0755', '--dir', '/tmp/work', '--remount-ro', '/proc', '--clearenv', 'true'],
];

const REMEDY =
  'apt-get install bubblewrap; ' +
  'where AppArmor forbids it: sysctl kernel.apparmor_restrict_unprivileged_userns=0; ' +
  'or trust the samples: --sandbox auto';

/**
 * Finds out whether runs can be sandboxed on this machine, by a trial.
 * @throws ProblemError with exit code 2 if they cannot and the policy is `required`
 */
export function findSandbox(policy: SandboxPolicy, paths: readonly string[] = BUBBLEWRAP_PATHS): Sandbox {
  if (policy === 'off') return { kind: 'unsandboxed', reason: 'the sandbox is switched off' };
  const sandbox = tryBubblewrap(paths);
  if (sandbox.kind === 'unsandboxed' && policy === 'required') {
    const title = `Runs cannot be sandboxed: ${sandbox.reason}.`;
    throw refusal({ file: 'sandbox', title, remedy: REMEDY });
  }
  return sandbox;
}

function tryBubblewrap(paths: readonly string[]): Sandbox {
  if (process.platform !== 'linux') return { kind: 'unsandboxed', reason: 'bubblewrap is for Linux' };
  const filter = seccompFilter();
  // It reads the filter from its input.
  const seccomp = filter === undefined ? [] : ['--seccomp', '0'];
  for (const bubblewrap of paths) {
    const attempt = (disablesUserns: boolean): SpawnSyncReturns<string> =>
      call(bubblewrap, [...isolation({ disablesUserns }), ...seccomp, ...TRIAL], filter);
    const first = attempt(true);
    // There is no such program, or it did not end.
    if (first.status === null) continue;
    // bubblewrap before 0.8 does not know the option, and some containers forbid it.
    const { status, stderr } = first.status === 0 ? first : attempt(false);
    const [why] = stderr.trim().split('\n').slice(-1);
    if (status !== 0) return { kind: 'unsandboxed', reason: `bubblewrap does not work here (${why})` };
    const version = call(bubblewrap, ['--version']).stdout.trim().replace('bubblewrap ', '');
    return { kind: 'sandboxed', bubblewrap, version, disablesUserns: first.status === 0 };
  }
  return { kind: 'unsandboxed', reason: 'bubblewrap is not installed' };
}

function call(command: string, args: readonly string[], input?: Uint8Array): SpawnSyncReturns<string> {
  return spawnSync(command, args, {
    encoding: 'utf8',
    input,
    timeout: 20_000,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
  });
}

/** For reports and for the run key: `sandboxed with bubblewrap 0.8.0`, or `not sandboxed` and why. */
export function describeSandbox(sandbox: Sandbox): string {
  return sandbox.kind === 'sandboxed'
    ? `sandboxed with bubblewrap ${sandbox.version}`
    : `not sandboxed: ${sandbox.reason}`;
}
