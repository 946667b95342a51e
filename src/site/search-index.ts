import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/**
 * Writes Pagefind's index of the built pages to `dist/pagefind/`. Only what stands in an element with `data-pagefind-body` is found.
 */
export async function writeSearchIndex(dist: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (index === undefined) throw new Error(`Pagefind: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: dist });
  const written = await index.writeFiles({ outputPath: join(dist, 'pagefind') });
  await close();
  const problems = [...added.errors, ...written.errors];
  if (problems.length > 0) throw new Error(`Pagefind: ${problems.join('; ')}`);
}
