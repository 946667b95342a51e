import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suggest } from '../../core/problems/suggest.ts';
import { freeName, refuse, writeNew } from '../../runner/examples/new-file.ts';

/**
 * Writes a new article, the last of its track: `track/slug`.
 * @returns its path
 * @throws ProblemError where the name is none, the track is unknown, or the file is there
 */
export async function newArticle(
  root: string,
  word: string,
  tracks: readonly string[],
  today: string,
): Promise<string> {
  const plain = word
    .replace(/^\.\//, '')
    .replace(/^content\//, '')
    .replace(/\.mdx$/, '');
  const [track = '', ...rest] = plain.split('/');
  const slug = rest.join('/');
  const better =
    rest
      .join('-')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'first-steps';
  if (!tracks.includes(track)) {
    const guess = suggest(track, tracks);
    refuse([
      {
        file: word,
        title: `There is no track "${track}"${guess === '' ? '' : `; ${guess}`}`,
        remedy: `Choose one of src/site.config.ts, or add it there: npm run new -- --article ${/"(.+)"/.exec(guess)?.[1] ?? tracks[0] ?? 'track'}/${better}`,
      },
    ]);
  }
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug))
    refuse([
      {
        file: word,
        title: 'An article is named track/slug; the slug is lower-case words with hyphens between them.',
        remedy: `npm run new -- --article ${track}/${better}`,
      },
    ]);
  const file = `content/${track}/${slug}.mdx`;
  if (existsSync(join(root, file)))
    refuse([
      {
        file,
        title: 'The article exists.',
        remedy: `Take another name: npm run new -- --article ${freeName(`${track}/${slug}`, name => existsSync(join(root, 'content', `${name}.mdx`)), '-')}`,
      },
    ]);
  const title = slug.replaceAll('-', ' ').replace(/^./, first => first.toUpperCase());
  return writeNew(
    root,
    file,
    `---\ntitle: ${yamlText(title)}\nsubtitle: One line under the title\nsummary: One or two sentences for the reader who decides whether to read on.\nlevel: Beginner\norder: ${await nextOrder(join(root, 'content', track))}\nupdated: ${today}\n---\n\nSay what the reader will be able to do.\n\n## First section\n\nShow an example: make one with "npm run new -- topic/name", then put it here.\n`,
  );
}

/** The place behind the last article of a track. */
async function nextOrder(folder: string): Promise<number> {
  const names = existsSync(folder) ? (await readdir(folder)).filter(name => name.endsWith('.mdx')) : [];
  const orders = await Promise.all(
    names.map(async name =>
      Number(/^order: *(\d+)/m.exec(await readFile(join(folder, name), 'utf8'))?.[1] ?? 0),
    ),
  );
  return Math.max(0, ...orders) + 1;
}

/** What YAML would read as something else than text is quoted: a number, a truth value, nothing. https://yaml.org/spec/1.2.2/#1032-tag-resolution */
function yamlText(text: string): string {
  return /^(?:[\d.+-].*|true|false|null|yes|no|on|off|y|n)$/i.test(text) ? `"${text}"` : text;
}
