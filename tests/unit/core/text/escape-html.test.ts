import { expect, test } from 'vitest';
import { escapeHtml } from '../../../../src/core/text/escape-html.ts';

test('markup becomes text, and a carriage return survives the parser', () => {
  expect(escapeHtml('<a href="b">&amp;</a>\r')).toBe('&lt;a href="b"&gt;&amp;amp;&lt;/a&gt;&#13;');
});
