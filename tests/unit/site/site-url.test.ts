import { readFile } from 'node:fs/promises';
import { glob } from 'tinyglobby';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ProblemError } from '../../../src/core/problems/problem.ts';
import { textProblem } from '../../../src/report/text.ts';
import { site } from '../../../src/site.config.ts';
import { absoluteUrl, linkTo, siteUrl, urlPathOf } from '../../../src/site/site-url.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the address of a site', () => {
  test('is that of the settings if SITE_URL is not set', () => {
    vi.stubEnv('SITE_URL', undefined);
    expect(siteUrl()).toEqual({ origin: new URL(site.url).origin, base: '/' });
  });

  test.for([
    ['https://example.org', 'https://example.org', '/'],
    ['https://example.org/', 'https://example.org', '/'],
    ['HTTPS://Example.ORG/', 'https://example.org', '/'],
    ['http://localhost:4321', 'http://localhost:4321', '/'],
    ['https://name.github.io/project', 'https://name.github.io', '/project/'],
    ['https://name.github.io/project/', 'https://name.github.io', '/project/'],
    ['https://uni.example.org/~ada/a-b/c_d.e', 'https://uni.example.org', '/~ada/a-b/c_d.e/'],
    ['https://bücher.example.org/x', 'https://xn--bcher-kva.example.org', '/x/'],
    ['http://[::1]:80/x/', 'http://[::1]', '/x/'],
  ] as const)('%s is published at %s below %s', ([text, origin, base]) => {
    vi.stubEnv('SITE_URL', text);
    expect(siteUrl()).toEqual({ origin, base });
  });

  const path = 'the names in its path may have letters, digits, and - . _ ~ only.';
  const scheme = 'it begins with neither https:// nor http://.';
  test.for([
    ['', 'it is empty.'],
    [' ', 'it has a blank in it.'],
    ['https://example.org/a b/', 'it has a blank in it.'],
    ['https://example.org\n', 'it has a blank in it.'],
    ['ftp://example.org/', scheme],
    ['javascript:alert(1)', scheme],
    ['//example.org/', scheme],
    ['/project/', scheme],
    ['https:/example.org', scheme],
    ['https:\\\\example.org', scheme],
    ['https://', 'it names no host.'],
    ['https://:80/', 'it names no host.'],
    ['https://example.org:port/', 'it names no host.'],
    ['https://ada:secret@example.org/', 'it has a user name in it, or a password.'],
    ['https://ada@example.org/', 'it has a user name in it, or a password.'],
    ['https://example.org/?a=b', 'it has a query or a fragment.'],
    ['https://example.org/#top', 'it has a query or a fragment.'],
    ['https://example.org/a/index.html', 'it names a file and not a folder.'],
    ['https://example.org/a//b/', path],
    ['https://example.org/a/../b/', path],
    ['https://example.org/./', path],
    ['https://example.org/%2e%2e/', path],
    ['https://example.org/é/', path],
    ['https://example.org/a"b/', path],
    ['https://example.org/<b>/', path],
  ] as const)('%j is refused', ([text, fault]) => {
    vi.stubEnv('SITE_URL', text);
    const message = refusalOf(siteUrl);
    expect(message).toContain(` ${fault}\n`);
    expect(message).toMatch(/^SITE_URL {2}(?:"|Its value ).*is no address of a site: /s);
    expect(message).toMatch(/\nSITE_URL=https:\/\/name\.github\.io\/project\/ npm run build$/);
    expect(message).not.toContain('secret');
  });

  test('is completed in the remedy if only https:// is missing', () => {
    vi.stubEnv('SITE_URL', 'example.com');
    expect(refusalOf(siteUrl)).toBe(
      `SITE_URL  "example.com" is no address of a site: ${scheme}\n` +
        'SITE_URL=https://example.com/ npm run build',
    );
  });
});

describe('an address', () => {
  test('of the site leads below its path, and every other stays', () => {
    vi.stubEnv('SITE_URL', 'https://name.github.io/project');
    expect(['/', '/#track-a', '/a/b/?c#d', '/a.py'].map(linkTo)).toEqual([
      '/project/',
      '/project/#track-a',
      '/project/a/b/?c#d',
      '/project/a.py',
    ]);
    const others = [
      '#a',
      '',
      'a/',
      './a.png',
      '../a/',
      '//example.org/a',
      'https://example.org/',
      'mailto:a@b',
    ];
    expect(others.map(linkTo)).toEqual(others);
    expect(absoluteUrl('/a/')).toBe('https://name.github.io/project/a/');
  });

  test('of a page is read back, if it lies in the site', () => {
    vi.stubEnv('SITE_URL', 'https://name.github.io/project');
    expect(['/project/', '/project/a/', '/', '/a/', '/project', '/projects/a/'].map(urlPathOf)).toEqual([
      '/',
      '/a/',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    vi.stubEnv('SITE_URL', 'https://example.org');
    expect(['/', '/a/'].map(each => urlPathOf(linkTo(each)))).toEqual(['/', '/a/']);
  });
});

/** A path that is cut off, and a page that no site has. */
const ALLOWED = /'\/og\/'\.length|'\/no-page\.html'/;

test('no page and no component writes an address of the site by hand', async () => {
  const written: string[] = [];
  for (const file of await glob('src/{pages,layouts,components,client}/**/*.{astro,ts}')) {
    const lines = (await readFile(file, 'utf8')).split('\n');
    // An address in an attribute, or a constant that begins with a slash and a letter.
    const byHand = /\b(?:href|src|action|poster)=(?:\{\s*)?["'`]\/|^(?!\s*(?:\/\/|\*|\/\*)).*["'`]\/[a-z#]/;
    for (const [index, line] of lines.entries())
      if (byHand.test(line) && !ALLOWED.test(line)) written.push(`${file}:${index + 1} ${line.trim()}`);
  }
  expect(written).toEqual([]);
});

function refusalOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(textProblem).join('\n');
    throw error;
  }
  throw new Error('Nothing was refused');
}
