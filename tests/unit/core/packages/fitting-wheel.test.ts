import { expect, test } from 'vitest';
import { fittingWheel, markerValues } from '../../../../src/core/packages/fitting-wheel.ts';
import { isFor } from '../../../../src/core/packages/marker.ts';

const TARGET = { python: '3.14.2', platform: 'pyemscripten_2026_0_wasm32' };
const HASH = 'ab'.repeat(32);

const chosen = (...files: readonly string[]): string | undefined =>
  fittingWheel(
    [HASH],
    files.map(file => ({ url: `https://a.b/c/${file}`, sha256: HASH })),
    TARGET,
  )?.file;

test.for([
  'one-1.0-py3-none-any.whl',
  'one-1.0-py2.py3-none-any.whl',
  'one-1.0-py311-none-any.whl',
  'one-1.0-cp314-none-any.whl',
  'one-1.0-2-py3-none-any.whl',
  'one_two-2026.1.post1+local.3-py3-none-any.whl',
  'one-1!1.0-py3-none-any.whl',
  'one-1.0-cp314-cp314-pyemscripten_2026_0_wasm32.whl',
  'one-1.0-cp314-cp314-pyemscripten_2025_0_wasm32.pyemscripten_2026_0_wasm32.whl',
  'one-1.0-cp39-abi3-pyemscripten_2026_0_wasm32.whl',
])('the browser can use %s', file => {
  expect(chosen(file)).toBe(file);
});

test.for([
  'one-1.0-py2-none-any.whl',
  'one-1.0-py315-none-any.whl',
  'one-1.0-cp313-none-any.whl',
  'one-1.0-cp314-cp314-any.whl',
  'one-1.0-cp314-cp314-pyemscripten_2025_0_wasm32.whl',
  'one-1.0-cp314-cp314t-pyemscripten_2026_0_wasm32.whl',
  'one-1.0-cp313-cp313-pyemscripten_2026_0_wasm32.whl',
  'one-1.0-cp315-abi3-pyemscripten_2026_0_wasm32.whl',
  'one-1.0-cp314-cp314-manylinux_2_17_x86_64.whl',
  'one-1.0-cp314-cp314-win_amd64.whl',
  'one-1.0.tar.gz',
  'one-1.0-py3-none-any.whl.asc',
  '../one-1.0-py3-none-any.whl%2f',
  'one%20-1.0-py3-none-any.whl',
  '',
])('the browser cannot use %j', file => {
  expect(chosen(file)).toBeUndefined();
});

test('a file for the platform comes before one for all, whatever their order', () => {
  const own = 'one-1.0-cp314-cp314-pyemscripten_2026_0_wasm32.whl';
  expect(chosen('one-1.0-py3-none-any.whl', own)).toBe(own);
  expect(chosen(own, 'one-1.0-py3-none-any.whl')).toBe(own);
});

test('a file whose hash the lock does not name is not chosen; one without a hash is compared later', () => {
  const url = 'https://a.b/one-1.0-py3-none-any.whl?x=1#y';
  expect(fittingWheel([HASH], [{ url, sha256: 'cd'.repeat(32) }], TARGET)).toBeUndefined();
  expect(fittingWheel([HASH], [{ url }], TARGET)).toEqual({ url, file: 'one-1.0-py3-none-any.whl' });
});

test('an address may escape the plus of a local version', () => {
  expect(chosen('one-1.0%2Blocal-py3-none-any.whl')).toBe('one-1.0+local-py3-none-any.whl');
});

test.for([
  [undefined, true],
  ["python_full_version < '3.15'", true],
  ["python_full_version < '3.12'", false],
  ["python_version == '3.14'", true],
  ["python_full_version >= '3.12' and python_full_version < '3.13'", false],
  ["sys_platform == 'win32'", false],
  ["sys_platform != 'win32'", true],
  ['sys_platform == "emscripten"', true],
  ["platform_system == 'Windows' or sys_platform == 'emscripten'", true],
  ["sys_platform == 'a' or sys_platform == 'emscripten' and os_name == 'nt'", false],
  ["os_name == 'nt' and sys_platform == 'a' or sys_platform == 'emscripten'", true],
  ["os_name == 'posix' and (sys_platform == 'a' or sys_platform == 'b')", false],
  [
    "(python_version < '3' and os_name == 'posix') or (os_name == 'posix' and platform_machine != 'arm64')",
    true,
  ],
  ["platform_machine in 'x86_64 amd64'", false],
  ["platform_machine not in 'x86_64 amd64'", true],
  ["implementation_name == 'pypy'", false],
  ["platform_python_implementation == 'CPython'", true],
] as const)('a package with the condition %j is needed there: %j', ([marker, needed]) => {
  expect(isFor(marker, markerValues(TARGET))).toBe(needed);
});

test.for([
  "os_name == 'nt' and platform_release > '3'",
  "extra == 'x'",
  "'em' in sys_platform and os_name == 'nt'",
  "os_name == 'nt' and",
  `${"os_name == 'nt' or ".repeat(200_000)}os_name == 'nt'`,
])('a condition that cannot be decided leaves the package in (%#)', marker => {
  expect(isFor(marker, markerValues(TARGET))).toBe(true);
});
