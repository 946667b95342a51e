import { expect, test } from 'vitest';
import type { Plugin } from 'vite';
import { type ArticleModule, UnbundledArticles } from '../../../../src/site/build/compile-without-bundler.ts';

/** What the MDX compiler and Astro's plugin make of an article, in short. */
const CODE = `import { Fragment as _Fragment, jsx as _jsx } from "astro/jsx-runtime";
function MDXContent(props) { return _jsx(_Fragment, { children: "export const no = 1" }); }
export const frontmatter = {"title":"One"};
export function getHeadings() { return [1]; }
export const url = undefined;
export const Content = (props = {}) => MDXContent(props);
export default Content;
import { tag } from 'astro/runtime/server/index.js';
tag(Content, 'astro:jsx');`;

const RUNTIME = {
  'astro/jsx-runtime': { Fragment: 'fragment', jsx: (...parts: unknown[]) => parts },
  'astro/runtime/server/index.js': {
    tag: (content: { tagged?: string }, name: string) => void (content.tagged = name),
  },
};
const LIST =
  'export default new Map([\n["content/one.mdx", () => import("one")],\n["content/two.mdx", () => import("two")]]);\n';

/** Articles, compiled by plugins of which the first gives this code. */
function articles(code: string, names = ['@mdx-js/rolldown', '@astrojs/mdx-postprocess']): UnbundledArticles {
  const made = new UnbundledArticles();
  made.use(
    names.map(
      (name, index) =>
        ({
          name,
          transform: { handler: (source: string) => ({ code: index === 0 ? code : source }) },
        }) as Plugin,
    ),
  );
  return made;
}

/** Runs the list, as a bundler would leave it. */
async function listed(made: UnbundledArticles): Promise<ReadonlyMap<string, () => Promise<ArticleModule>>> {
  const text = made
    .listed(LIST)
    .replaceAll(/import \* as (\w+) from ("[^"]*");/g, 'const $1 = given[$2];')
    .replace('export default', 'return')
    .replaceAll(/import\(/g, 'bundled(');
  return new Function('given', 'bundled', text)(RUNTIME, async (name: string) => ({
    Content: name,
  })) as ReadonlyMap<string, () => Promise<ArticleModule>>;
}

test('an article is what its module would be, and the list takes it from there; others come from the bundler', async () => {
  const made = articles(CODE);
  expect(await made.add('content/one.mdx', '/content/one.mdx', 'text')).toBe(true);
  const list = await listed(made);
  const { Content, getHeadings, frontmatter } = (await list.get('content/one.mdx')?.()) as ArticleModule & {
    Content: ((props: object) => unknown) & { tagged: string };
  };
  expect([Content({}), Content.tagged, getHeadings(), frontmatter]).toEqual([
    ['fragment', { children: 'export const no = 1' }],
    'astro:jsx',
    [1],
    { title: 'One' },
  ]);
  expect(await list.get('content/two.mdx')?.()).toEqual({ Content: 'two' });
});

test.each([
  ['imports something else', `${CODE}\nimport { Image } from "astro:assets";`],
  [
    'imports something known in another way',
    CODE.replace('{ Fragment as _Fragment, jsx as _jsx }', '* as all'),
  ],
  ['exports in a way that is not known', `${CODE}\nconst more = 1;\nexport { more };`],
  ['has a line of text that looks like an export', `${CODE}\nconst text = \`\nexport const no = 1;\n\`;`],
  ['has no headings', CODE.replace('export function getHeadings', 'function getHeadings')],
])('an article whose module %s is left to the bundler', async (_, code) => {
  const made = articles(code);
  expect(await made.add('content/one.mdx', '/content/one.mdx', 'text')).toBe(false);
  expect(await (await listed(made)).get('content/one.mdx')?.()).toEqual({ Content: 'one' });
});

test('where MDX is compiled by plugins of other names, the bundler has all', async () => {
  expect(
    await articles(CODE, ['another', '@astrojs/mdx-postprocess']).add(
      'content/one.mdx',
      '/content/one.mdx',
      'text',
    ),
  ).toBe(false);
});
