import { describe, expect, test } from 'vitest';
import { scan } from '../../../../src/site/article/parse-mdx.ts';
import { pictureEdits } from '../../../../src/site/pictures/picture-edits.ts';
import type { ProjectFiles } from '../../../../src/site/validate/check-files.ts';

const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"/>`;

const FILES: Readonly<Record<string, string>> = {
  'content/a/road.svg': svg(720, 200),
  'content/a/plain.svg': svg(20, 10),
  'content/a/themed.svg': svg(20, 10),
  'content/a/themed.dark.svg': svg(20, 10),
  'content/a/uneven.svg': svg(20, 10),
  'content/a/uneven.dark.svg': svg(30, 10),
  'content/a/alone.dark.svg': svg(30, 10),
  'content/a/sizeless.png': '\x89PNG\r\n\x1a\n',
  'src/public/sign.svg': svg(100, 50),
  'src/public/night.svg': svg(100, 50),
  'src/public/night.dark.svg': svg(100, 50),
};

const files: ProjectFiles = {
  has: path => Object.hasOwn(FILES, path),
  isLinked: () => false,
  read: path => Buffer.from(FILES[path] ?? '', 'latin1'),
  suggest: () => '',
};

function editsOf(source: string): ReturnType<typeof pictureEdits> {
  const { value } = scan(source, 'content/a/b.mdx');
  if (value === undefined) throw new Error(`not MDX: ${source}`);
  return pictureEdits(value.tree, 'content/a/b.mdx', files);
}

describe('a picture of an article', () => {
  test.for([
    ['![A](./plain.svg)', undefined, undefined],
    ['![A](/sign.svg)', '<p><img src="/sign.svg" alt="A" width="100" height="50" /></p>', undefined],
    [
      'In a line ![A "b" & c](/sign.svg)',
      '<img src="/sign.svg" alt="A &quot;b&quot; &amp; c" width="100" height="50" />',
      undefined,
    ],
    [
      '<img src="/sign.svg" alt="A" width="60" />',
      '<img src="/sign.svg" alt="A" width="60" height="30" />',
      undefined,
    ],
    [
      '<img src="/sign.svg" alt="A" height={20} />',
      '<img src="/sign.svg" alt="A" width="40" height="20" />',
      undefined,
    ],
    ['![A [b]](./road.svg "The `road` <x>")', '![A \\[b\\]](./road.svg)', 'The <code>road</code> &lt;x&gt;'],
    ['![A][r]\n\n[r]: ./road.svg "The road"', '![A](./road.svg)', 'The road'],
    ['![A](./themed.svg)', '![A](./themed.svg)![A](./themed.dark.svg)', undefined],
    [
      '![A](/night.svg "Night")',
      '<img src="/night.svg" alt="A" width="100" height="50" /><img src="/night.dark.svg" alt="A" width="100" height="50" />',
      'Night',
    ],
  ] as const)(
    'has its size from its file, its caption and its dark variant: %s',
    ([source, images, caption]) => {
      const { edits, problems } = editsOf(source);
      expect(problems).toEqual([]);
      expect(edits.map(edit => [edit.images, edit.figure?.caption])).toEqual(
        images === undefined ? [] : [[images, caption]],
      );
    },
  );

  test('in a line of text stays in it', () => {
    expect(editsOf('a ![A](./themed.svg) b').edits[0]?.figure).toEqual({ kind: 'picture', isBlock: false });
    expect(editsOf('![A](./themed.svg)').edits[0]?.figure).toEqual({ kind: 'picture', isBlock: true });
  });

  test.for([
    ['a ![A](./road.svg "The road") b', 'A picture with a caption is alone in its paragraph'],
    ['![A](./uneven.svg)', 'uneven.svg is 20 × 10, and its dark variant has 30 × 10.'],
    [
      '![A](./themed.dark.svg)',
      'themed.dark.svg is the dark variant of a picture, and light pages would show it too.',
    ],
    ['![A](./alone.dark.svg)', 'alone.dark.svg is the dark variant of a picture'],
    [
      '<img src="/sign.svg" alt="A" width="60" height="60" />',
      'sign.svg is 100 × 50, and 60 × 60 would stretch it.',
    ],
    ['![A](./sizeless.png)', 'sizeless.png says nothing of its size'],
    ['![A](./road.svg "Of $x$ pixels")', 'A caption holds text and code, and no formula.'],
  ] as const)('is refused: %s', ([source, title]) => {
    const { problems } = editsOf(source);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.title).toContain(title);
  });
});
