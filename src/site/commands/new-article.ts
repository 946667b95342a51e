import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { suggest } from '../../core/problems/suggest.ts';
import { CONTENT } from '../../core/project-paths.ts';
import { articleTemplate } from '../article/article-template.ts';
import { RESERVED_SLUGS } from '../routes.ts';
import { readBytes } from '../../runner/files/files-below.ts';
import { freeName, refuse, writeNew } from '../../runner/examples/new-example.ts';

const NEW = 'npm run new -- --article';

/**
 * Writes a new article, the last of its track. `name` is `track/slug`, or `language/track/slug` of one that
 * translates another.
 * @param translations tags of the languages that the settings name besides that of the site
 * @returns its path
 * @throws ProblemError if the name is not valid, the track is unknown, or the file exists
 */
export async function newArticle(
  root: string,
  name: string,
  tracks: readonly string[],
  today: string,
  translations: readonly string[] = [],
): Promise<string> {
  const parts = name
    .replace(/^(?:\.\/)?(?:content\/)?/, '')
    .replace(/\.mdx$/, '')
    .split('/');
  if (translations.includes(parts[0] ?? '')) return newTranslation(root, parts, today);
  const [track = '', ...rest] = parts;
  const slug = rest.join('/');
  const words = slug.toLowerCase().match(/[a-z0-9]+/g) ?? ['first', 'steps'];
  const better = words.join('-');
  if (!tracks.includes(track)) {
    const guess = suggest(track, tracks);
    const meant = /"(.+)"/.exec(guess)?.[1] ?? tracks[0] ?? 'track';
    const title = `There is no track "${track}"${guess === '' ? '' : `; ${guess}`}`;
    const entry = `${track.includes('-') ? `'${track}'` : track}: { title: '…', summary: '…', icon: 'pen' },`;
    const isName = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(track);
    const other = isName ? `\nOr add it to tracks in src/site.config.ts, and run this again: ${entry}` : '';
    const remedy = `Take one that exists: ${NEW} ${meant}/${better}${other}`;
    refuse([{ file: name, title, remedy }]);
  }
  if (slug !== better) {
    const title = 'An article is named track/slug; the slug is lower-case words with hyphens between them.';
    refuse([{ file: name, title, remedy: `${NEW} ${track}/${better}` }]);
  }
  if (RESERVED_SLUGS.includes(slug)) {
    const title = `"${slug}" is reserved: an article of this name has no address of its own.`;
    refuse([
      { file: name, title, remedy: `${NEW} ${track}/${slug === 'index' ? 'overview' : 'missing-pages'}` },
    ]);
  }
  const fileOf = (article: string): string => `${CONTENT}/${article}.mdx`;
  const exists = (article: string): boolean => existsSync(join(root, fileOf(article)));
  const article = `${track}/${slug}`;
  if (exists(article)) {
    const remedy = `Take another name: ${NEW} ${freeName(article, exists, '-')}`;
    refuse([{ file: fileOf(article), title: 'The article exists.', remedy }]);
  }
  const title = slug.replaceAll('-', ' ').replace(/^./, first => first.toUpperCase());
  const order = await nextOrder(join(root, CONTENT, track));
  return writeNew(root, fileOf(article), articleTemplate(yamlText(title), order, today));
}

/** A translation begins as its original, and is a draft until somebody has replaced its sentences. */
async function newTranslation(root: string, parts: readonly string[], today: string): Promise<string> {
  const [language = '', ...rest] = parts;
  const file = `${CONTENT}/${parts.join('/')}.mdx`;
  const original = `${CONTENT}/${rest.join('/')}.mdx`;
  if (rest.length !== 2 || !existsSync(join(root, original))) {
    const title = `There is no ${original}, so nothing to translate.`;
    refuse([{ file, title, remedy: `Name an article that exists: ${NEW} ${language}/track/slug` }]);
  }
  if (existsSync(join(root, file))) {
    refuse([{ file, title: 'The translation exists.', remedy: 'Change it, or take another article.' }]);
  }
  const source = readBytes(join(root, original)).toString();
  return writeNew(root, file, source.replace(/^updated: .*$/m, `updated: ${today}\ndraft: true`));
}

/** The number after that of the last article of a track. */
async function nextOrder(folder: string): Promise<number> {
  const names = existsSync(folder) ? (await readdir(folder)).filter(name => name.endsWith('.mdx')) : [];
  const orders = names.map(async name => {
    const source = readBytes(join(folder, name)).toString();
    return Number(/^order: *(\d+)/m.exec(source)?.[1] ?? 0);
  });
  return Math.max(0, ...(await Promise.all(orders))) + 1;
}

/**
 * Quotes what YAML would not read as text: a number, a truth value, nothing.
 * https://yaml.org/spec/1.2.2/#1032-tag-resolution
 */
function yamlText(text: string): string {
  return /^(?:[\d.+-].*|true|false|null|yes|no|on|off|y|n)$/i.test(text) ? `"${text}"` : text;
}
