import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** Pagefind's own user interfaces: ours is another, and theirs are not the same bytes in every build. */
const INTERFACE = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/**
 * Writes Pagefind's index of the built articles to `dist/pagefind/`. Only what stands in an element with `data-pagefind-body` is found.
 * @param tracks folders of the articles: no other page has such an element, and there are three times as many
 */
export async function writeSearchIndex(dist: string, tracks: readonly string[]): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (index === undefined) throw new Error(`Pagefind: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: dist, glob: `${tracks.length === 1 ? tracks[0] : `{${tracks.join(',')}}`}/**/*.html` });
  const written = await index.getFiles();
  await close();
  const problems = [...added.errors, ...written.errors];
  if (problems.length > 0) throw new Error(`Pagefind: ${problems.join('; ')}`);
  for (const { path, content } of written.files.filter((file) => !INTERFACE.test(file.path))) {
    const file = join(dist, 'pagefind', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
