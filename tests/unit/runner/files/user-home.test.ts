import { userInfo } from 'node:os';
import { afterEach, expect, test, vi } from 'vitest';

vi.mock('node:os', { spy: true });
// Another file of this worker may have loaded both with what the machine names.
vi.resetModules();
const { userCache } = await import('../../../../src/runner/files/user-cache.ts');
const { userHome } = await import('../../../../src/runner/files/user-home.ts');
afterEach(() => vi.mocked(userInfo).mockRestore());

/** As in a container whose user is in no list. */
function withoutEntry(): void {
  vi.mocked(userInfo).mockImplementation(() => {
    throw Object.assign(new Error('no entry'), { syscall: 'uv_os_get_passwd', code: 'ERR_SYSTEM_ERROR' });
  });
}

test('the home of a user is that of HOME', () => {
  expect(userHome({ HOME: '/home/ada' })).toBe('/home/ada');
});

test.each(['', '.', 'ada', '~'])('HOME is ignored if it is %j, because that leads into a checkout', HOME => {
  expect(userHome({ HOME })).toBe(userInfo().homedir);
  expect(userHome({})).toBe(userInfo().homedir);
});

test('there is none if nothing names one: then the caches are temporary, with a note', () => {
  withoutEntry();
  expect(userHome({ HOME: 'ada' })).toBeUndefined();
  expect(userCache({ HOME: '.' }).note).toBe(
    '~/.cache/verbatim is not used: this user has no home folder. This command works without its caches.',
  );
});
