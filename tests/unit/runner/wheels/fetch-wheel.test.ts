import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { fetchWheel } from '../../../../src/runner/wheels/fetch-wheel.ts';
import { serveBelow } from '../../../fixtures/static-server.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

test('a wheel comes from the web or from a folder, and what keeps it from that is a text', async () => {
  const folder = await temporaryFolder({ '404.html': 'missing' });
  await writeFile(join(folder, 'one.whl'), 'bytes');
  const { origin, close } = await serveBelow(folder, '/simple/');
  onTestFinished(close);
  const bytes = new Uint8Array(Buffer.from('bytes'));
  expect(await fetchWheel(`${origin}/simple/one.whl`)).toEqual(bytes);
  expect(await fetchWheel(pathToFileURL(join(folder, 'one.whl')).href)).toEqual(bytes);
  expect(await fetchWheel(`${origin}/simple/two.whl`)).toBe('HTTP 404');
  expect(await fetchWheel('http://127.0.0.1:9/one.whl')).toEqual(expect.stringMatching(/./));
  expect(await fetchWheel(pathToFileURL(join(folder, 'two.whl')).href)).toContain('ENOENT');
});

test('what is no file is not read, and what is no address is no failure of the build', async () => {
  // It would never end.
  expect(await fetchWheel('file:///dev/zero')).toBe('no file: /dev/zero');
  expect(await fetchWheel('one.whl')).toContain('Invalid URL');
  expect(await fetchWheel('data:text/plain,x')).toEqual(new Uint8Array(Buffer.from('x')));
});
