import { expect, test } from 'vitest';
import { readDrawn } from '../../../../../src/site/audit/page/read-drawn.ts';
import { firstElement } from '../../../../../src/site/audit/tree/drawn-lines.ts';
import { pageTree } from '../../../../../src/site/audit/tree/page-tree.ts';

test.for([
  ['/_astro/lock.dark.Bx1_a-9Z_Z5.webp', 'asset lock.dark'],
  ['/~ada/a%20project/_astro/lock.Bx1_a-9Z.svg', 'asset lock'],
  ['//other.example/_astro/lock.Bx1_a-9Z.svg', '//other.example/_astro/lock.Bx1_a-9Z.svg'],
  ['https://other.example/_astro/lock.Bx1_a-9Z.svg', 'https://other.example/_astro/lock.Bx1_a-9Z.svg'],
])('a picture at %s is read as %s', ([src, read]) => {
  const image = firstElement(pageTree(`<img src="${src}">`), 'img');
  expect(image && readDrawn(image)).toEqual([`0 img[src=${read}]`]);
});
