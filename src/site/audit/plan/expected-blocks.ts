import { parseRanges, showRanges } from '../../../core/text/lines.ts';
import type { PlannedBlock, PlannedFigure } from './article-blocks.ts';
import type { AuditedExample, AuditedRecording, AuditPlan } from './audit-plan.ts';
import { expectedCode, expectedNumbers, expectedOutput } from './expected-text.ts';
import { expectedValueLines } from './expected-value.ts';
import { expectedFacts, expectedList, networkText, otherVersionsText } from './expected-verdicts.ts';

// What a page has to show of each block, as the lines that `page/page-blocks.ts` reads from a page: an
// element with its classes and claims, and its own text.

/** Longer outputs are folded. */
const MAX_OPEN_LINES = 20;

const LABELS: Readonly<Record<string, string>> = {
  python: 'Python',
  py: 'Python',
  sh: 'Shell',
  bash: 'Shell',
  shell: 'Shell',
  toml: 'TOML',
  json: 'JSON',
  yaml: 'YAML',
  mdx: 'MDX',
};

/** The lines of a block, or why it must not be shown. `anchor` is the id that the page gives its figure. */
export function expectedLines(
  block: PlannedBlock,
  anchor: string,
  { examples, base }: AuditPlan,
): readonly string[] | string {
  if (block.kind === 'fence') return fenceLines(block);
  if (block.kind === 'callout') return [`p.callout-title: ${collapse(block.title)}`];
  if (block.kind === 'list') return expectedList([...examples.values()], base);
  if (block.kind === 'value') return expectedValueLines(block, examples);
  const example = examples.get(block.id);
  if (example?.source === undefined) return `No example ${block.id} was verified in this build.`;
  if (block.kind === 'facts') return expectedFacts(example);
  return figureLines(block, example, anchor, base);
}

/** Text as a browser shows it: white space collapses. */
export function collapse(text: string): string {
  return text.replaceAll(/[ \t\n\r\f]+/g, ' ').replaceAll(/^ | $/g, '');
}

function fenceLines({ language, unverified, code, label }: PlannedBlock & { kind: 'fence' }): string[] {
  const claim = unverified ? 'unverified' : language;
  return [
    'div.fence: ',
    'p.label: ',
    `span: ${LABELS[language] ?? 'Text'}`,
    ...(unverified ? ['span.not-run: Not run'] : []),
    `pre${label === undefined ? '' : `[aria-label=${label}]`}[data-fence=${claim}]: ${JSON.stringify(code)}`,
  ];
}

function figureLines(figure: PlannedFigure, example: AuditedExample, anchor: string, base: string): string[] {
  const { id, hasCode, hasOutput, region, alone } = figure;
  const { file, title, verdict, reason, recordings, exit, promise, python, otherVersions } = example;
  const shown = hasOutput ? recordings : [];
  const versions = shown.some(({ out, err }) => out + (err ?? '') !== '') ? shown : [];
  const panelsOf = (recording: AuditedRecording, of = ''): string[] =>
    panels(figure, recording, anchor, { of, title: hasCode ? undefined : title });
  const skipped = verdict === 'skipped';
  const link = (href: string, text: string, label = `${text} ${anchor}`): string =>
    `a[aria-label=${label}]${text === 'Download' ? '[download=]' : ''}[href=${href}]: ${text}`;
  const more = region === undefined ? 'Verification' : 'Whole file';
  return [
    'figure.example: ',
    ...(hasCode ? ['span.language: Python', `span.name: ${collapse(title)}`] : []),
    ...(hasCode ? [codeLine(figure, example.source ?? '', anchor)] : []),
    ...(versions.length > 1 ? tabs(versions, anchor, panelsOf) : versions.flatMap(each => panelsOf(each))),
    ...(skipped ? [`p.skipped: ${collapse(reason)}`, 'strong: Not run:'] : []),
    ...(skipped || verdict === 'verified'
      ? []
      : [`p.not-verified: ${collapse(reason)}`, 'strong: Not verified:']),
    ...(otherVersions === undefined ? [] : [`p.other-versions: ${otherVersionsText(otherVersions)}`]),
    'div.verdict: ',
    ...(exit === 0 ? [] : [`span: Exit code ${exit}.`]),
    ...(promise === undefined || versions.length === 0 ? [] : [`span: ${collapse(promise)}`]),
    ...(verdict === 'verified'
      ? [`span.checked: Verified with CPython ${python}${networkText(example)}`]
      : []),
    ...(hasCode ? ['p.actions: '] : []),
    ...(hasCode ? [`button[aria-label=Copy ${anchor}][data-copy=]: Copy`] : []),
    ...(hasCode ? [link(`${base}/${file}`, 'Download')] : []),
    ...(hasCode && !alone
      ? [
          link(`#${anchor}`, 'Link', `Link to ${anchor}`),
          link(`${base}/examples/${id}/`, more, `${more} of ${anchor}`),
        ]
      : []),
  ];
}

function codeLine(
  { id, region, block, highlight, alone }: PlannedFigure,
  source: string,
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

function tabs(
  versions: readonly AuditedRecording[],
  anchor: string,
  panelsOf: (recording: AuditedRecording, of: string) => string[],
): string[] {
  return [
    'fieldset.versions: ',
    `legend: Output of ${anchor} by version of Python`,
    ...versions.flatMap((version, index) => [
      `input${index === 0 ? '[checked=]' : ''}[id=${anchor}-python-${index + 1}][name=${anchor}-python]: `,
      `label[for=${anchor}-python-${index + 1}]: Python ${version.label}`,
      'div.version: ',
      ...(version.out + (version.err ?? '') === ''
        ? ['p.panel.no-output: No output']
        : panelsOf(version, `, CPython ${version.label}`)),
    ]),
  ];
}

function panels(
  { id, lines }: PlannedFigure,
  { out, err = '', tag }: AuditedRecording,
  anchor: string,
  { of, title }: { readonly of: string; readonly title: string | undefined },
): string[] {
  const cut = (count: number): string[] => (count > 0 ? [`p.cut: ${countOf(count)} not shown`] : []);
  const panel = (stream: 'out' | 'err', text: string): string[] => {
    if (text === '') return [];
    const label = stream === 'out' ? 'Output' : 'Error output';
    const all = text.replace(/\n$/, '').split('\n').length;
    const [from = 1, to = lines === undefined ? all : from] = lines?.split('-').map(Number) ?? [];
    const count = to <= all ? to - from + 1 : 0;
    const claims = [
      `[aria-label=${label} of ${anchor}${of}]`,
      lines === undefined ? '' : `[data-lines=${from}-${to}]`,
      `[data-output=${id}]`,
      tag === undefined ? '' : `[data-python=${tag}]`,
      `[data-stream=${stream}]`,
    ];
    const isFolded = count > MAX_OPEN_LINES;
    return [
      `${isFolded ? 'details' : 'div'}.panel.${stream}: `,
      `${isFolded ? 'summary' : 'p'}.label: `,
      `span: ${label}`,
      ...(isFolded ? [`span: ${countOf(count)}`] : []),
      ...(title === undefined ? [] : [`span.of: ${collapse(title)}`]),
      ...cut(count === 0 ? all : from - 1),
      `pre${claims.join('')}: ${JSON.stringify(expectedOutput(text, lines && `${from}-${to}`))}`,
      ...cut(count === 0 ? 0 : all - to),
    ];
  };
  return [...panel('out', out), ...panel('err', err)];
}

const countOf = (lines: number): string => `${lines} ${lines === 1 ? 'line' : 'lines'}`;
