import { expect, test } from 'vitest';
import { placesInHead } from '../../../../../src/site/article/front-matter/front-matter-places.ts';

const SOURCE = `---
title: "A: b"
tags: [one, 'two']
seeAlso:
  - a/b
  # a comment
  - c/d
draft: true
---

tags: [no]
`;

test.for([
  [['title'], [2, 1]],
  [['tags'], [3, 1]],
  [
    ['tags', 0],
    [3, 8],
  ],
  [
    ['tags', 1],
    [3, 13],
  ],
  [
    ['seeAlso', 1],
    [7, 5],
  ],
  [
    ['draft', 0],
    [8, 8],
  ],
  [['series'], [1, 1]],
  [
    ['tags', 9],
    [1, 1],
  ],
] as const)('%j is at %j', ([[key, index], [line, column]]) => {
  expect(placesInHead(SOURCE)(key, index)).toEqual({ line, column });
});
