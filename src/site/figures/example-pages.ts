import { contractSentence } from '../../core/contract/contract-schema.ts';
import { pythonName, pythonNames } from '../../core/python-version.ts';
import { exampleUrl } from '../routes.ts';
import { wholeFigure } from './build-figure.ts';
import type { FigureSources } from './build-reference.ts';
import type { SoundExample, VerifiedRecording } from './checked-example.ts';
import type { AnyFigure, Figure } from './figure.ts';

/** What the page of an example shows. */
export interface ExamplePage extends Pick<
  Figure,
  'id' | 'file' | 'entry' | 'verdict' | 'python' | 'promise' | 'otherVersions'
> {
  /** `/examples/threading/lock/` */
  readonly href: string;
  readonly requiresPython?: string | undefined;
  /** Each recording that this build verified: under which versions, and what it was accepted on. */
  readonly recordings: readonly {
    readonly python: string;
    readonly accepted: string;
    readonly runs: number;
    readonly sha256: string;
  }[];
  /** Key of the figure that shows the whole file and its output. */
  readonly figure: string;
  /** Paths of the articles that show it, relative to the project. */
  readonly articles: readonly string[];
}

/**
 * A page for every example whose block and markers are right.
 * @param shownIn ids that each article shows, by the article's path
 * @param register keeps a figure and returns its key
 */
export function examplePages(
  { examples, highlighter }: FigureSources,
  shownIn: ReadonlyMap<string, readonly string[]>,
  register: (figure: AnyFigure) => string,
): readonly ExamplePage[] {
  const sound = [...examples.values()].filter(
    (checked): checked is SoundExample => checked.example !== undefined,
  );
  const usages = [...shownIn].flatMap(([path, ids]) => ids.map(id => ({ id, path })));
  const usagesOf = Map.groupBy(usages, ({ id }) => id);
  return sound.map(checked => {
    const { example, verified } = checked;
    const figure = wholeFigure(checked, highlighter);
    const { id, file, entry, verdict, python, otherVersions } = figure;
    return {
      id,
      href: exampleUrl(id),
      file,
      entry,
      verdict,
      python,
      otherVersions,
      requiresPython: example.metadata.requiresPython,
      promise: contractSentence(example.contract),
      recordings: verified.flatMap(acceptedRecording),
      figure: register(figure),
      articles: (usagesOf.get(id) ?? []).map(({ path }) => path),
    };
  });
}

function acceptedRecording({
  recording: { receipt },
  pythons,
}: VerifiedRecording): ExamplePage['recordings'] {
  if (receipt === undefined) return [];
  const accepted = pythonName({ version: receipt.python, gil: receipt.gil ?? true });
  return [{ python: pythonNames(pythons), accepted, runs: receipt.runs, sha256: receipt.sha256 }];
}
