import { idOf } from '../../core/example/example.ts';
import type { SourcePosition } from '../../core/problems/problem.ts';
import { articleFiles, readArticleFile } from '../article/article-files.ts';
import { scan } from '../article/parse-mdx.ts';

/**
 * Where articles show each example, by its id: in the order of the articles, and of their lines.
 * An article that is not MDX shows nothing here; a build reports what is wrong with it.
 */
export async function shownAt(root: string): Promise<ReadonlyMap<string, readonly SourcePosition[]>> {
  const usages = (await articleFiles(root)).flatMap(file => {
    const { value } = scan(readArticleFile(root, file).source, file);
    return (value?.references ?? []).map(({ props, position: { line, column } }) => ({
      id: idOf(String(props.file)),
      place: { file, line, column },
    }));
  });
  const byId = Map.groupBy(usages, ({ id }) => id);
  return new Map([...byId].map(([id, all]) => [id, all.map(({ place }) => place)]));
}
