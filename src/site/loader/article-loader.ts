import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { CONTENT } from '../../core/project-paths.ts';
import { articleFiles, readArticleFile } from '../article/article-files.ts';
import { draftFrontMatter } from './draft-front-matter.ts';

/**
 * Gives Astro every article with its front matter. One whose front matter is wrong is there too: the dev
 * server shows on its page what is wrong. A build has refused it before Astro starts.
 */
export function articleLoader(): Loader {
  return {
    name: 'articles',
    async load({ config, store, watcher, generateDigest, logger }) {
      const root = fileURLToPath(config.root);
      // Its URL path, as `routes.ts` makes it.
      const idOf = (file: string): string => file.slice(CONTENT.length + 1).replace(/\.mdx$/, '');
      const add = (file: string): void => {
        const data = draftFrontMatter(readArticleFile(root, file).source, file);
        // Only the dev server watches, and only there an author reads drafts.
        if (data.draft && watcher === undefined) return void store.delete(idOf(file));
        // MDX alone reads the text itself: saving it changes nothing here.
        const digest = generateDigest({ ...data, file });
        store.set({ id: idOf(file), data, filePath: file, digest, deferredRender: true });
      };
      const update = async (path: string): Promise<void> => {
        const file = relative(root, path).split(sep).join('/');
        if (!file.startsWith(`${CONTENT}/`) || !file.endsWith('.mdx')) return;
        try {
          if ((await articleFiles(root)).includes(file)) add(file);
          else store.delete(idOf(file));
        } catch (error) {
          // Removed while it was read: that is an event of its own.
          if ((error as NodeJS.ErrnoException).code !== 'ENOENT') logger.error(`${file}: ${String(error)}`);
        }
      };
      const files = await articleFiles(root);
      const ids = new Set(files.map(idOf));
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
      for (const file of files) add(file);
      watcher?.add(join(root, CONTENT));
      for (const event of ['change', 'add', 'unlink'] as const) watcher?.on(event, path => void update(path));
    },
  };
}
