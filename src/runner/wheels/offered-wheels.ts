import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'smol-toml';
import type { OfferedWheel, WheelTarget } from '../../core/packages/fitting-wheel.ts';
import type { Package } from '../../core/packages/lock.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { temporaryBeside } from '../files/temporary-folder.ts';
import { CACHE_PATHS } from '../files/state-paths.ts';
import type { CacheFolder } from '../files/user-cache.ts';
import { runUv } from '../packages/run-uv.ts';
import type { UvFault } from '../packages/uv-faults.ts';
import { findUv } from '../packages/uv-program.ts';

/** What the index has of a package. */
export interface OfferedPackage {
  readonly name: string;
  readonly wheels: readonly OfferedWheel[];
}

interface ListedWheel {
  readonly url: string;
  readonly size?: number;
  readonly hashes: { readonly sha256?: string };
}

/** https://packaging.python.org/en/latest/specifications/pylock-toml/, as far as it is read. */
interface PyLock {
  readonly packages?: readonly { readonly name: string; readonly wheels?: readonly ListedWheel[] }[];
}

/**
 * Asks the index which wheels it has of packages, by uv and the settings of this user. uv itself knows no
 * wheels for the browser's Python of today, so it is asked for those of all systems.
 * @throws ProblemError if the cache folder cannot be written
 */
export async function offeredWheels(
  packages: readonly Package[],
  { python }: WheelTarget,
  interpreter: Interpreter,
  user: CacheFolder,
): Promise<readonly OfferedPackage[] | UvFault> {
  const uv = await findUv(interpreter, user);
  if (uv.value === undefined) return { kind: 'other', detail: uv.problems[0]?.title ?? '' };
  const place = join(user.path, CACHE_PATHS.uv, 'wheels');
  const temporary = await withFileProblem(dirname(place), () => temporaryBeside(place));
  try {
    const output = join(temporary, 'pylock.toml');
    const form = [
      '--universal',
      '--format',
      'pylock.toml',
      '--no-header',
      '--quiet',
      '--output-file',
      output,
    ];
    const which = ['--no-deps', '--only-binary', ':all:', '--python-version', python];
    const args = ['pip', 'compile', '--python', interpreter.path, ...form, ...which, '-'];
    const asked = packages.map(({ name, version }) => `${name}==${version}\n`).join('');
    const fault = await runUv(uv.value, args, user, asked);
    if (fault !== undefined) return fault;
    const { packages: found = [] } = parse(await readFile(output, 'utf8')) as unknown as PyLock;
    return found.map(({ name, wheels = [] }) => ({
      name,
      wheels: wheels.map(({ url, size, hashes }) => ({ url, size, sha256: hashes.sha256 })),
    }));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
