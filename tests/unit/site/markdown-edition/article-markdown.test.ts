import { markdownToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { scan } from '../../../../src/site/article/parse-mdx.ts';
import { type Node, textOf, walk } from '../../../../src/site/article/mdx-tree.ts';
import { markdownEdition } from '../../../../src/site/markdown-edition/article-markdown.ts';
import { readFences } from '../../../../src/site/audit/page/read-fences.ts';
import { en } from '../../../../src/core/words/en/en.ts';
import {
  escapeMarkdown,
  fenced,
  blockquote,
  paragraph,
  rawBlock,
  text,
  writeMarkdown,
} from '../../../../src/site/markdown-edition/markdown-nodes.ts';

/** Text that Markdown could take for its own. */
const HOSTILE = [
  '',
  'a',
  'a\n',
  '\n',
  '\n\n',
  '```',
  '```\n',
  'a\n````\nb\n',
  '~~~\n',
  'over\rwritten\n',
  'a\r',
  'a\r\nb\r\n',
  '\r```\r',
  '    four\n',
  '\ttab\n',
  '> quoted\n',
  '- item\n',
  '<pre>\n',
  '&amp; \\n\n',
  ' blank at the end \n',
  '\u2028\n',
  '😀\n',
];

/** Places in a document where a block can stand. */
const PLACES = {
  'by itself': block => [paragraph(text('before')), block, paragraph(text('after'))],
  'in a list': block => [list(paragraph(text('item')), block)],
  'in a numbered list': block => [{ ...list(block), ordered: true, start: 10 }],
  'in a quotation': block => [blockquote(paragraph(text('before')), block)],
  'in a list in a quotation': block => [blockquote(list(block, paragraph(text('after'))))],
} as const satisfies Record<string, (block: Node) => readonly Node[]>;

function list(...children: readonly Node[]): Node {
  return { type: 'list', children: [{ type: 'listItem', spread: true, children }] };
}

describe('a fenced block', () => {
  test.for(Object.entries(PLACES))('%s gives every text back to the last character', ([, place]) => {
    for (const printed of HOSTILE) {
      const [block, ...others] = readFences(
        writeMarkdown(place(rawBlock(fenced('text', { output: 'a/b', stream: 'out' }, printed)))),
      );
      expect({ text: block?.text, language: block?.language, output: block?.facts.output, others }).toEqual({
        text: printed,
        language: 'text',
        output: 'a/b',
        others: [],
      });
    }
  });

  test('says nothing of facts that are not there', () => {
    expect(fenced('python', { code: 'a/b', region: undefined, block: false }, 'x = 1\n')).toBe(
      '```python code=a/b\nx = 1\n```',
    );
  });

  test('that is never closed, or indented instead of fenced, has no text that could be trusted', () => {
    expect(readFences('```text output=a/b\nx\n').map(({ text }) => text)).toEqual([undefined]);
    expect(readFences('    x\n').map(({ text }) => text)).toEqual([undefined]);
  });
});

describe('the Markdown edition of an article', () => {
  const editionOf = (source: string): string => {
    const { value } = scan(source, 'content/a/b.mdx');
    if (value === undefined) throw new Error('not MDX');
    return markdownEdition({
      file: 'content/a/b.mdx',
      tree: value.tree,
      figures: new Map(),
      examples: new Map(),
      words: en,
    });
  };

  test.for([
    [
      'front matter and comments',
      '---\ntitle: x\n---\n\n{/* not for readers */}\n\nText {/* nor this */}goes on.\n',
      'Text goes on.\n',
    ],
    ['a callout', '<Note>\n\nOne.\n\nTwo.\n\n</Note>\n', '> **Note**\n>\n> One.\n>\n> Two.\n'],
    [
      'a callout with a title',
      '<Warning title="a *b*">\n\nOne.\n\n</Warning>\n',
      '> **Warning: a \\*b\\***\n>\n> One.\n',
    ],
    [
      'a callout in a list',
      '- a\n\n  <Tip>\n\n  One.\n\n  </Tip>\n- b\n',
      '- a\n\n  > **Tip**\n  >\n  > One.\n- b\n',
    ],
    [
      'what is folded',
      '<details>\n<summary>Why?</summary>\n\nBecause.\n\n</details>\n\nEnd.\n',
      '**Why?**\n\nBecause.\n\nEnd.\n',
    ],
    [
      'an indented body',
      '<details>\n  <summary>Why?</summary>\n\n    Because.\n</details>\n',
      '**Why?**\n\nBecause.\n',
    ],
    [
      'blocks without a blank line between them',
      '<Note>\nOne.\n</Note>\n<Tip>\nTwo.\n</Tip>\n',
      '> **Note**\n>\n> One.\n\n> **Tip**\n>\n> Two.\n',
    ],
    [
      'a value in a table',
      '| a |\n| --- |\n| <Value file="x" match="(y)">500</Value> |\n',
      '| a |\n| - |\n| 500 |\n',
    ],
    ['code that nobody ran', '```python unverified\nx\n```\n', 'Not run:\n\n```python unverified\nx\n```\n'],
    ['HTML', 'Press <kbd>Enter</kbd>.<br />Done.\n', 'Press Enter. Done.\n'],
    ['a picture of the article', '![a cat](./cat.png)\n', '(Picture: a cat)\n'],
    ['a picture of the article by a reference', '![a cat][c]\n\n[c]: ./cat.png\n', '(Picture: a cat)\n'],
    [
      'a picture of the site by a reference',
      '![a cat][c]\n\n[c]: /cat.png\n',
      '![a cat](/cat.png)\n\n[c]: /cat.png\n',
    ],
    ['a tag of a picture', '<img src="/cat.png" alt="a cat" width="4" />\n', '![a cat](/cat.png)\n'],
    [
      'elements that have a form',
      'See <a href="/a/b/">it</a>, <em>here</em>, x<sup>2</sup>, <q>so</q>.\n\n<ol start="3">\n<li>one</li>\n<li>two</li>\n</ol>\n\n<dl>\n<dt>Word</dt>\n<dd>Its meaning.</dd>\n</dl>\n',
      'See [it](/a/b/), *here*, x<sup>2</sup>, "so".\n\n3. one\n4. two\n\n**Word**\n\nIts meaning.\n',
    ],
    [
      'a table of tags',
      '<table>\n<caption>Two</caption>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>\n',
      'Two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
    ],
    ['a picture of the site', '![a cat](/cat.png)\n', '![a cat](/cat.png)\n'],
    ['text in braces', "Less{' '}or {'<more>'} or {3}\n", 'Less or \\<more> or 3\n'],
    [
      'a callout in the middle of a sentence',
      'One <Note>*two*</Note> three.\n',
      'One\n\n> **Note**\n>\n> *two*\n\nthree.\n',
    ],
    [
      'a comment and a line break at the end of a line',
      'One {/* two */}\n<br />\nthree {/* four */}\n',
      'One\n\nthree\n',
    ],
    [
      'a callout in a table',
      '| a |\n| --- |\n| b <Tip>c</Tip> |\n',
      '| a |\n| - |\n| b |\n\n> **Tip**\n>\n> c\n',
    ],
  ] as const)('puts %s into Markdown', ([, source, expected]) => {
    expect(editionOf(source)).toBe(expected);
  });
});

describe('a text of front matter', () => {
  const HOSTILE = [
    '</title><script>alert(1)</script>',
    'A summary. \n# A heading',
    '# A heading',
    '1. One',
    '- a',
    '+ a',
    '===',
    'C #',
    '[a](javascript:alert(1)) ![a](b) <img src=x onerror=alert(1)>',
    '`a` *b* _c_ ~~d~~ | e | &lt;b&gt; \\\\',
    'a\r\n\r\n> b',
  ];

  test.for(HOSTILE)('%j is text alone, by itself, in a heading and in a list', text => {
    const words = text.replaceAll(/\s+/g, ' ').trim();
    for (const [place, type] of [
      ['', 'paragraph'],
      ['# ', 'heading'],
      ['- ', 'list'],
    ]) {
      const { children = [] } = markdownToMdast(`${place}${escapeMarkdown(text)}`) as unknown as Node;
      const all = children.flatMap(node => [...walk(node)].map(([each]) => each));
      expect(children.map(node => node.type)).toEqual([type]);
      expect(new Set(all.map(node => node.type))).toEqual(
        new Set(type === 'list' ? ['list', 'listItem', 'paragraph', 'text'] : [type, 'text']),
      );
      expect(children.map(textOf).join('')).toBe(words);
    }
  });
});
