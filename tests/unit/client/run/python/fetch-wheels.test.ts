import { expect, test, vi } from 'vitest';
import { fetchWheels } from '../../../../../src/client/run/python/fetch-wheels.ts';

const WHEEL = { file: 'one-1.0-py3-none-any.whl', sha256: 'ff00'.repeat(16), size: 3 };

test('packages are fetched from the site, wherever it is, and the browser compares their digests', async () => {
  const fetched = vi.fn<typeof fetch>(async () => new Response(Uint8Array.of(1, 2, 3)));
  vi.stubGlobal('fetch', fetched);
  expect(await fetchWheels('https://a.b/project/pyodide/314.0.7/', [WHEEL])).toEqual([
    Uint8Array.of(1, 2, 3),
  ]);
  expect(fetched.mock.calls.map(([url, options]) => [String(url), options])).toEqual([
    [
      'https://a.b/project/pyodide/packages/ff00ff00ff00ff00/one-1.0-py3-none-any.whl',
      { integrity: `sha256-${Buffer.from(WHEEL.sha256, 'hex').toString('base64')}` },
    ],
  ]);
});

test('a package that is missing is a failure, and a sample without packages fetches nothing', async () => {
  const fetched = vi.fn<typeof fetch>(async () => new Response('', { status: 404 }));
  vi.stubGlobal('fetch', fetched);
  await expect(fetchWheels('https://a.b/pyodide/314.0.7/', [WHEEL])).rejects.toThrow('404');
  expect(await fetchWheels('https://a.b/pyodide/314.0.7/')).toEqual([]);
  expect(fetched).toHaveBeenCalledTimes(1);
});
