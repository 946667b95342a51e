import type { PlannedBlock, PlannedFigure } from './article-blocks.ts';
import type { Words } from '../../../core/words/en/en.ts';
import type { SpokenPlan } from './spoken-plan.ts';
import { type AuditedExample, namedVariant } from './audit-plan.ts';
import { type EditionArtifact, editionArtifact } from './artifacts/edition-artifact.ts';
import { expectedContent } from './artifacts/expected-artifact.ts';
import { editionLines } from '../timeline/edition-lines.ts';
import { outcomeClaim, outcomesOf } from './results/expected-outcomes.ts';
import { noteLines } from './figure/expected-notes.ts';
import { browserText } from './browser/expected-browser.ts';
import { expectedChange, isElsewhere } from './expected-change.ts';
import { differenceSentences } from './results/difference-sentences.ts';
import { surroundingText, verifiedText } from './expected-verdicts.ts';
import { editionFiles } from './sample/edition-files.ts';
import { shownOf } from './shown-recording.ts';
import { expectedCode, expectedOutput } from './text/expected-text.ts';

/** A fenced block that a Markdown edition has to have. */
export interface ExpectedFence {
  readonly language: string;
  /** Facts of its info string, such as `output=basics/greeting`; those without a value are empty text. */
  readonly facts: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What a Markdown edition has to have: its blocks, and its sentences about runs. */
export interface ExpectedEdition {
  readonly fences: readonly ExpectedFence[];
  readonly claims: readonly string[];
  /** Paragraphs that say how a variant, or another version of Python, differs. */
  readonly differences: readonly string[];
  /** The sentences of each of its timelines. */
  readonly timelines: readonly (readonly string[])[];
  /** The files that runs left. */
  readonly artifacts: readonly EditionArtifact[];
}

const NOTHING: ExpectedEdition = { fences: [], claims: [], differences: [], timelines: [], artifacts: [] };

/**
 * What the Markdown edition of an article has to show of its blocks.
 * @param site the address of the site: `https://name.github.io/project`
 */
export function expectedEdition(
  blocks: readonly PlannedBlock[],
  { examples, browser, words }: Pick<SpokenPlan, 'examples' | 'browser' | 'words'>,
  site: string,
): ExpectedEdition {
  const parts = blocks.map((block): ExpectedEdition => {
    if (block.kind === 'formula' && block.isBlock)
      return { ...NOTHING, fences: [{ language: 'math', facts: {}, text: `${block.tex}\n` }] };
    if (block.kind === 'diagram')
      return { ...NOTHING, fences: [{ language: 'dot', facts: {}, text: `${block.source}\n` }] };
    if (block.kind === 'fence') {
      const { language, unverified, code } = block;
      const facts: Record<string, string> = unverified ? { unverified: '' } : {};
      return { ...NOTHING, fences: [{ language, facts, text: code === '\n' ? '' : code }] };
    }
    const original = 'id' in block ? examples.get(block.id) : undefined;
    if (block.kind === 'timeline' && original !== undefined) {
      const { lines, claims } = editionLines(block, original, words.timeline);
      return { ...NOTHING, claims, timelines: [lines] };
    }
    if (block.kind !== 'figure' || original === undefined) return NOTHING;
    const { variant } = block;
    const example = variant === undefined ? original : namedVariant(original, variant);
    if (example === undefined) return NOTHING;
    const variants = block.hasCode ? example.variants : [];
    // A range of the output is that of the example as written.
    const tab = { ...block, lines: undefined };
    const of = (figure: PlannedFigure, each: AuditedExample): ExpectedEdition[] => {
      const text = figure.hasCode ? browserText(each, browser, words.result) : undefined;
      const claims = text === undefined ? [] : [`${text}.`];
      const { verdict, otherVersions } = each;
      const change = figure.hasCode ? each.change : undefined;
      const isSame = change !== undefined && isElsewhere(expectedChange(each, figure.region, figure.block));
      const { before, after } = differenceSentences(
        { change, isElsewhere: isSame, isVerified: verdict === 'verified', otherVersions },
        words.result,
      );
      return [
        { ...NOTHING, differences: before },
        figureParts(figure, each, site, words),
        { ...NOTHING, claims, differences: after },
      ];
    };
    return joined([...of(block, example), ...variants.flatMap(each => of(tab, each))]);
  });
  return joined(parts);
}

function joined(parts: readonly ExpectedEdition[]): ExpectedEdition {
  return {
    fences: parts.flatMap(({ fences }) => fences),
    claims: parts.flatMap(({ claims }) => claims),
    differences: parts.flatMap(({ differences }) => differences),
    timelines: parts.flatMap(({ timelines }) => timelines),
    artifacts: parts.flatMap(({ artifacts }) => artifacts),
  };
}

function figureParts(
  figure: PlannedFigure,
  example: AuditedExample,
  site: string,
  { result, runLine }: Words,
): ExpectedEdition {
  const { hasCode, hasOutput, region, block, lines } = figure;
  const { id, verdict, source, recordings, change } = example;
  if (source === undefined) return NOTHING;
  const network = surroundingText(example, result);
  const isCounted = example.outcomes !== undefined && hasOutput;
  const shown = isCounted ? recordings : recordings.map(each => shownOf(each, figure));
  const versions =
    isCounted ||
    shown.some(each => each.out + (each.err ?? '') + (each.waits ?? '') !== '' || each.artifacts.length > 0)
      ? shown
      : [];
  const range = lines === undefined ? undefined : rangeOf(lines);
  const outputs = versions.map(recording => {
    const { out, err, waits = '', tag, python: by, artifacts } = recording;
    const verified = result.by(by, network);
    if (example.outcomes !== undefined) {
      const rows = outcomesOf(example, recording);
      return {
        fences: rows.map(({ prints, count, runs }, index) => {
          const facts = {
            output: id,
            outcome: `${index + 1}`,
            count: `${count}`,
            runs: `${runs}`,
            python: tag,
          };
          return textFence('text', facts, expectedOutput(prints, undefined));
        }),
        claims: [verified, ...rows.map((row, index) => outcomeClaim(row, index, result))],
        artifacts: [],
      };
    }
    const fences = [
      { stream: 'out', printed: out },
      { stream: 'err', printed: err ?? '' },
      { stream: 'waits', printed: waits },
    ].flatMap(({ stream, printed }) =>
      printed === ''
        ? []
        : [
            textFence(
              'text',
              { output: id, stream, python: tag, lines: stream === 'waits' ? undefined : range },
              expectedOutput(printed, stream === 'waits' ? undefined : range),
            ),
          ],
    );
    const files = artifacts.map(artifact => editionArtifact(artifact, verified, site, result));
    const texts = artifacts.flatMap(artifact => {
      const content = expectedContent(artifact);
      const language = artifact.name.endsWith('.json') ? 'json' : 'text';
      const facts = { artifact: id, name: artifact.name, python: tag };
      return content.kind === 'text' ? [textFence(language, facts, content.text)] : [];
    });
    const claims = Array<string>(Math.max(1, fences.length + files.length)).fill(verified);
    return { fences: [...fences, ...texts], claims, artifacts: files };
  });
  const codeText =
    change === undefined
      ? expectedCode(source, region, block)
      : expectedChange(example, region, block)
          .map(({ sign, text }) => `${sign}${text}\n`)
          .join('');
  const noted = change === undefined ? noteLines(figure, source).join(',') : '';
  const facts = { code: id, region, block: block ? '' : undefined, notes: noted || undefined };
  const code = textFence(change === undefined ? 'python' : 'diff', facts, codeText);
  const beside = hasCode && change === undefined ? editionFiles(example, runLine) : { texts: [], claims: [] };
  const files = beside.texts.map(file => textFence('text', file.facts, file.text));
  return {
    fences: [...(hasCode ? [code] : []), ...files, ...outputs.flatMap(({ fences }) => fences)],
    claims: [
      ...beside.claims,
      ...(verdict === 'verified' && versions.length === 0
        ? [`${verifiedText(example, result)}.`]
        : outputs.flatMap(({ claims }) => claims)),
    ],
    differences: [],
    timelines: [],
    artifacts: outputs.flatMap(({ artifacts }) => artifacts),
  };
}

/** `2` → `2-2` */
function rangeOf(lines: string): string {
  const [from, to = from] = lines.split('-').map(Number);
  return `${from}-${to}`;
}

function textFence(
  language: string,
  facts: Readonly<Record<string, string | undefined>>,
  text: string,
): ExpectedFence {
  const isOpen = text !== '' && !text.endsWith('\n');
  const all = { ...facts, 'no-final-newline': isOpen ? '' : undefined };
  const known = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return { language, facts: Object.fromEntries(known), text };
}
