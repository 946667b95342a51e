import { showRanges } from '../../../core/text/lines.ts';
import type { Words } from '../../../core/words/en/en.ts';
import type { PlannedFigure } from './article-blocks.ts';
import type { AuditedExample } from './audit-plan.ts';
import type { AuditedRecording } from './recordings/audited-recording.ts';
import { expectedChange, isElsewhere } from './expected-change.ts';
import { collapse, expectedCode, expectedNumbers } from './text/expected-text.ts';
import { namedLineNumbers } from './text/named-line-numbers.ts';
import { expectedArtifact } from './artifacts/expected-artifact.ts';
import { fileLines } from './sample/expected-files.ts';
import { lineButton } from './sample/expected-button.ts';
import { shownOf } from './shown-recording.ts';
import { expectedHang } from './results/expected-hang.ts';
import { expectedOutcomes } from './results/expected-outcomes.ts';
import { noteClaim, noteListLines } from './figure/expected-notes.ts';
import { panels } from './figure/expected-panels.ts';
import { headLines, proofLines } from './figure/expected-proof.ts';

/** The lines of a figure: the example, and a tab for each of its variants if its code is shown. */
export function figureLines(
  figure: PlannedFigure,
  example: AuditedExample,
  anchor: string,
  base: string,
  words: Words,
): string[] {
  const { hasCode } = figure;
  const tab = (each: AuditedExample, group: string): string[] =>
    tabLines(figure, each, { anchor, base, group }, words);
  const name = `${anchor}-variant`;
  const content =
    hasCode && example.variants.length > 0
      ? [
          'fieldset.variants: ',
          `legend: ${words.figure.tabs(anchor)}`,
          ...[example, ...example.variants].flatMap((each, index) => [
            `input${index === 0 ? '[checked=]' : ''}[id=${name}-${index + 1}][name=${name}]: `,
            `label[for=${name}-${index + 1}]: ${labelOf(each, words)}`,
            'div.variant: ',
            ...tab(each, index === 0 ? `${anchor}-python` : `${name}-${index + 1}-python`),
          ]),
        ]
      : tab(example, `${anchor}-python`);
  return [
    'figure.example: ',
    ...(hasCode ? ['span.language: Python', `span.name: ${collapse(example.title)}`] : []),
    ...content,
  ];
}

function labelOf({ change }: AuditedExample, { figure }: Words): string {
  return change === undefined ? figure.asWritten : change.name.replace(/^./, letter => letter.toUpperCase());
}

/** Where a tab is: the anchor of its figure, the path of the site, and the name of its radio buttons. */
type TabPlace = Readonly<Record<'anchor' | 'base' | 'group', string>>;

function tabLines(
  figure: PlannedFigure,
  example: AuditedExample,
  { anchor, base, group }: TabPlace,
  words: Words,
): string[] {
  const { result } = words;
  const { hasCode, hasOutput, region, block, alone } = figure;
  const { id, download, title, verdict, reason, recordings, otherVersions, change } = example;
  const isTab = hasCode && change !== undefined;
  const name = isTab ? `${anchor}, ${change.name}` : anchor;
  const counted = example.outcomes === undefined || !hasOutput ? [] : recordings;
  const shown = recordings.map(each => shownOf(each, figure));
  const versions = counted.length === 0 && shown.some(each => hasOutputOf(each)) ? shown : [];
  const of = change === undefined ? title : `${title}, ${change.name}`;
  const heading = hasCode ? undefined : of;
  // Marks, and a range of the output, are those of the example as written.
  const own = isTab ? { ...figure, lines: undefined } : figure;
  const panelsOf = (recording: AuditedRecording, by = ''): string[] => [
    ...panels(id, own, recording, name, { of: by, title: heading, words }),
    ...expectedHang(recording.waits ?? '', {
      id,
      name: `${name}${by}`,
      tag: recording.tag,
      title: heading,
      base,
      result,
      isVariant: change !== undefined,
    }),
    ...recording.artifacts.flatMap(artifact =>
      expectedArtifact(artifact, {
        ...{ id, name: `${name}${by}`, tag: recording.tag, title: heading, base, result },
      }),
    ),
  ];
  const skipped = verdict === 'skipped';
  const { figure: said } = words;
  const page = `${base}/examples/${figure.id}/`;
  const file = example.sample?.archive ?? download;
  const link = (href: string, text: string, label: string): string =>
    `a[aria-label=${label}]${text === said.download ? '[download=]' : ''}[href=${href}]: ${text}`;
  const isSame = isTab && isElsewhere(expectedChange(example, region, block));
  return [
    ...(hasCode && isTab ? [changeLine(figure, example, name, words)] : []),
    ...(hasCode && !isTab
      ? fileLines(example, anchor, codeLine(figure, example, anchor, words), words.runLine)
      : []),
    ...(hasCode ? headLines(example, name, base, words) : []),
    ...(isTab ? [] : noteListLines(figure, example.source ?? '', anchor, base, words)),
    ...(isSame ? [`p.panel.no-output: ${said.changedElsewhere}`] : []),
    ...(versions.length > 1
      ? versionLines(versions, name, group, panelsOf, words)
      : versions.flatMap(each => panelsOf(each))),
    ...expectedOutcomes(example, counted, name, heading, words.result),
    ...(change?.isRecorded === false && verdict === 'verified'
      ? [`p.panel.no-output: ${said.differsAlways}`]
      : []),
    ...(skipped ? [`p.skipped: ${collapse(reason)}`, `strong: ${said.notRun}`] : []),
    ...(skipped || verdict === 'verified'
      ? []
      : [`p.not-verified: ${collapse(reason)}`, `strong: ${said.notVerified}`]),
    ...(otherVersions === undefined ? [] : [`p.other-versions: ${said.otherVersions(otherVersions)}`]),
    'div.verdict: ',
    ...proofLines(
      example,
      { name, page: alone ? undefined : page, hasPromise: versions.length + counted.length > 0 },
      words,
    ),
    ...(hasCode ? ['p.actions: ', link(`${base}/${file}`, said.download, said.downloadOf(name))] : []),
    ...(hasCode ? lineButton(example, name, words.runLine) : []),
    ...(hasCode && !alone && !isTab ? [link(`#${anchor}`, said.link, said.linkOf(anchor))] : []),
    ...(hasCode && !alone && (region !== undefined || verdict !== 'verified')
      ? [link(page, said.whole, said.wholeOf(name))]
      : []),
  ];
}

/** Whether a recording holds anything that a panel shows. */
function hasOutputOf({ out, err = '', waits = '', artifacts }: AuditedRecording): boolean {
  return out + err + waits !== '' || artifacts.length > 0;
}

/** The code of a variant: words before the lines that are removed or added, and their numbers. */
function changeLine(
  { region, block }: PlannedFigure,
  example: AuditedExample,
  name: string,
  { figure }: Words,
): string {
  const lines = expectedChange(example, region, block);
  const words = { ' ': '', '-': figure.removed, '+': figure.added };
  const at = (sign: string): number[] =>
    lines.flatMap((line, index) => (line.sign === sign ? [index + 1] : []));
  const ranges = (claim: string, numbers: readonly number[]): string =>
    numbers.length === 0 ? '' : `[${claim}=${showRanges(numbers)}]`;
  const claims = [
    `[aria-label=${figure.code(name)}]`,
    block ? '[data-block=]' : '',
    `[data-code=${example.id}]`,
    region === undefined ? '' : `[data-region=${region}]`,
    `[lines=${showRanges(lines.flatMap(({ sign, number }) => (sign === '-' ? [] : [number])))}]`,
    ranges('removed', at('-')),
    ranges('added', at('+')),
  ];
  const text = lines.map(line => `${words[line.sign]}${line.text}\n`).join('');
  return `pre.code${isElsewhere(lines) ? '' : '.changed'}${claims.join('')}: ${JSON.stringify(text)}`;
}

function codeLine(
  figure: PlannedFigure,
  { source = '' }: AuditedExample,
  anchor: string,
  words: Words,
): string {
  const { id, region, block, highlight, alone } = figure;
  const numbers = expectedNumbers(source, region, block);
  const marked = highlight === undefined ? [] : namedLineNumbers(highlight, source, region, block);
  const marks = marked.length === 0 ? undefined : showRanges(marked);
  const claims = [
    `[aria-label=${words.figure.code(anchor, marks)}]`,
    block ? '[data-block=]' : '',
    `[data-code=${id}]`,
    region === undefined ? '' : `[data-region=${region}]`,
    `[lines=${showRanges(numbers)}]`,
    marked.length === 0 ? '' : `[marked=${showRanges(marked)}]`,
    noteClaim(figure, source, anchor, words),
    alone ? `[ids=${numbers.map(number => `${anchor}-L${number}`).join(' ')}]` : '',
  ];
  return `pre.code${claims.join('')}: ${JSON.stringify(expectedCode(source, region, block))}`;
}

function versionLines(
  versions: readonly AuditedRecording[],
  name: string,
  group: string,
  panelsOf: (recording: AuditedRecording, of: string) => string[],
  { figure }: Words,
): string[] {
  return [
    'fieldset.versions: ',
    `legend: ${figure.byVersion(name)}`,
    ...versions.flatMap((version, index) => [
      `input${index === 0 ? '[checked=]' : ''}[id=${group}-${index + 1}][name=${group}]: `,
      `label[for=${group}-${index + 1}]: Python ${version.label}`,
      'div.version: ',
      ...(hasOutputOf(version)
        ? panelsOf(version, `, CPython ${version.label}`)
        : [`p.panel.no-output: ${figure.noOutput}`]),
    ]),
  ];
}
