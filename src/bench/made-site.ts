import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digest } from '../core/recording.ts';
import { madeArticles } from './articles.ts';

/** What of this project a site is made of, besides its articles and examples. */
const PARTS = ['src', 'scripts', 'package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json'] as const;

/**
 * A site of `count` articles in a folder of its own, that uses what `project` has installed. Its recordings are written, not
 * recorded, as what each example prints is known: whoever looks at an example finds that out.
 */
export async function makeSite(project: string, folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const part of PARTS) await cp(join(project, part), join(folder, part), { recursive: true });
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  for (const { name, mdx, examples } of madeArticles(count)) {
    await write(join(folder, 'content/advanced', `${name}.mdx`), mdx);
    for (const { path, source, out } of examples) {
      const file = join(folder, 'examples', path);
      await write(file, source);
      await write(file.replace(/\.py$/, '.out'), out);
      await write(file.replace(/\.py$/, '.recorded.json'), JSON.stringify({ sha256: digest({ out }), python: '3.13.0', runs: 1 }));
    }
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
