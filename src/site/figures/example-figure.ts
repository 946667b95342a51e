import { expectedExit } from '../../core/contract/contract-schema.ts';
import { contractSentence } from '../../core/contract/describe-contract.ts';
import type { Example } from '../../core/example/example.ts';
import { buildOf, newestFirst, pythonName, pythonNames, tagOf } from '../../core/python-version.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import type { CheckedExample, VerifiedRecording } from './checked-example.ts';
import type { Figure, FigureVersion } from './figure.ts';
import { outputBlock } from './output-block.ts';

/** An example whose block and markers are sound, with what is known of it. */
export type SoundExample = CheckedExample & { readonly example: Example };

/** What all figures of one example have in common; each adds the code that it shows, and cuts the outputs. */
export type ExampleFigure = Omit<Figure, 'kind' | 'anchor' | 'code'> & { readonly example: Example };

/** An example with its checked → what all its figures share, with its outputs whole. */
export function exampleFigure(
  { example, entry, verified, unverified }: SoundExample,
  highlighter: LineHighlighter,
): ExampleFigure {
  const exit = expectedExit(example.contract);
  const reason = entry.problems[0]?.title ?? entry.verdict;
  const pythons = newestFirst(verified.flatMap(each => each.pythons));
  return {
    example,
    id: example.id,
    file: example.file,
    title: example.contract.title ?? example.entry,
    entry: example.entry,
    versions: verified.map(each => versionOf(each, highlighter)),
    exit: exit === 0 ? undefined : exit,
    promise: contractSentence(example.contract),
    verdict: entry.verdict,
    python: verified.length === 0 ? entry.python : pythonNames(pythons),
    notVerified: entry.verdict === 'verified' || entry.verdict === 'skipped' ? undefined : reason,
    skipped: entry.verdict === 'skipped' ? reason : undefined,
    otherVersions: unverified.length === 0 ? undefined : pythonNames(unverified.map(buildOf)),
  };
}

function versionOf(
  { recording: { out, err, variant }, pythons }: VerifiedRecording,
  highlighter: LineHighlighter,
): FigureVersion {
  const streams = [
    ['out', out],
    ['err', err],
  ] as const;
  return {
    variant,
    label: [...new Set(pythons.map(python => pythonName(buildOf(tagOf(python)))))].join(', '),
    python: pythonNames(pythons),
    outputs: streams.flatMap(([stream, text]) =>
      text === undefined || text === '' ? [] : [outputBlock(stream, text, undefined, highlighter)],
    ),
  };
}
