import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import type { SourcePosition } from '../../core/problems/problem.ts';
import { idOf } from '../../core/example/example-id.ts';
import { scan } from '../article/parse-mdx.ts';

/**
 * Where the articles below a folder show each example, by its id: in the order of the articles, and of their lines.
 * An article that is not MDX shows nothing here; a build says what is wrong with it.
 */
export async function shownAt(
  root: string,
  content: string,
): Promise<ReadonlyMap<string, readonly SourcePosition[]>> {
  const files = (await glob('**/*.mdx', { cwd: join(root, content) }))
    .sort()
    .map(path => `${content}/${path}`);
  const found = await Promise.all(
    files.map(async file => {
      const { value } = scan(await readFile(join(root, file), 'utf8'), file);
      return (value?.references ?? []).map(({ props, position: { line, column } }) => ({
        id: idOf(String(props.file)),
        place: { file, line, column },
      }));
    }),
  );
  const byExample = Map.groupBy(found.flat(), ({ id }) => id);
  return new Map([...byExample].map(([id, all]) => [id, all.map(({ place }) => place)]));
}
