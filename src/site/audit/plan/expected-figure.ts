import type { Words } from '../../../core/words/en/en.ts';
import { parseRanges, showRanges } from '../../../core/text/lines.ts';
import type { PlannedFigure } from './article-blocks.ts';
import type { AuditedExample } from './audit-plan.ts';
import type { AuditedRecording } from './recordings/audited-recording.ts';
import { runButton } from './browser/expected-browser.ts';
import { expectedChange, isElsewhere } from './expected-change.ts';
import { collapse, expectedCode, expectedNumbers, expectedOutput } from './text/expected-text.ts';
import { expectedStyles } from './text/expected-styles.ts';
import { expectedArtifact } from './artifacts/expected-artifact.ts';
import { fileLines } from './sample/expected-files.ts';
import { lineButton } from './sample/expected-button.ts';
import { shownOf } from './shown-recording.ts';
import { expectedHang } from './results/expected-hang.ts';
import { expectedOutcomes } from './results/expected-outcomes.ts';
import type { Spoken, SpokenPlan } from './language/spoken-plan.ts';
import { verifiedText } from './expected-verdicts.ts';

/** Longer outputs are folded. */
const MAX_OPEN_LINES = 20;

/** The lines of a figure: the example, and a tab for each of its variants if its code is shown. */
export function figureLines(
  figure: PlannedFigure,
  example: AuditedExample,
  anchor: string,
  { base, words, language }: Pick<SpokenPlan, 'base' | 'words' | 'language'>,
): string[] {
  const { hasCode } = figure;
  const tab = (each: AuditedExample, group: string): string[] =>
    tabLines(figure, each, { anchor, base, group, words, language });
  const name = `${anchor}-variant`;
  const content =
    hasCode && example.variants.length > 0
      ? [
          'fieldset.variants: ',
          `legend: Code and output of ${anchor}, as written and changed`,
          ...[example, ...example.variants].flatMap((each, index) => [
            `input${index === 0 ? '[checked=]' : ''}[id=${name}-${index + 1}][name=${name}]: `,
            `label[for=${name}-${index + 1}]: ${labelOf(each)}`,
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

function labelOf({ change }: AuditedExample): string {
  return change === undefined ? 'As written' : change.name.replace(/^./, letter => letter.toUpperCase());
}

/** Where a tab is: the anchor of its figure, the path of the site, and the name of its radio buttons. */
type TabPlace = Readonly<Record<'anchor' | 'base' | 'group', string>> & Spoken;

function tabLines(
  figure: PlannedFigure,
  example: AuditedExample,
  { anchor, base, group, words, language }: TabPlace,
): string[] {
  const { result } = words;
  const { hasCode, hasOutput, region, block, alone } = figure;
  const { id, download, title, verdict, reason, recordings, exit, otherVersions, change } = example;
  const promise = example.promiseIn[language];
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
    ...panels(id, own, recording, name, { of: by, title: heading, result }),
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
  const link = (href: string, text: string, label = `${text} ${name}`): string =>
    `a[aria-label=${label}]${text === 'Download' ? '[download=]' : ''}[href=${href}]: ${text}`;
  const more = region === undefined ? 'Verification' : 'Whole file';
  const isSame = isTab && isElsewhere(expectedChange(example, region, block));
  return [
    ...(hasCode && isTab ? [changeLine(figure, example, name)] : []),
    ...(hasCode && !isTab
      ? fileLines(example, anchor, codeLine(figure, example, anchor), words.runLine)
      : []),
    ...(isSame ? [`p.panel.no-output: ${result.changedElsewhere}`] : []),
    ...(versions.length > 1
      ? versionLines(versions, name, group, panelsOf, result)
      : versions.flatMap(each => panelsOf(each))),
    ...expectedOutcomes(example, counted, name, heading, result),
    ...(change?.isRecorded === false && verdict === 'verified'
      ? [`p.panel.no-output: ${result.differsAlways}`]
      : []),
    ...(skipped ? [`p.skipped: ${collapse(reason)}`, `strong: ${result.notRun}`] : []),
    ...(skipped || verdict === 'verified'
      ? []
      : [`p.not-verified: ${collapse(reason)}`, `strong: ${result.notVerified}`]),
    ...(otherVersions === undefined ? [] : [`p.other-versions: ${result.otherVersions(otherVersions)}`]),
    'div.verdict: ',
    ...(exit === 0 ? [] : [`span: ${result.exitCode(exit)}`]),
    ...(promise === undefined || versions.length + counted.length === 0
      ? []
      : [`span: ${collapse(promise)}`]),
    ...(verdict === 'verified' ? [`span.checked: ${verifiedText(example, result)}`] : []),
    ...(hasCode ? ['p.actions: ', ...runButton(example, name, base)] : []),
    ...(hasCode ? [`button[aria-label=Copy ${name}][data-copy=]: Copy`] : []),
    ...(hasCode ? [link(`${base}/${example.sample?.archive ?? download}`, 'Download')] : []),
    ...(hasCode ? lineButton(example, name, words.runLine) : []),
    ...(hasCode && !alone && !isTab ? [link(`#${anchor}`, 'Link', `Link to ${anchor}`)] : []),
    ...(hasCode && !alone ? [link(`${base}/examples/${figure.id}/`, more, `${more} of ${name}`)] : []),
  ];
}

/** Whether a recording holds anything that a panel shows. */
function hasOutputOf({ out, err = '', waits = '', artifacts }: AuditedRecording): boolean {
  return out + err + waits !== '' || artifacts.length > 0;
}

/** The code of a variant: words before the lines that are removed or added, and their numbers. */
function changeLine({ region, block }: PlannedFigure, example: AuditedExample, name: string): string {
  const lines = expectedChange(example, region, block);
  const words = { ' ': '', '-': 'Removed: ', '+': 'Added: ' };
  const at = (sign: string): number[] =>
    lines.flatMap((line, index) => (line.sign === sign ? [index + 1] : []));
  const ranges = (claim: string, numbers: readonly number[]): string =>
    numbers.length === 0 ? '' : `[${claim}=${showRanges(numbers)}]`;
  const claims = [
    `[aria-label=Code of ${name}]`,
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
  { id, region, block, highlight, alone }: PlannedFigure,
  { source = '' }: AuditedExample,
  anchor: string,
): string {
  const numbers = expectedNumbers(source, region, block);
  const marked = [...(parseRanges(highlight ?? '') ?? [])].map(line => numbers[line - 1] ?? 0);
  const marks = marked.length === 0 ? '' : `, marked: ${showRanges(marked)}`;
  const claims = [
    `[aria-label=Code of ${anchor}${marks}]`,
    block ? '[data-block=]' : '',
    `[data-code=${id}]`,
    region === undefined ? '' : `[data-region=${region}]`,
    `[lines=${showRanges(numbers)}]`,
    marked.length === 0 ? '' : `[marked=${showRanges(marked)}]`,
    alone ? `[ids=${numbers.map(number => `${anchor}-L${number}`).join(' ')}]` : '',
  ];
  return `pre.code${claims.join('')}: ${JSON.stringify(expectedCode(source, region, block))}`;
}

function versionLines(
  versions: readonly AuditedRecording[],
  name: string,
  group: string,
  panelsOf: (recording: AuditedRecording, of: string) => string[],
  result: Words['result'],
): string[] {
  return [
    'fieldset.versions: ',
    `legend: Output of ${name} by version of Python`,
    ...versions.flatMap((version, index) => [
      `input${index === 0 ? '[checked=]' : ''}[id=${group}-${index + 1}][name=${group}]: `,
      `label[for=${group}-${index + 1}]: Python ${version.label}`,
      'div.version: ',
      ...(hasOutputOf(version)
        ? panelsOf(version, `, CPython ${version.label}`)
        : [`p.panel.no-output: ${result.noOutput}`]),
    ]),
  ];
}

function panels(
  id: string,
  { lines }: Pick<PlannedFigure, 'lines'>,
  { out, err = '', tag }: AuditedRecording,
  anchor: string,
  {
    of,
    title,
    result,
  }: { readonly of: string; readonly title: string | undefined; readonly result: Words['result'] },
): string[] {
  const cut = (count: number): string[] => (count > 0 ? [`p.cut: ${result.notShown(count)}`] : []);
  const panel = (stream: 'out' | 'err', text: string): string[] => {
    if (text === '') return [];
    const label = stream === 'out' ? result.output : result.errorOutput;
    const all = text.replace(/\n$/, '').split('\n').length;
    const [from = 1, to = lines === undefined ? all : from] = lines?.split('-').map(Number) ?? [];
    const count = to <= all ? to - from + 1 : 0;
    const claims = [
      `[aria-label=${label} of ${anchor}${of}]`,
      lines === undefined ? '' : `[data-lines=${from}-${to}]`,
      `[data-output=${id}]`,
      tag === undefined ? '' : `[data-python=${tag}]`,
      `[data-stream=${stream}]`,
      expectedStyles(text, lines && `${from}-${to}`),
    ];
    const isFolded = count > MAX_OPEN_LINES;
    return [
      `${isFolded ? 'details' : 'div'}.panel.${stream}: `,
      `${isFolded ? 'summary' : 'p'}.label: `,
      `span: ${label}`,
      ...(isFolded ? [`span: ${result.lines(count)}`] : []),
      ...(title === undefined ? [] : [`span.of: ${collapse(title)}`]),
      ...cut(count === 0 ? all : from - 1),
      `pre${claims.join('')}: ${JSON.stringify(expectedOutput(text, lines && `${from}-${to}`))}`,
      ...cut(count === 0 ? 0 : all - to),
    ];
  };
  return [...panel('out', out), ...panel('err', err)];
}
