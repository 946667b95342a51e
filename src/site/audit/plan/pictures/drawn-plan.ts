import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instance } from '@viz-js/viz';
import { glob } from 'tinyglobby';
import { type DrawnSize, drawnSize } from '../artifacts/drawn-size.ts';

/** A picture of the project. */
interface PictureFile {
  readonly size: DrawnSize | undefined;
  readonly sha256: string;
}

/** What the drawings of a site are compared with. */
export interface DrawnPlan {
  /** By path in the project: `content/a/b.svg`, `src/public/b.svg`. */
  readonly pictures: ReadonlyMap<string, PictureFile>;
  /** What Graphviz draws, by the source of a graph. */
  readonly graphs: ReadonlyMap<string, string>;
}

/** How Graphviz begins each graph of an article. */
const FONT = { fontname: 'Helvetica', fontsize: 14 };
const GRAPHVIZ = {
  format: 'svg',
  graphAttributes: { ...FONT, nodesep: 0.3, ranksep: 0.4 },
  nodeAttributes: { ...FONT, shape: 'box', style: 'rounded', height: 0.45, margin: '0.2,0.08' },
  edgeAttributes: { ...FONT, arrowsize: 0.7 },
};

/** Reads all pictures of a project, and draws graphs. @param sources of the graphs of its articles */
export async function drawnPlan(root: string, sources: readonly string[]): Promise<DrawnPlan> {
  const files = await glob('{content,src/public}/**/*.{svg,png,jpg,jpeg,gif,webp,avif}', { cwd: root });
  const graphviz = sources.length === 0 ? undefined : await instance();
  return {
    pictures: new Map(
      files.map(file => {
        const bytes = readFileSync(join(root, file));
        return [file, { size: sizeIn(file, bytes), sha256: hash('sha256', bytes) }];
      }),
    ),
    graphs: new Map(sources.map(source => [source, graphviz?.renderString(source, GRAPHVIZ) ?? ''])),
  };
}

/** A file that is no picture has no size: what shows it is refused. */
function sizeIn(file: string, bytes: Uint8Array): DrawnSize | undefined {
  try {
    return drawnSize(file, bytes);
  } catch {
    return undefined;
  }
}
