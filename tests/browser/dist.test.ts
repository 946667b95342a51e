import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { HtmlValidate } from 'html-validate';
import { glob } from 'tinyglobby';
import { beforeAll, describe, expect, test } from 'vitest';
import { headerPolicy, policies as policiesOfPages } from '../../src/site/publish/content-security-policy.ts';
import { linkTo, urlPathOf } from '../../src/site/site-url.ts';

/** Reads the `dist/` that the build before the tests wrote. */
const DIST = 'dist';

let pages: Map<string, ReturnType<typeof load>>;
let files: Set<string>;
beforeAll(async () => {
  files = new Set(await glob('**/*', { cwd: DIST, dot: true }));
  const html = [...files].filter(file => file.endsWith('.html'));
  pages = new Map(
    await Promise.all(
      html.map(async file => [file, load(await readFile(join(DIST, file), 'utf8'))] as const),
    ),
  );
  const articles = await glob('**/*.mdx', { cwd: 'content' });
  const expected = articles.map(path => path.replace(/\.mdx$/, '/index.html'));
  expect(articles).not.toEqual([]);
  expect([...pages.keys()]).toEqual(expect.arrayContaining(['index.html', '404.html', ...expected]));
});

describe('the built pages', () => {
  test('are valid HTML', async () => {
    // Figures and tables that scroll are focusable regions on purpose; long lines are code.
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'valid-id': ['error', { relaxed: true }],
        'long-title': 'off',
        'no-trailing-whitespace': 'off',
        'doctype-style': 'off',
        'void-style': 'off',
        'prefer-native-element': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        'no-redundant-role': 'off',
      },
    });
    const problems: string[] = [];
    for (const file of pages.keys()) {
      const report = await validator.validateFile(join(DIST, file));
      problems.push(
        ...report.results.flatMap(({ messages }) =>
          messages.map(
            ({ ruleId, message, line, column, severity }) =>
              `${file}:${line}:${column} ${ruleId} ${severity}: ${message}`,
          ),
        ),
      );
    }
    expect(problems.slice(0, 20)).toEqual([]);
  });

  test('link only to pages, files and anchors that exist', () => {
    const broken: string[] = [];
    for (const [file, $] of pages) {
      const base = new URL(linkTo(`/${file.replace(/index\.html$/, '')}`), 'https://site.invalid');
      for (const element of $('[href], [src]').toArray()) {
        const target = $(element).attr('href') ?? $(element).attr('src') ?? '';
        const url = new URL(target, base);
        if (url.origin !== base.origin || target.startsWith('data:')) continue;
        const path = urlPathOf(decodeURIComponent(url.pathname))?.slice(1) ?? '(outside of the site)';
        const found = path === '' || path.endsWith('/') ? `${path}index.html` : path;
        if (!files.has(found)) broken.push(`${file}: ${target}`);
        else if (
          url.hash !== '' &&
          pages.get(found)?.(`[id="${decodeURIComponent(url.hash.slice(1))}"]`).length !== 1
        )
          broken.push(`${file}: ${target} (no such anchor)`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('load nothing from elsewhere', () => {
    const foreign = [...pages].flatMap(([file, $]) =>
      $('script[src], link[rel=stylesheet], img, iframe, source, video, audio')
        .toArray()
        .map(element => $(element).attr('src') ?? $(element).attr('href') ?? $(element).attr('srcset') ?? '')
        .filter(url => /^(?:https?:)?\/\//.test(url))
        .map(url => `${file}: ${url}`),
    );
    expect(foreign).toEqual([]);
  });

  test('carry the strict policy, and nothing that it would block', () => {
    for (const [file, $] of pages) {
      const policies = $('meta[http-equiv="Content-Security-Policy"]').toArray();
      expect([file, policies.map(({ attribs }) => attribs.content)]).toEqual([file, policiesOfPages()]);
      expect([file, $('[style], style').length]).toEqual([file, 0]);
      const handlers = $('*')
        .toArray()
        .flatMap(element => Object.keys('attribs' in element ? element.attribs : {}))
        .filter(name => name.startsWith('on'));
      expect([file, handlers]).toEqual([file, []]);
    }
  });

  test('come with the same policy as a header, and who may frame them', async () => {
    const headers = await readFile(join(DIST, '_headers'), 'utf8');
    expect(headers).toContain(`${linkTo('/*')}\n  Content-Security-Policy: ${headerPolicy()}\n`);
    expect(headerPolicy()).toBe(`${policiesOfPages().join(', ')}, frame-ancestors 'none'`);
  });
});
