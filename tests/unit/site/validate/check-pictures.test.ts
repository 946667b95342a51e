import { expect, test } from 'vitest';
import { pictureFile } from '../../../../src/site/validate/check-pictures.ts';

test.each([
  ['./lock.png', 'content/advanced/lock.png'],
  ['lock.png?width=300#top', 'content/advanced/lock.png'],
  ['../../images/lock.png', 'images/lock.png'],
  ['/lock.png', 'src/public/lock.png'],
  ['data:image/png;base64,AA', undefined],
  ['https://elsewhere.example/lock.png', undefined],
  ['//elsewhere.example/lock.png', undefined],
])('the file of the picture %s', (url, file) => {
  expect(pictureFile(url, 'content/advanced/locks.mdx')).toBe(file);
});
