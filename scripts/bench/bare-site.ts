import { symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { articleMdx, contentFile, neighbors, PLAIN_DIALECT, writeFileAndFolder } from './site-project.ts';
import type { BenchmarkArticle } from './site-text.ts';

const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }\n',
  'astro.config.mjs': `import mdx from '@astrojs/mdx';

export default { integrations: [mdx()], cacheDir: './.cache', devToolbar: { enabled: false } };
`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

const loader = glob({ pattern: '**/*.mdx', base: './content' });
export const collections = { articles: defineCollection({ loader }) };
`,
  'src/pages/[...slug].astro': `---
import { getCollection, render } from 'astro:content';

export async function getStaticPaths() {
  const entries = await getCollection('articles');
  return entries.map(entry => ({ params: { slug: entry.id }, props: { entry } }));
}

const { entry } = Astro.props;
const { Content } = await render(entry);
---
<html lang="en">
  <head><meta charset="utf-8" /><title>{entry.data.title}</title></head>
  <body><h1>{entry.data.title}</h1><Content /></body>
</html>
`,
};

/** Writes the reference: a bare Astro site with the same text, its examples as fences. */
export async function makeBareSite(root: string, articles: readonly BenchmarkArticle[]): Promise<void> {
  for (const [path, text] of Object.entries(FILES)) await writeFileAndFolder(join(root, path), text);
  await symlink(resolve('node_modules'), join(root, 'node_modules'));
  for (const article of articles) {
    const mdx = articleMdx(article, neighbors(articles, article), PLAIN_DIALECT);
    await writeFileAndFolder(join(root, contentFile(article)), mdx);
  }
}
