import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPage } from '../../../../../src/site/audit/page/read-page.ts';
import { en } from '../../../../../src/core/words/en/en.ts';
import { FAKES } from '../../../../fixtures/page-mutations.ts';

const page = (prose: string, head = ''): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body><main id="content">` +
  `<div class="prose">${prose}</div></main></body></html>`;
const titles = (html: string): string[] =>
  readPage(html, { base: '', words: en }).findings.map(({ title }) => title);

test.each([
  '<p>Text with <code>code</code>, <kbd>Enter</kbd>, <em>stress</em> and <a href="/a/#b">a link</a>.</p>',
  '<ul><li>one</li></ul><ol start="3"><li>three</li></ol><blockquote><p>quoted</p></blockquote><hr>',
  '<div class="table" tabindex="0" role="region" aria-label="Table: a"><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></div>',
  '<details><summary>More</summary><p>folded</p></details>',
  '<h2 id="a">A</h2><h3 id="b">B</h3>',
  '<p><img src="/_astro/a.b1.png" alt="A" width="3" height="4" loading="lazy" decoding="async"></p>',
  '<p><a href="https://docs.python.org/">elsewhere</a>, <a href="mailto:ada@example.org">mail</a></p>',
  '<p>It prints <code>x</code>: verified, as CPython would have it.</p>',
])('a page may hold what Markdown becomes: %s', prose => {
  expect(titles(page(prose))).toEqual([]);
});

test.each(FAKES)('a page must not hold %s, or its plan must have it', fake => {
  const { findings, blocks } = readPage(page(`<p>Before.</p>${fake}`), { base: '', words: en });
  expect(findings.length + blocks.length).toBeGreaterThan(0);
});

test('an inline script is the one whose digest the policy names', () => {
  const policy = (script: string): string =>
    `<meta http-equiv="Content-Security-Policy" content="script-src 'sha256-${hash('sha256', script, 'base64')}'">`;
  expect(titles(page('', `${policy('a()')}<script>a()</script>`))).toEqual([]);
  expect(titles(page('', `${policy('a()')}<script>b()</script>`))).toEqual([
    'A script is not the one that the policy of the page names.',
  ]);
});

test('below a path, scripts come from the folder of the site below that path', () => {
  const html = page('', '').replace(
    '</body>',
    '<script type="module" src="/docs/_astro/a.js"></script></body>',
  );
  expect(readPage(html, { base: '/docs', words: en }).findings).toEqual([]);
  expect(readPage(html, { base: '', words: en }).findings).toHaveLength(1);
});

test('two elements of a page have no id in common', () => {
  expect(titles(page('<h2 id="a">A</h2><h2 id="a">A</h2>'))).toEqual(['Two elements have the id "a".']);
});
