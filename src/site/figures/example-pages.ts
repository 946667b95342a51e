import { contractSentence } from '../../core/contract/describe-contract.ts';
import { pythonName, pythonNames } from '../../core/python-version.ts';
import type { VerdictKind } from '../../core/verdict/verdict.ts';
import { exampleUrl } from '../routes.ts';
import type { SoundExample } from './example-figure.ts';
import type { VerifiedRecording } from './checked-example.ts';
import type { FigureBuilder } from './figure-builder.ts';
import type { AnyFigure } from './figure.ts';

/** What the site shows of an example by itself. */
export interface ExamplePage {
  readonly id: string;
  /** `/examples/threading/lock/` */
  readonly href: string;
  /** Relative to the project, and to the site: `examples/threading/lock.py`. */
  readonly file: string;
  readonly entry: string;
  readonly verdict: VerdictKind;
  /** Versions of CPython that verified it: `3.14.10, 3.13.0 free-threaded`. */
  readonly python?: string | undefined;
  readonly requiresPython?: string | undefined;
  /** What is promised of the output, in words; absent if every byte is. */
  readonly promise?: string | undefined;
  /** Each recording that this build verified: under which versions, and what it was accepted on. */
  readonly recordings: readonly AcceptedRecording[];
  /** Versions whose own recordings this build did not verify. */
  readonly otherVersions?: string | undefined;
  /** Key of the figure that shows the whole file and its output. */
  readonly figure: string;
  /** Paths of the articles that show it, relative to the project. */
  readonly articles: readonly string[];
}

interface AcceptedRecording {
  readonly python: string;
  readonly accepted: string;
  readonly runs: number;
  readonly sha256: string;
}

/**
 * A page for every example whose block and markers are right.
 * @param shownIn ids that each article shows, by the article's path
 * @param register keeps a figure and returns its key
 */
export function examplePages(
  builder: FigureBuilder,
  shownIn: ReadonlyMap<string, readonly string[]>,
  register: (figure: AnyFigure) => string,
): readonly ExamplePage[] {
  const sound = [...builder.examples.values()].filter(
    (checked): checked is SoundExample => checked.example !== undefined,
  );
  return sound.map(checked => {
    const { example, entry, verified } = checked;
    const figure = builder.whole(checked);
    return {
      id: example.id,
      href: exampleUrl(example.id),
      file: example.file,
      entry: example.entry,
      verdict: entry.verdict,
      python: figure.python,
      requiresPython: example.metadata.requiresPython,
      promise: contractSentence(example.contract),
      recordings: verified.flatMap(acceptedRecording),
      otherVersions: figure.otherVersions,
      figure: register(figure),
      articles: [...shownIn].filter(([, ids]) => ids.includes(example.id)).map(([file]) => file),
    };
  });
}

function acceptedRecording({ recording: { receipt }, pythons }: VerifiedRecording): AcceptedRecording[] {
  if (receipt === undefined) return [];
  const accepted = pythonName({ version: receipt.python, gil: receipt.gil ?? true });
  return [{ python: pythonNames(pythons), accepted, runs: receipt.runs, sha256: receipt.sha256 }];
}
