import { expect, test } from 'vitest';
import { pageHead } from '../../../../src/site/render/sitemap.ts';

test('the sitemap reads in the head of a page whether it is hidden, and when it was changed', () => {
  const meta = pageHead(
    '<head><meta charset="utf-8"><meta name="robots" content="noindex"><meta ' +
      'property="article:modified_time" content="2026-11-25"></head><body><meta name="a" ' +
      'content="b">',
  );
  expect(meta).toEqual({ hidden: true, modified: '2026-11-25', links: [] });
  expect(
    pageHead('<head><meta name="robots" content="index"></head><body><meta name="robots" content="noindex">'),
  ).toEqual({ hidden: false, modified: undefined, links: [] });
  expect(pageHead('no page')).toEqual({ hidden: false, modified: undefined, links: [] });
});
