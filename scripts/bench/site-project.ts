import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { execa } from 'execa';
import type { BenchmarkArticle, BenchmarkSample } from './site-text.ts';
import { writeRecording } from '../../src/runner/examples/recording-files.ts';

/** What a copy of the project needs, besides articles and examples. */
const PARTS = ['src', 'scripts', 'package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json'];

const GIT_SETTINGS = ['user.name=bench', 'user.email=bench@site.invalid', 'gc.auto=0'];

/**
 * Copies the project with these articles instead of its own.
 * The copy is a git repository, since pages show the dates of commits.
 */
export async function makeSite(root: string, articles: readonly BenchmarkArticle[]): Promise<void> {
  for (const part of PARTS) await cp(part, join(root, part), { recursive: true });
  await symlink(resolve('node_modules'), join(root, 'node_modules'));
  await writeTracks(join(root, 'src/site.config.ts'), [...new Set(articles.map(({ track }) => track))]);
  for (const article of articles) {
    const mdx = articleMdx(article, neighbors(articles, article), VERBATIM_DIALECT);
    await writeFileAndFolder(join(root, contentFile(article)), mdx);
    for (const sample of article.examples) await writeSample(root, sample);
  }
  const run = execa({ cwd: root });
  const settings = GIT_SETTINGS.flatMap(setting => ['-c', setting]);
  await run`git ${settings} init --quiet`;
  await run`git ${settings} add content`;
  await run`git ${settings} commit --quiet --message Articles`;
}

/** Writes an example and its recording. */
async function writeSample(root: string, { id, source, out }: BenchmarkSample): Promise<void> {
  const file = `examples/${id}.py`;
  await writeFileAndFolder(join(root, file), source);
  await writeRecording(root, { id, file }, { out }, { python: '3.13.0', runs: 1 });
}

/** Path of an article, relative to the site. */
export const contentFile = ({ track, slug }: BenchmarkArticle): string => `content/${track}/${slug}.mdx`;

/** Articles before and after an article in its track; the whole track if there are none. */
export function neighbors(
  articles: readonly BenchmarkArticle[],
  { track, order }: BenchmarkArticle,
): readonly BenchmarkArticle[] {
  const own = articles.filter(each => each.track === track);
  const near = own.filter(each => Math.abs(each.order - order) === 1);
  return near.length === 0 ? own : near;
}

/** Replaces the tracks in the settings of a site. */
async function writeTracks(file: string, names: readonly string[]): Promise<void> {
  const settingsOf = (title: string): string =>
    `{ title: '${title}', summary: 'A track of a generated site.', icon: 'rocket' }`;
  const tracks = names.map((name, index) => `    '${name}': ${settingsOf(`Track ${index + 1}`)},\n`);
  const settings = await readFile(file, 'utf8');
  const written = settings.replace(
    /(\n {2}tracks: \{\n)[\s\S]*?(\n {2}\},)/,
    (_, head: string, tail: string) => `${head}${tracks.join('').trimEnd()}${tail}`,
  );
  if (written === settings) throw new Error('src/site.config.ts has no tracks to replace.');
  await writeFile(file, written);
}

/** Writes a file; makes its folder if that is missing. */
export async function writeFileAndFolder(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** How a site writes what Markdown has no syntax for. */
interface Dialect {
  readonly sample: (sample: BenchmarkSample) => string;
  readonly callout: (text: string) => string;
}

/** Our site: examples and callouts are components. */
export const VERBATIM_DIALECT: Dialect = {
  sample: ({ id }) => `<Example file="${id}.py" />`,
  callout: text => `<Note>\n\n${text}\n\n</Note>`,
};

/** A site that runs nothing: code and outputs are fences, callouts are quotations. */
export const PLAIN_DIALECT: Dialect = {
  sample: ({ source, out }) => `\`\`\`python\n${source}\`\`\`\n\n\`\`\`text\n${out}\`\`\``,
  callout: text => `> **Note**\n>\n> ${text}`,
};

/** Article → MDX: six sections, an example in every other one, two callouts, a link to each neighbor. */
export function articleMdx(
  article: BenchmarkArticle,
  neighbors: readonly BenchmarkArticle[],
  { sample, callout }: Dialect,
): string {
  const { title, order, sections, examples } = article;
  const links = neighbors.map(({ track, slug, title: name }) => `[${name}](/${track}/${slug}/)`);
  const parts = sections.map((paragraphs, index) => {
    const [first = '', ...rest] = paragraphs;
    const example = examples[index / 2];
    return [
      `## Section ${index + 1} of ${title}`,
      first,
      ...(example === undefined ? [] : [sample(example)]),
      ...(index === 1 || index === 4 ? [callout(rest[0] ?? ''), ...rest.slice(1)] : rest),
    ].join('\n\n');
  });
  const head = `---
title: ${title}
subtitle: What ${title.toLowerCase()} is about
summary: An article of a generated site, as long as a tutorial is.
level: Beginner
order: ${order}
updated: 2026-01-01
---`;
  return `${[head, ...parts, `See also ${links.join(' and ')}.`].join('\n\n')}\n`;
}
