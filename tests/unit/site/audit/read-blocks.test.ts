import { load } from 'cheerio/slim';
import { expect, test } from 'vitest';
import { blocksOf } from '../../../../src/site/audit/read-blocks.ts';

test('blocks are told in their order, with their text as a browser has it', () => {
  const html =
    '<p>a<samp>b &lt;c&gt;</samp></p><pre data-code="x"><code>one <b>two</b>\n' +
    '</code></pre><span data-value="v">3</span><pre><samp data-output="y">no ' +
    'block</samp></pre>';
  expect(blocksOf(html)).toEqual([
    { text: 'b <c>', attributes: {} },
    { text: 'one two\n', attributes: { 'data-code': 'x' } },
    { text: '3', attributes: { 'data-value': 'v' } },
    { text: 'no block', attributes: {} },
  ]);
});

test.each([
  '<pre>a<pre>b</pre>c</pre><samp>d</samp>',
  '<div data-value="1"><pre>a</pre><samp>b</samp></div>c',
  '<pre>never closed <samp>x</samp><p>and on',
  '<p><samp>closed by the next<p>paragraph</samp>',
  '<pre><br>a<img src="x">b</pre>&amp;<samp>c</samp>',
  '</pre><pre>&#60;&notit;</pre><!-- <pre>no</pre> --><script>"<pre>no</pre>"</script>',
])('they are those that a tree of the page has: %s', html => {
  const $ = load(html);
  const elements = $('pre, samp, [data-value]')
    .toArray()
    .filter(element => element.name !== 'samp' || $(element).closest('pre').length === 0);
  expect(blocksOf(html)).toEqual(
    elements.map(element => ({ text: $(element).text(), attributes: element.attribs })),
  );
});
