import { hash } from 'node:crypto';
import type { Example } from '../../core/example/example.ts';
import { type VersionChange, versionChanges } from './changes/version-changes.ts';
import { type OwnRun, ownRun } from './own-run.ts';
import { contractSentence, promiseKinds } from '../../core/contract/contract-schema.ts';
import type { Words } from '../../core/words/en/en.ts';
import { newestFirst, pythonName, pythonNames } from '../../core/python-version.ts';
import type { Package } from '../../core/packages/lock.ts';
import { downloadUrl, exampleUrl } from '../routes.ts';
import { linkTo } from '../site-url.ts';
import { publishedFile } from './artifacts/artifact-files.ts';
import { wholeFigure } from './build-figure.ts';
import type { FigureSources } from './build-reference.ts';
import type { CheckedExample, SoundExample, VerifiedRecording } from './parts/checked-example.ts';
import type { AnyFigure, Figure, FigureVariant } from './parts/figure.ts';
import { figureKey } from './figure-registry.ts';
import { buildTimelineFigure } from '../timelines/build-timeline-figure.ts';

/** What the page of an example shows. */
export interface ExamplePage extends Pick<
  Figure,
  'id' | 'file' | 'entry' | 'verdict' | 'python' | 'promise' | 'otherVersions' | 'browser'
> {
  /** Where pages link to: `/examples/threading/lock/`, below the path of the site. */
  readonly href: string;
  readonly requiresPython?: string | undefined;
  /** The keys by which it promises something else than every byte. */
  readonly promises: readonly string[];
  /** All packages with which it was verified, with those that others of them need. */
  readonly packages: readonly Package[];
  /** Each recording that this build verified: under which versions, and what it was accepted on. */
  readonly recordings: readonly AcceptedRecording[];
  /** Whether its runs were counted by what they print: they need not agree. */
  readonly isCounted?: true | undefined;
  readonly variants: readonly VerifiedVariant[];
  /** Key of the figure that shows the whole file and its output. */
  readonly figure: string;
  /** Key of the figure of its timeline; absent if it has none, or none that this build verified. */
  readonly timeline?: string | undefined;
  /** What was verified of its timeline; absent if it has none. */
  readonly watched?: VerifiedTimeline | undefined;
  /** How a reader runs it. Absent in a dev server, which reads examples when their pages are opened. */
  readonly ownRun?: OwnRun | undefined;
  /** What versions of Python changed of what it and its variants print. */
  readonly changes: readonly VersionChange[];
  /** Paths of the articles that show it, relative to the project. */
  readonly articles: readonly string[];
}

/** A file that verified runs left. */
interface AcceptedArtifact {
  readonly name: string;
  /** What it shows, in words. */
  readonly alt: string;
  /** Where pages link to. */
  readonly file: string;
  readonly sha256: string;
}

interface AcceptedRecording {
  readonly python: string;
  readonly accepted: string;
  readonly runs: number;
  readonly sha256: string;
  /** In the order of the contract. */
  readonly artifacts: readonly AcceptedArtifact[];
}

/** What was verified of a variant. */
interface VerifiedVariant extends Pick<Figure, 'file' | 'verdict' | 'python' | 'promise' | 'browser'> {
  /** What is changed: `without the lock`. */
  readonly name: string;
  /** None if only the difference is checked. */
  readonly recordings: readonly AcceptedRecording[];
  readonly isCounted?: true | undefined;
}

/** What was verified of the run that was watched for a timeline. */
interface VerifiedTimeline extends Pick<ExamplePage, 'verdict' | 'python'> {
  readonly recordings: readonly AcceptedRecording[];
}

/**
 * A page for every example whose block and markers are right, and their figures by key.
 * @param shownIn ids that each article shows, by the article's path
 */
export function examplePages(
  { examples, ...look }: FigureSources,
  shownIn: ReadonlyMap<string, readonly string[]>,
): { readonly pages: readonly ExamplePage[]; readonly figures: ReadonlyMap<string, AnyFigure> } {
  const sound = [...examples.values()].filter(
    (checked): checked is SoundExample => checked.example !== undefined,
  );
  const usages = [...shownIn].flatMap(([path, ids]) => ids.map(id => ({ id, path })));
  const usagesOf = Map.groupBy(usages, ({ id }) => id);
  const figures = new Map<string, AnyFigure>();
  const pages = sound.map(checked => {
    const { example, verified } = checked;
    const figure = wholeFigure(checked, look);
    const { value: timeline } = buildTimelineFigure(
      {},
      checked,
      new Set(),
      { file: example.file },
      look.words,
    );
    const [key = '', timelineKey] = [figure, timeline].map(each => each && figureKey(each));
    figures.set(key, figure);
    if (timeline !== undefined && timelineKey !== undefined) figures.set(timelineKey, timeline);
    const { id, file, entry, verdict, python, otherVersions, browser } = figure;
    return {
      id,
      href: linkTo(exampleUrl(id)),
      file,
      entry,
      verdict,
      python,
      otherVersions,
      browser,
      requiresPython: example.metadata.requiresPython,
      packages: checked.packages,
      promise: contractSentence(example.contract, look.words.promise),
      promises: promiseKinds(example.contract),
      recordings: verified.flatMap(each => acceptedRecording(each, example)),
      isCounted: isCounted(example),
      variants: figure.variants.map(variant => verifiedVariant(variant, checked, look.words)),
      ownRun: ownRun(example, figure),
      figure: key,
      timeline: timelineKey,
      watched: checked.timeline && verifiedTimeline(checked.timeline),
      changes: versionChanges(checked),
      articles: (usagesOf.get(id) ?? []).map(({ path }) => path),
    };
  });
  return { pages, figures };
}

function verifiedVariant(
  { id, file, verdict, python, browser, change: { name, isRecorded } }: FigureVariant,
  { variants }: SoundExample,
  words: Words,
): VerifiedVariant {
  const checked = variants.find(({ entry }) => entry.id === id);
  const promise = checked?.example && contractSentence(checked.example.contract, words.promise);
  return {
    name,
    file,
    verdict,
    python,
    browser,
    promise: isRecorded ? promise : 'something else than as written',
    recordings: checked?.verified.flatMap(each => acceptedRecording(each, checked.example)) ?? [],
    isCounted: isCounted(checked?.example),
  };
}

function verifiedTimeline({ entry, verified, verifiedBy }: CheckedExample): VerifiedTimeline {
  const python = verifiedBy.length === 0 ? entry.python : pythonNames(newestFirst(verifiedBy));
  return { verdict: entry.verdict, python, recordings: verified.flatMap(each => acceptedRecording(each)) };
}

function isCounted(example: Pick<SoundExample['example'], 'contract'> | undefined): true | undefined {
  return example?.contract.form === 'outcomes' || undefined;
}

/** @param example whose files the recording holds; absent for a timeline, which has none */
function acceptedRecording(
  { recording: { receipt, tag, artifacts: files }, pythons }: VerifiedRecording,
  example?: Example,
): readonly AcceptedRecording[] {
  if (receipt === undefined) return [];
  const accepted = pythonName({ version: receipt.python, gil: receipt.gil ?? true });
  const artifacts = Object.entries(example?.contract.artifacts ?? {}).flatMap(([name, { alt }]) => {
    const bytes = files?.get(name);
    const file = linkTo(downloadUrl(publishedFile(example?.id ?? '', tag, name)));
    return bytes === undefined ? [] : [{ name, alt, file, sha256: hash('sha256', bytes) }];
  });
  return [{ python: pythonNames(pythons), accepted, runs: receipt.runs, sha256: receipt.sha256, artifacts }];
}
