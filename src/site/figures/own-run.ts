import type { Example } from '../../core/example/example.ts';
import { escapeHtml } from '../../core/text/escape-html.ts';
import { lockDownload } from '../routes.ts';
import type { Figure, FigureContent } from './parts/figure.ts';
import { lineFor, type NoLine, ownCommand } from './sample/run-line.ts';

/** How a reader runs an example. */
export interface OwnRun {
  /** The lines that fetch it and its variants from the site, as HTML; the first is that of the example. */
  readonly lines: readonly ShownLine[];
  /** Why there is no line for the example; absent if there is one. */
  readonly none?: NoLine | undefined;
  /** Whether the lines need uv. */
  readonly needsUv: boolean;
  /** Whether only a POSIX shell reads all of the lines. */
  readonly isPosix: boolean;
  readonly hangs: boolean;
  readonly network: boolean;
  /** What is downloaded, by its path in the site: the file, or the archive of several. */
  readonly download: string;
  readonly isArchive: boolean;
  /** The command that runs it from its folder, as HTML. */
  readonly ownHtml: string;
  /** Path of the lock of its packages: `examples/data/plot.requirements.txt`. */
  readonly lock?: string | undefined;
}

/** A line for a shell. */
interface ShownLine {
  readonly html: string;
  /** The name of the file that runs. */
  readonly entry: string;
  /** The name of the variant; absent for the example as written. */
  readonly variant?: string | undefined;
}

/** How a reader runs an example and its variants. @param figure the whole of it */
export function ownRun(example: Example, figure: Figure): OwnRun {
  const all: readonly FigureContent[] = [figure, ...figure.variants];
  const runs = all.flatMap(({ line, file, archive, change }) =>
    typeof line === 'string' ? [] : [{ line, file, fetched: archive ?? file, variant: change?.name }],
  );
  const { contract, metadata, files } = example;
  return {
    lines: runs.map(({ line, file, fetched, variant }) => ({
      html: escapeHtml(lineFor(line, fetched)),
      entry: file.replace(/^.*\//, ''),
      variant,
    })),
    none: typeof figure.line === 'string' ? figure.line : undefined,
    needsUv: files.size === 1 || metadata.dependencies.length > 0,
    isPosix: runs.some(({ line }) => line.isPosix),
    hangs: contract.hangs === true,
    network: contract.network,
    download: figure.archive ?? figure.file,
    isArchive: files.size > 1,
    ownHtml: escapeHtml(ownCommand(example)),
    lock: lockDownload(example),
  };
}
