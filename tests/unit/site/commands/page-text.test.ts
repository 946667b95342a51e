import { expect, test } from 'vitest';
import { pageText, pageTexts } from '../../../../src/site/commands/page-text.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

test('a page reads as its title, a line for each block, and code and output as they are', () => {
  const html = `<!DOCTYPE html><html><head><title>Locks · Verbatim</title><meta name="description" content="x"><style>p{}</style></head><body>
    <h2>A
      <code>Lock</code></h2><p>Text <em>with</em>   <a href="/x/">a link</a>,<br>and <img src="x" alt="a picture">.</p>
    <script>let hidden;</script><template><p>later</p></template>
    <ul><li>one<li>two</ul><table><tr><td>a</td><td>b</td></tr></table>
    <figure><figcaption>race.py</figcaption><pre><code><span>def f():</span>
<span>    return 1 &lt; 2</span>

</code></pre></figure></body></html>`;
  expect(pageText(html)).toBe(
    'Locks · Verbatim\nA Lock\nText with a link,\nand a picture.\none\ntwo\na\nb\nrace.py\n' +
      'def f():\n    return 1 < 2\n\n',
  );
});

test('markup that no reader sees changes nothing', () => {
  const page = (attribute: string): string =>
    `<head><title>x</title></head><p ${attribute}>A <span>b</span></p>`;
  expect(pageText(page('class="a"'))).toBe(pageText(page('id="c" data-x="d"').replaceAll('span', 'i')));
});

test('the pages of a site are known by their addresses', async () => {
  const dist = await temporaryFolder({
    'index.html': '<head><title>Home</title></head>',
    'a/b/index.html': '<head><title>B</title></head>',
    '404.html': '<head><title>Not here</title></head>',
    'a/b.md': '# B',
  });
  expect(Object.fromEntries(await pageTexts(dist))).toEqual({
    '/': 'Home\n',
    '/a/b/': 'B\n',
    '/404.html': 'Not here\n',
  });
});
