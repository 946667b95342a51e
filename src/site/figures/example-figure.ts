import { contractSentence, expectedExit } from '../../core/contract/contract-schema.ts';
import type { Example } from '../../core/example/example.ts';
import { buildOf, newestFirst, pythonName, pythonNames, tagOf } from '../../core/python-version.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import type { CheckedExample, VerifiedRecording } from './checked-example.ts';
import type { Figure, FigureVersion } from './figure.ts';
import { outputBlock } from './output-block.ts';

/** An example whose block and markers are right. */
export type SoundExample = CheckedExample & { readonly example: Example };

/** What all figures of an example share, with whole outputs. Each figure adds code and cuts outputs. */
export function exampleFigure(
  { example, entry, verified, unverified }: SoundExample,
  highlighter: LineHighlighter,
): Omit<Figure, 'kind' | 'anchor' | 'code'> {
  const exit = expectedExit(example.contract);
  const reason = entry.problems[0]?.title ?? entry.verdict;
  const pythons = newestFirst(verified.flatMap(each => each.pythons));
  return {
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
  { recording: { out, err = '', variant }, pythons }: VerifiedRecording,
  highlighter: LineHighlighter,
): FigureVersion {
  return {
    variant,
    label: [...new Set(pythons.map(python => pythonName(buildOf(tagOf(python)))))].join(', '),
    python: pythonNames(pythons),
    outputs: [
      ...(out === '' ? [] : [outputBlock('out', out, highlighter)]),
      ...(err === '' ? [] : [outputBlock('err', err, highlighter)]),
    ],
  };
}
