import { discover } from '../runner/discover.ts';
import { EXAMPLES } from './content.ts';

/** The files that readers download, by path below the site's root: the very bytes that ran. */
export async function downloadableFiles(root: string = process.cwd()): Promise<readonly { readonly path: string; readonly bytes: Uint8Array }[]> {
  const { examples } = await discover(root, EXAMPLES);
  return examples.map(({ file, entry, files }) => ({ path: file, bytes: files.get(entry) ?? new Uint8Array() }));
}
