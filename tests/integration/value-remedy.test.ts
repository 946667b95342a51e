import { expect, test } from 'vitest';
import { checkArticles, recordedExamples } from '../../src/site/commands/check-articles.ts';
import { partsOf, SOUND, writeProject } from '../fixtures/problem-project.ts';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ARTICLE = 'content/advanced/page.mdx';

/** Values that mean something in Markdown, in HTML, in JavaScript or in a tag. */
const VALUES = [
  ['112', '(.*)'],
  ['-1.5e-3', '(.*)'],
  ["{'tea': 1}", '(.*)'],
  ["<class 'int'>", '(.*)'],
  ['__init__ and *args', '(.*)'],
  ['`a` and b', '(.*)'],
  ['say "a"', '(.*)'],
  ['a &amp; b &lt; c', '(.*)'],
  ['[a](b) https://python.org ada@example.org www.python.org', '(.*)'],
  ['www.python.org', '(.*)'],
  [String.raw`a\n \_ b\ `, '(.*)'],
  ['~~a~~ $x$ :smile: ==a== :::tip [^1] a -- b ...', '(.*)'],
  ['  two  blanks ', '(.*)'],
  ['a | b', '(.*)'],
  ['`{a} | <b>` ', '(.*)'],
  ['', '(x*)'],
  ['- a', '(.*)'],
  ['# a', '(.*)'],
  ['1. a', '(.*)'],
  ['> a', '(.*)'],
  ['🍵 é', '(.*)'],
  ['</Value>', '(.*)'],
  ['/* a */ {/* b */}', '(.*)'],
  ['a', 'say "?(\\w)'],
  ['a', `say '?"?(\\w)`],
  ['a', 'say (?:&amp;)?(\\w)'],
] as const;

test.for(VALUES)('the tag that a message proposes for %j can be pasted', async ([value, pattern]) => {
  const output = pattern.startsWith('(') ? value : `say ${value}`;
  const match = pattern.startsWith('(') ? `^${pattern}$` : pattern;
  const attribute = match.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const ticks = '`'.repeat(5);
  const root = await writeProject(
    partsOf(`In \`examples/topic/greeting.out\`, as recorded:\n\n${ticks}text\n${output}\n${ticks}\n`),
  );
  const article = join(root, ARTICLE);
  const sound = SOUND[ARTICLE] ?? '';
  const check = async (tag: string): Promise<readonly (string | undefined)[]> => {
    await writeFile(
      article,
      `${sound}\nIt is ${tag}, and so on.\n\n| a | b |\n| --- | --- |\n| ${tag} | c |\n`,
    );
    const { problems } = await checkArticles(root, await recordedExamples(root));
    return problems.map(({ title, remedy }) => (title.startsWith('The text says') ? remedy : title));
  };
  const [remedy = '', ...others] = await check(
    `<Value file="topic/greeting.py" match="${attribute}">0</Value>`,
  );
  expect(others).toEqual([remedy]);
  expect(remedy).toMatch(/^<Value /);
  expect(await check(remedy)).toEqual([]);
  expect(await readFile(article, 'utf8')).toContain(remedy);
});
