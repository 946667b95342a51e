import { describe, expect, test } from 'vitest';
import { mdxToJs, type MdxToJsResult } from 'satteri';
import { PLAIN } from '../../../../src/site/highlight/plain-highlighter.ts';
import { planArticle } from '../../../../src/site/dev/plan-article.ts';
import { checkArticle } from '../../../../src/site/prepare/compile-article.ts';
import { dataOnly } from '../../../../src/site/render/data-only-plugin.ts';
import { en } from '../../../../src/core/words/en/en.ts';
import { recordAttack } from '../../../fixtures/attacks.ts';

const FILE = 'content/advanced/page.mdx';
const HEAD = `---
title: A page
summary: What it holds.
level: Beginner
order: 1
updated: 2026-11-22
---

`;
const DRAWING = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" />');
/** A project in which every file is there, and is a drawing. */
const FILES = { has: () => true, isLinked: () => false, read: () => DRAWING, suggest: () => 'Put it there.' };
const CONTEXT = {
  examples: new Map(),
  highlighter: PLAIN,
  advertisements: false,
  editions: true,
  files: FILES,
  wordsOf: () => en,
};

const check = (body: string) =>
  checkArticle({ file: FILE, source: `${HEAD}${body}\n`, problems: [] }, CONTEXT);

/** What an article may not hold: its name, its text, and how each of its problems begins. */
const HOSTILE: readonly (readonly [name: string, body: string, ...titles: string[]])[] = [
  ['an import', "import fs from 'node:fs'", 'A line that begins with "import"'],
  ['an import for its effect', "import './evil.js'", 'A line that begins with "import"'],
  ['an export', 'export const x = process.exit()', 'A line that begins with "export"'],
  ['a layout', "export { default } from './Layout.astro'", 'A line that begins with "export"'],
  ['a call', '{process.exit()}', '{process.exit()} is a program'],
  ['a call in a line', 'Text {fetch("/")} text.', '{fetch("/")} is a program'],
  ['a hole in a template', '{`${process.env.HOME}`}', '{`${process.env.HOME}`} is a program'],
  ['a tagged template', '{String.raw`x`}', '{String.raw`x`} is a program'],
  ['a tag in an expression', '{<b>x</b>}', '{<b>x</b>} is a program'],
  ['a program after a comment', '{/* c */ process.exit()}', '{/* c */ process.exit()} is a program'],
  ['a name', '{frontmatter.title}', '{frontmatter.title} is a program'],
  ['a truth value', 'It is {true}.', '{true} shows nothing'],
  ['a program in a heading', '## A {process.exit()}', '{process.exit()} is a program'],
  ['a computed prop', '<Note title={process.env.X}>x</Note>', '<Note>: the value of title is computed'],
  ['a tag in a prop', '<Note title={<b>x</b>}>x</Note>', '<Note>: the value of title is computed'],
  ['a spread', '<kbd {...props}>x</kbd>', '<kbd> takes its attributes one by one'],
  ['a spread of a callout', '<Note {...props}>x</Note>', '<Note> takes its props one by one'],
  ['a program in a spread', '<p {...{ id: (() => 1)() }}>x</p>', '<p> takes its attributes one by one'],
  ...[
    'script',
    'style',
    'iframe',
    'object',
    'embed',
    'base',
    'meta',
    'link',
    'math',
    'svg',
    'form',
    'input',
  ].map(name => [`<${name}>`, `<${name} />`, `An article holds no <${name}>`] as const),
  ...[
    'button',
    'video',
    'audio',
    'source',
    'picture',
    'template',
    'slot',
    'noscript',
    'marquee',
    'dialog',
  ].map(name => [`<${name}>`, `<${name} />`, `An article holds no <${name}>`] as const),
  ...[
    'pre',
    'code',
    'samp',
    'xmp',
    'figure',
    'figcaption',
    'output',
    'div',
    'span',
    'bdo',
    'h1',
    'h2',
    'body',
  ].map(name => [`<${name}>`, `<${name}>x</${name}>`, `An article holds no <${name}>`] as const),
  ['a tag of a namespace', '<svg:script>x</svg:script>', 'An article holds no <svg:script>'],
  ['a member', '<a.b>x</a.b>', 'An article holds no <a.b>'],
  ['a member of this', '<this.x />', 'An article holds no <this.x>'],
  ['a member of a component', '<Note.Title>x</Note.Title>', 'There is no component <Note.Title>'],
  ['an element of one’s own', '<my-output>x</my-output>', 'An article holds no <my-output>'],
  ['a fragment', '<>x</>', 'A tag has a name'],
  ['a component of Astro', '<Fragment set:html="<b>" />', 'There is no component <Fragment>'],
  ['a component of the compiler', '<Fence figure="x" />', 'There is no component <Fence>'],
  ['a component of the dev server', '<DevSlot figure="x" />', 'There is no component <DevSlot>'],
  [
    'the key of a figure',
    '<Example figure="x" />',
    '<Example>: file is missing',
    '<Example> has no prop "figure"',
  ],
  ['a component in lower case', '<example file="a.py" />', 'There is no element <example>'],
  ['a name of Object', '<constructor />', 'An article holds no <constructor>'],
  ...[
    'onclick',
    'style',
    'class',
    'className',
    'id',
    'data-output',
    'role',
    'aria-label',
    'is:raw',
    'set:html',
  ].map(name => [name, `<kbd ${name}="x">x</kbd>`, `<kbd> has no attribute "${name}"`] as const),
  ...['set:text', 'define:vars', 'client:load', 'server:defer', 'slot', 'key', 'ref', 'dir', '__proto__'].map(
    name => [name, `<kbd ${name}="x">x</kbd>`, `<kbd> has no attribute "${name}"`] as const,
  ),
  ...['client:load', 'server:defer', 'set:html', 'slot', 'class', 'children'].map(
    name => [`${name} of a callout`, `<Tip ${name}="x">x</Tip>`, `<Tip> has no prop "${name}"`] as const,
  ),
  ...['ping', 'target', 'download', 'formaction', 'rel'].map(
    name => [name, `<a href="/" ${name}="/x">x</a>`, `<a> has no attribute "${name}"`] as const,
  ),
  ...['srcset', 'onerror', 'loading', 'sizes', 'crossorigin'].map(
    name => [name, `<img src="/x.svg" alt="" ${name}="x" />`, `<img> has no attribute "${name}"`] as const,
  ),
  ['an attribute twice', '<a href="/" href="javascript:1">x</a>', 'A link leads to', '<a> has href twice'],
  ['a link that runs', '[x](javascript:alert(1))', 'A link leads to'],
  ['a link that runs, in capitals', '[x](JAVASCRIPT:alert)', 'A link leads to'],
  ['a link that runs, by an entity', '[x](java&#x73;cript:alert)', 'A link leads to'],
  ['a link that runs, with a tab', '<a href="java&#9;script:x">x</a>', 'A link leads to'],
  ['a link that runs, after blanks', '<a href=" javascript:x">x</a>', 'A link leads to'],
  ['a link that runs, in a literal', '<a href={"javascript:x"}>x</a>', 'A link leads to'],
  ['a link that runs, by a definition', '[x]\n\n[x]: javascript:alert(1)', 'A link leads to'],
  ['a link that runs, by a second definition', '[x]\n\n[x]: /\n[x]: data:x', 'A link leads to'],
  ['a link with data', '[x](data:text/html,x)', 'A link leads to'],
  ['a link to a file of the reader', '[x](file:///etc/passwd)', 'A link leads to'],
  ['a link that runs Visual Basic', '[x](vbscript:x)', 'A link leads to'],
  ['a picture of another host', '![x](https://example.org/x.svg)', 'The picture https://example.org/x.svg'],
  ['a picture without a scheme', '![x](//example.org/x.svg)', 'The picture //example.org/x.svg'],
  ['a picture with a backslash', '<img src="/\\example.org/x.svg" alt="" />', 'The picture /\\example.org'],
  ['a picture of data', '![x](data:image/svg+xml,x)', 'A picture is a file'],
  ['a picture by a reference', '![x][y]\n\n[y]: https://example.org/x.svg', 'The picture https://'],
  ['a picture that is a module', '![x](./evil.js)', 'evil.js is no picture'],
  ['a picture that is a page', '![x](./evil.astro)', 'evil.astro is no picture'],
  ['a picture with a query', '![x](./x.svg?raw)', '"./x.svg?raw" is no path'],
  ['a picture with an escape', '![x](./evil%2ejs)', '"./evil%2ejs" is no path'],
  ['a picture of a package', '![x](lodash/x.svg)', '"lodash/x.svg" is no path'],
  ['a picture outside', '![x](../../../x.svg)', 'The picture ../../../x.svg is outside'],
  ['a picture by its tag', '<img src="./x.svg" alt="" />', '<img> shows pictures of src/public'],
  ['a picture of another kind', '![x](./x.png)', 'content/advanced/x.png is no PNG'],
  ['text in an example', '<Output file="a.py">x</Output>', 'There is no example', '<Output> shows nothing'],
  ['text in an empty element', 'a<br>x</br>', '<br> shows nothing'],
  ['a row without a table', '<td>x</td>', '<td> is not directly in <tr>'],
  ['a table in a line', 'Text <table><tr><td>x</td></tr></table>', '<table> is in a line of text'],
  [
    'details without blank lines',
    '<details>\n<summary>x</summary>\ny\n</details>',
    '<summary> is not directly',
  ],
  ['a comment of HTML', '<!-- x -->', 'MDX has no HTML comments'],
  ['a declaration', '<!DOCTYPE html>', 'MDX has no HTML comments'],
];

describe('an article is data: refused is', () => {
  test.for(HOSTILE)('%s', ([name, body, ...titles], { task }) => {
    const { problems, article } = check(body);
    recordAttack(task, { against: 'article', tried: name, refused: problems[0]?.title ?? '' });
    expect(article).toBeUndefined();
    expect(problems.map(({ title }) => title)).toEqual(
      titles.map(title => expect.stringMatching(new RegExp(`^${RegExp.escape(title)}`))),
    );
    for (const { file, line = 0, column, remedy } of problems) {
      expect([file, line > 8, typeof column, remedy?.trim()]).toEqual([
        FILE,
        true,
        'number',
        expect.stringMatching(/./),
      ]);
    }
  });
});

const compile = (source: string): string =>
  (mdxToJs(source, { mdastPlugins: [dataOnly] }) as MdxToJsResult).code;

/** What holds a program in whatever way: tags and addresses alone are the matter of the checks. */
const PROGRAMS = HOSTILE.filter(([, , title = '']) =>
  /program|computed|one by one|has no (?:prop|attribute)|article holds no/.test(title),
);

describe('the compiler itself refuses', () => {
  test.for(PROGRAMS.filter(([name]) => name !== 'the key of a figure'))('%s', ([, body]) => {
    expect(() => compile(body)).toThrow('An article reached the compiler with a program in it');
  });

  test('no article that the checks accept', () => {
    expect(compile('<Note title="a">\n\nText {3} {/* c */}.\n\n</Note>\n')).toContain('Note');
    expect(compile('<Example figure="key" />\n')).toContain('Example');
  });
});

describe('the dev server compiles nothing of', () => {
  test.for(HOSTILE)('%s', ([, body]) => {
    const { value: plan } = planArticle(`${HEAD}${body}\n`, FILE, FILES, false);
    if (plan === undefined) return;
    // Compiling it throws if there is anything that runs.
    const code = compile(plan.body);
    expect(code).not.toMatch(/javascript:|data:|vbscript:|process\.|evil|onclick|set:html|example\.org/i);
  });
});

test.for([
  [
    'front matter with a layout',
    'layout: ../../src/layouts/Page.astro',
    'The front matter has no key "layout".',
  ],
  ['a merge of YAML', '<<: { layout: x }', 'The front matter has no key "<<".'],
])('%s is refused', ([, line, title]) => {
  const source = HEAD.replace('order: 1', `${line}\norder: 1`);
  expect(checkArticle({ file: FILE, source, problems: [] }, CONTEXT).problems[0]?.title).toBe(title);
});

test('the compiler sees no front matter, and the lines stay where they are', () => {
  const { article } = check('Text.\n\n---\nlayout: x\n---');
  expect(article?.source.split('\n').slice(0, 9)).toEqual(['---', '', '', '', '', '', '---', '', 'Text.']);
});
