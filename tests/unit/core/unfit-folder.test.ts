import { expect, test } from 'vitest';
import { unfitFolder } from '../../../src/core/unfit-folder.ts';

test.each([
  ['/home/ada/c#', '"#"', "mv '/home/ada/c#' /home/ada/c-"],
  ['/home/ada/what? how?/docs', '"?"', "mv '/home/ada/what? how?' '/home/ada/what- how-'"],
  ['/home/ada/100%/c#', '"%"', 'mv /home/ada/100% /home/ada/100-'],
  ['/a*b', '"*"', "mv '/a*b' /a-b"],
  [`/it's a "b"`, String.raw`"\""`, String.raw`mv '/it'\''s a "b"' '/it'\''s a -b-'`],
  ['/a\nb', String.raw`"\n"`, "mv '/a\nb' /a-b"],
])('no site can be built in %j; the last line renames the folder', (root, shown, remedy) => {
  expect(unfitFolder(root)).toEqual({
    file: root,
    title: `Astro cannot build a site in a folder with this character in its path: ${shown}`,
    remedy,
  });
});

test.each(["/it's [new] docs/é", '/日本 (x) {y}', '/$HOME/a&b;c=d', '/a+b,c@d!~^`|<>'])(
  'a site can be built in %s',
  root => {
    expect(unfitFolder(root)).toBeUndefined();
  },
);
