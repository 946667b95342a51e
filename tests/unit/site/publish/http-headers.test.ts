import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headerPolicy } from '../../../../src/site/publish/content-security-policy.ts';
import { headersFor, parseHeaders, writeHeaders } from '../../../../src/site/publish/http-headers.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const written = async (): Promise<ReturnType<typeof parseHeaders>> => {
  const dist = await temporaryFolder();
  await writeHeaders(dist);
  return parseHeaders(await readFile(join(dist, '_headers'), 'utf8'));
};

test('the headers that are written are read back for each kind of file', async () => {
  const rules = await written();
  const all = headersFor('/advanced/locks/', rules);
  expect(all).toMatchObject({
    'Content-Security-Policy': headerPolicy(),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  expect(all).not.toHaveProperty('Content-Type');
  expect(headersFor('/examples/a/b/main.py', rules)).toEqual({
    ...all,
    'Content-Type': 'text/x-python; charset=utf-8',
    'Content-Disposition': 'attachment',
  });
  expect(headersFor('/_astro/a.js', rules)).toEqual({
    ...all,
    'Cache-Control': 'public, max-age=31536000, immutable',
  });
  // Without its kind, a browser refuses a script or a WebAssembly; hosts do not know all endings.
  expect(headersFor('/pyodide/314.0.7/pyodide.asm.wasm', rules)).toEqual({
    ...all,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Type': 'application/wasm',
  });
  expect(headersFor('/pyodide/314.0.7/pyodide.mjs', rules)['Content-Type']).toBe(
    'text/javascript; charset=utf-8',
  );
  expect(headersFor('/pyodide/packages/numpy-2.5.5.whl', rules)['Cache-Control']).toContain('immutable');
  expect(headersFor('/advanced/locks.md', rules)['Content-Type']).toBe('text/markdown; charset=utf-8');
  expect(headersFor('/llms.txt', rules)['Content-Type']).toBe('text/plain; charset=utf-8');
});

test('a drawing that a run left has a policy of its own, and only that', async () => {
  const rules = await written();
  const { 'Content-Security-Policy': policy, ...others } = headersFor('/examples/a/b/plot.svg', rules);
  expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
  expect(others).toMatchObject({ 'Content-Type': 'image/svg+xml', 'X-Content-Type-Options': 'nosniff' });
  // Hosts that join the values of several rules get a line that removes the first.
  const dist = await temporaryFolder();
  await writeHeaders(dist);
  expect(await readFile(join(dist, '_headers'), 'utf8')).toContain(
    "/examples/*.svg\n  ! Content-Security-Policy\n  Content-Security-Policy: default-src 'none'",
  );
  expect(headersFor('/verified.svg', rules)['Content-Security-Policy']).toBe(headerPolicy());
});

test.each([
  ['/*', '/a\nb', true],
  ['/a/*.py', '/a/b/c.py', true],
  ['/a/*.py', '/a/b/c_py', false],
  ['/a/*.py', '/x/a/b.py', false],
  ['/a.b', '/aXb', false],
  ['/(x)+$', '/(x)+$', true],
])('the pattern %s for %j applies: %s', (path, url, applies) => {
  expect(headersFor(url, [{ path, headers: { A: '1' } }])).toEqual(applies ? { A: '1' } : {});
});

test('no policy permits inline scripts or styles, eval, or anything from elsewhere', () => {
  expect(headerPolicy()).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:/);
  expect(headerPolicy()).toContain("default-src 'none'");
});

test('pages make workers of their own files alone, and no text becomes HTML or an address of a script', () => {
  expect(headerPolicy()).toContain("worker-src 'self'");
  expect(headerPolicy()).toContain("require-trusted-types-for 'script'; trusted-types python-worker,");
  expect(headerPolicy()).toContain('*:*/pyodide/');
});
