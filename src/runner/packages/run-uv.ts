import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { CACHE_PATHS } from '../files/state-paths.ts';
import type { CacheFolder } from '../files/user-cache.ts';
import { type UvFault, uvFault } from './uv-faults.ts';

/** Variables of this user that would change what is installed, or where. */
const LEFT_OUT = /^(?:VIRTUAL_ENV|CONDA_PREFIX|PYTHON.*|UV_.*)$/;

/** Of those, what is about the way to an index. https://docs.astral.sh/uv/reference/environment/ */
const KEPT = new RegExp(
  [
    '^UV_(?:(?:DEFAULT_|EXTRA_)?INDEX.*|FIND_LINKS|INSECURE_HOST|KEYRING_PROVIDER|HTTP_.*|OFFLINE',
    'CONFIG_FILE|CREDENTIALS_DIR|CONCURRENT_.*|REQUEST_TIMEOUT)$',
  ].join('|'),
);

/**
 * Calls uv. The settings of this user hold (an index of a company, a proxy); those of the checkout do not:
 * uv starts outside of it, in a folder that nobody else can write to.
 * @returns why it failed; undefined if it did not
 */
export async function runUv(
  uv: string,
  args: readonly string[],
  user: CacheFolder,
  input?: string,
): Promise<UvFault | undefined> {
  const own = Object.entries(process.env).filter(([name]) => !LEFT_OUT.test(name) || KEPT.test(name));
  const folder = join(user.path, CACHE_PATHS.uv);
  await mkdir(folder, { recursive: true });
  const { stderr, failed, message } = await execa(uv, args, {
    cwd: folder,
    extendEnv: false,
    env: {
      ...Object.fromEntries(own),
      UV_CACHE_DIR: join(folder, 'cache'),
      UV_PYTHON_DOWNLOADS: 'never',
      // Certificates of this machine: a company's proxy has its own. The second name is the older one.
      UV_SYSTEM_CERTS: '1',
      UV_NATIVE_TLS: '1',
      UV_NO_PROGRESS: '1',
      NO_COLOR: '1',
    },
    ...(input === undefined ? { stdin: 'ignore' } : { input }),
    reject: false,
  } as const);
  return failed ? uvFault(stderr === '' ? String(message) : stderr) : undefined;
}
