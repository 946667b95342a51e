import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import type { Problem } from '../../core/problems/problem.ts';
import { CACHE_PATHS } from '../files/state-paths.ts';
import type { CacheFolder } from '../files/user-cache.ts';

/** Why uv failed. `no wheel`: a package has no file for this interpreter. */
export type UvFault = 'network' | 'no wheel' | 'hash' | 'other';

/** Why a call of uv failed; no fault: it did not. */
export interface UvResult {
  readonly fault?: { readonly kind: UvFault; readonly detail: string } | undefined;
}

/** What its messages say, in its order: a failed download may name several. */
const FAULTS: readonly (readonly [UvFault, RegExp])[] = [
  ['hash', /hash mismatch/i],
  [
    'network',
    /error sending request|failed to (?:fetch|download)|dns error|network was disabled|connection/i,
  ],
  ['no wheel', /no usable wheels|no wheels? with a matching|no compatible wheel|doesn't have a .*wheel/i],
];

/** Variables that would make uv install elsewhere, or something else. */
const LEFT_OUT = [
  /^(?:VIRTUAL_ENV|CONDA_PREFIX|PYTHON.*)$/,
  /^UV_(?:TARGET|PREFIX|PYTHON|SYSTEM_PYTHON|CONSTRAINT|OVERRIDE|EXCLUDE_NEWER|PROJECT.*)$/,
];

/**
 * Calls uv. The settings of this user hold (an index of a company, a proxy); those of the checkout do not:
 * it starts outside of it.
 */
export async function runUv(
  uv: string,
  args: readonly string[],
  user: CacheFolder,
  input?: string,
): Promise<UvResult> {
  const own = Object.entries(process.env).filter(([name]) => !LEFT_OUT.some(each => each.test(name)));
  const { stderr, failed } = await execa(uv, args, {
    cwd: tmpdir(),
    extendEnv: false,
    env: {
      ...Object.fromEntries(own),
      UV_CACHE_DIR: join(user.path, CACHE_PATHS.uv, 'cache'),
      UV_PYTHON_DOWNLOADS: 'never',
      // Certificates of this machine: a company's proxy has its own. The second name is the older one.
      UV_SYSTEM_CERTS: '1',
      UV_NATIVE_TLS: '1',
      UV_NO_PROGRESS: '1',
      NO_COLOR: '1',
    },
    ...(input === undefined ? { stdin: 'ignore' } : { input }),
    reject: false,
  });
  if (!failed) return {};
  const text = stderr.replaceAll(/^(?:Using CPython|Resolved|warning:).*\n?/gm, '').trim();
  const kind = FAULTS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
  return { fault: { kind, detail: text.split('\n').slice(0, 12).join('\n').replaceAll(/^/gm, '    ') } };
}

/** The words for each fault: what is wrong, and what to do. @param again the command to repeat */
export function faultProblem(
  kind: UvFault,
  { python, again, lock }: { readonly python: string; readonly again: string; readonly lock: string },
): Pick<Problem, 'title' | 'remedy'> {
  switch (kind) {
    case 'network':
      return {
        title: 'Its packages are not installed here yet, and the package index cannot be reached.',
        remedy: `With a network, once: ${again}. They are kept for the next time.`,
      };
    case 'no wheel':
      return {
        title: `A package has no wheel for CPython ${python}, and nothing is built from source.`,
        remedy: `Take a version that has one: ${lock}; or exclude this Python by requires-python.`,
      };
    case 'hash':
      return {
        title: 'A package is another one than its lock names: its hash differs.',
        remedy: `Do not install it before you know why. If the index is right, lock again: ${lock}`,
      };
    case 'other':
      return { title: 'uv cannot install its packages.', remedy: `Lock them again: ${lock}` };
  }
}
