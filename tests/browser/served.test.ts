import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseHeaders } from '../../src/site/publish/http-headers.ts';
import { sendRaw } from '../fixtures/raw-socket.ts';
import { builtSite } from '../fixtures/built-site.ts';
import type { SiteCopy } from '../fixtures/site-copy.ts';
import { type Browsing, browse, open } from './browse.ts';

/** Makes texts to what a page takes for scripts and HTML; TypeScript does not know it yet. */
interface TrustingWindow {
  readonly trustedTypes: {
    readonly createPolicy: (
      name: string,
      rules: Readonly<Record<string, (text: string) => string>>,
    ) => Readonly<Record<'createHTML' | 'createScript' | 'createScriptURL', (text: string) => string>>;
  };
}

const PAGE = '/advanced/good/';
const SAMPLE = '/examples/basics/greeting.py';

/** What a script may try, to make a text something that runs. */
const ATTEMPTS: readonly (readonly [string, () => unknown])[] = [
  ['HTML', () => (document.body.innerHTML = '<b>x</b>')],
  ['HTML beside', () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>')],
  ['a parsed page', () => new DOMParser().parseFromString('<b>x</b>', 'text/html')],
  ['a script', () => (document.createElement('script').textContent = 'window.owned = 1')],
  ['the address of a script', () => (document.createElement('script').src = '/_astro/x.js')],
  ['the address of a worker', () => new Worker('/_astro/x.js', { type: 'module' })],
  [
    'what another policy trusts',
    () => (window as unknown as TrustingWindow).trustedTypes.createPolicy('other', {}),
  ],
  [
    'what a policy for everything trusts',
    () => (window as unknown as TrustingWindow).trustedTypes.createPolicy('default', {}),
  ],
];

describe('a site as npm start serves it', () => {
  let site: SiteCopy;
  let browsing: Browsing;
  const get = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(new URL(path, browsing.origin), init);
  beforeAll(async () => {
    site = await builtSite();
    browsing = await browse(site.root);
  });
  afterAll(() => browsing.close());

  test.for([
    PAGE,
    '/',
    SAMPLE,
    '/advanced/good.md',
    '/llms.txt',
    '/rss.xml',
    '/no/such/page/',
    '/verified.json',
  ])('%s comes with all headers that _headers names for it', async path => {
    const [all] = parseHeaders(await readFile(join(site.dist, '_headers'), 'utf8'));
    const { headers } = await get(path);
    for (const [name, value] of Object.entries(all?.headers ?? {}))
      expect([name, headers.get(name)]).toEqual([name, value]);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test.for([
    [PAGE, 200, /^text\/html(?:;\s*charset=utf-8)?$/],
    [SAMPLE, 200, /^text\/x-python; charset=utf-8$/],
    ['/advanced/good.md', 200, /^text\/markdown; charset=utf-8$/],
    ['/llms.txt', 200, /^text\/plain; charset=utf-8$/],
    ['/favicon.svg', 200, /^image\/svg\+xml$/],
    ['/no/such/page/', 404, /^text\/html; charset=utf-8$/],
    ['/_headers', 404, /^text\/html; charset=utf-8$/],
    ['/examples/', 404, /^text\/html; charset=utf-8$/],
  ] as const)('%s is answered with %i and its kind', async ([path, status, kind]) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(kind);
  });

  test('a sample is a file to save', async () => {
    const { headers } = await get(SAMPLE);
    expect(headers.get('content-disposition')).toBe('attachment');
  });

  test.for([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/..%5cpackage.json',
    '//etc/passwd',
    '/%00',
    '/%',
    '/../../../../etc/passwd',
    '/..%2f..%2fsecret.html',
    '/advanced/..%2f..%2f..%2fsecret.html',
    '/@fs/etc/passwd',
    '/__open-in-editor?file=x',
  ])('nothing outside of dist/ is served at %s', async path => {
    await writeFile(join(site.root, 'secret.html'), 'SECRET');
    const { host } = new URL(browsing.origin);
    const answer = await sendRaw(
      browsing.origin,
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toMatch(/"verbatim"|root:x:|SECRET/);
  });

  test('a request that names another host is refused', async () => {
    const answer = await sendRaw(
      browsing.origin,
      `GET ${PAGE} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  });

  test('pages, their scripts and the search work under both policies', async () => {
    const { page, complaints } = await open(browsing, PAGE);
    await page.keyboard.press('Control+k');
    await page.locator('dialog input').fill('greeting');
    await page.locator('.search-results a').first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test.for<[string, string]>([
    ['a sample', SAMPLE],
    ['a text', '/llms.txt'],
    ['a Markdown edition', '/advanced/good.md'],
    ['a list', '/verified.json'],
    ['a page', PAGE],
  ])('no page takes %s for a script', async ([, path]) => {
    const { page } = await open(browsing, '/');
    const blocked = await page.evaluate(
      src =>
        new Promise<string>(resolve => {
          document.addEventListener('securitypolicyviolation', event =>
            resolve(`${event.effectiveDirective} blocks ${new URL(event.blockedURI).pathname}`),
          );
          // Even if the address is trusted.
          const { trustedTypes } = window as unknown as TrustingWindow;
          const policy = trustedTypes.createPolicy('python-worker', { createScriptURL: url => url });
          const script = document.createElement('script');
          script.src = policy.createScriptURL(src);
          script.onload = () => resolve('it ran');
          document.body.append(script);
        }),
      path,
    );
    expect(blocked).toBe(`script-src-elem blocks ${path}`);
    await page.context().close();
  });

  test('a page runs no inline script, no handler and no script of another site', async () => {
    const { page, complaints } = await open(browsing, '/');
    await page.evaluate(() => {
      const same = (text: string): string => text;
      const { trustedTypes } = window as unknown as TrustingWindow;
      const rules = { createHTML: same, createScript: same, createScriptURL: same };
      const policy = trustedTypes.createPolicy('python-worker', rules);
      document.body.insertAdjacentHTML(
        'beforeend',
        policy.createHTML('<img src="x" onerror="window.owned = 1"><p style="color:red">x</p>'),
      );
      for (const text of ['window.owned = 2', undefined]) {
        const script = document.createElement('script');
        if (text === undefined) script.src = policy.createScriptURL('https://evil.example/_astro/x.js');
        else script.textContent = policy.createScript(text);
        document.body.append(script);
      }
    });
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => 'owned' in window)).toBe(false);
    expect(complaints.filter(text => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(
      3,
    );
    await page.context().close();
  });

  test.for(ATTEMPTS)('on no page, a text becomes %s', async ([, attempt]) => {
    const { page } = await open(browsing, '/');
    await expect(page.evaluate(attempt)).rejects.toThrow(/TypeError|EvalError/);
    expect(await page.evaluate(() => 'owned' in window)).toBe(false);
    await page.context().close();
  });
});
