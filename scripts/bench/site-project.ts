import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { digest, type Receipt } from '../../src/core/verdict/recording.ts';
import { RunCache } from '../../src/runner/cache/run-cache.ts';
import { prepare } from '../../src/runner/commands/plan-runs.ts';
import { articleMdx, PLAIN, VERBATIM } from './site-mdx.ts';
import type { BenchmarkArticle, BenchmarkSample } from './site-text.ts';

/** What makes a project of ours, besides its articles and examples. */
const PARTS = [
  'src',
  'scripts',
  'package.json',
  'package-lock.json',
  'astro.config.mjs',
  'tsconfig.json',
] as const;

/** A copy of the project with these articles in place of its own, in a repository of its own: pages ask git for dates. */
export async function makeSite(
  project: string,
  root: string,
  articles: readonly BenchmarkArticle[],
): Promise<void> {
  for (const part of PARTS) await cp(join(project, part), join(root, part), { recursive: true });
  await symlink(join(project, 'node_modules'), join(root, 'node_modules'));
  await writeTracks(join(root, 'src/site.config.ts'), [...new Set(articles.map(({ track }) => track))]);
  for (const article of articles) await writeArticle(root, article, articles);
  const git = (...words: string[]): Promise<unknown> =>
    execa(
      'git',
      ['-c', 'user.name=bench', '-c', 'user.email=bench@site.invalid', '-c', 'gc.auto=0', ...words],
      { cwd: root },
    );
  await git('init', '--quiet');
  await git('add', 'content');
  await git('commit', '--quiet', '--message', 'Articles');
}

/** Writes an article of ours, with its examples and what was recorded of them. */
export async function writeArticle(
  root: string,
  article: BenchmarkArticle,
  all: readonly BenchmarkArticle[],
): Promise<void> {
  await write(join(root, contentFile(article)), articleMdx(article, neighbours(all, article), VERBATIM));
  for (const sample of article.examples) await writeSample(root, sample);
}

/** Writes an example and its recording. */
export async function writeSample(root: string, { id, source, out }: BenchmarkSample): Promise<void> {
  const receipt: Receipt = { sha256: digest({ out }), python: '3.13.0', runs: 1 };
  const files = { py: source, out, 'recorded.json': `${JSON.stringify(receipt, null, 2)}\n` };
  for (const [ending, text] of Object.entries(files))
    await write(join(root, `examples/${id}.${ending}`), text);
}

/**
 * Fills a site's cache of runs with what its examples are known to print, as a check would leave it: what is measured then is the site.
 * Each of these runs is judged by its recording like any other.
 */
export async function fillRuns(root: string): Promise<void> {
  const { ready, seal, recordings } = await prepare({ root });
  if (seal === undefined) throw new Error('The site has no examples.');
  const cache = await RunCache.open(
    root,
    seal,
    ready.map(({ interpreter }) => interpreter),
  );
  for (const { example, interpreter } of ready) {
    const out = recordings.get(example.id)?.base?.out ?? '';
    cache.settle(
      example,
      {
        interpreter,
        stdout: Buffer.from(out),
        stderr: Buffer.of(),
        ending: 'exited',
        exitCode: 0,
        durationMs: 20,
        leftBehind: false,
        underContention: false,
      },
      true,
    );
  }
  await cache.save();
}

/** The reference: a site of Astro's with the same text, its examples as fences, and Astro's own highlighting. */
export async function makeBareSite(
  project: string,
  root: string,
  articles: readonly BenchmarkArticle[],
): Promise<void> {
  const files = {
    'package.json': '{ "type": "module" }\n',
    'astro.config.mjs':
      "import mdx from '@astrojs/mdx';\n\nexport default { integrations: [mdx()], cacheDir: './.cache', devToolbar: { enabled: false } };\n",
    'src/content.config.ts':
      "import { defineCollection } from 'astro:content';\nimport { glob } from 'astro/loaders';\n\nexport const collections = { articles: defineCollection({ loader: glob({ pattern: '**/*.mdx', base: './content' }) }) };\n",
    'src/pages/[...slug].astro':
      '---\nimport { getCollection, render } from \'astro:content\';\n\nexport const getStaticPaths = async () => (await getCollection(\'articles\')).map((entry) => ({ params: { slug: entry.id }, props: { entry } }));\n\nconst { entry } = Astro.props;\nconst { Content } = await render(entry);\n---\n\n<html lang="en"><head><meta charset="utf-8" /><title>{entry.data.title}</title></head><body><h1>{entry.data.title}</h1><Content /></body></html>\n',
  };
  for (const [path, text] of Object.entries(files)) await write(join(root, path), text);
  await symlink(join(project, 'node_modules'), join(root, 'node_modules'));
  for (const article of articles)
    await write(join(root, contentFile(article)), articleMdx(article, neighbours(articles, article), PLAIN));
}

export const contentFile = ({ track, slug }: BenchmarkArticle): string => `content/${track}/${slug}.mdx`;

function neighbours(
  articles: readonly BenchmarkArticle[],
  { track, order }: BenchmarkArticle,
): readonly BenchmarkArticle[] {
  const own = articles.filter(each => each.track === track);
  const near = own.filter(each => Math.abs(each.order - order) === 1);
  return near.length === 0 ? own : near;
}

/** The generated tracks take the place of the site's own. */
async function writeTracks(file: string, names: readonly string[]): Promise<void> {
  const tracks = names.map(
    (name, index) =>
      `    '${name}': { title: 'Track ${index + 1}', summary: 'A track of a generated site.', icon: 'rocket' },\n`,
  );
  const settings = await readFile(file, 'utf8');
  const written = settings.replace(
    /(\n {2}tracks: \{\n)[\s\S]*?(\n {2}\} as )/,
    (_, head: string, tail: string) => `${head}${tracks.join('').trimEnd()}${tail}`,
  );
  if (written === settings) throw new Error('src/site.config.ts has no tracks to replace.');
  await writeFile(file, written);
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
