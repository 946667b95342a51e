import { stripVTControlCharacters } from 'node:util';
import type { OutputChange, Excerpt } from '../../core/verdict/output-change.ts';
import { countRuns, type Ledger } from '../../core/ledger/ledger.ts';
import { location, type Problem, type SourcePosition } from '../../core/problems/problem.ts';
import { pythonName } from '../../core/python-version.ts';
import { countVerdicts, VERDICTS } from '../../core/verdict/verdict.ts';
import type { ReportContext } from '../text/report-context.ts';
import { bounded, code, fence, folded, prose, type Section } from '../text/markdown-text.ts';
import { type Shortfall, shortfallsOf, skippedOf } from '../text/shortfall.ts';
import { summary } from './text.ts';

/** Ledger → Markdown for a job's summary: counts, then each example that falls short with its output before and now. @param limit bytes that it may have */
export function markdownReport(ledger: Ledger, context: ReportContext = {}, limit?: number): string {
  const { strict = false } = context;
  const skipped = skippedOf(ledger, strict).map(
    ({ id, problems }) =>
      `- ${code(id)}: ${prose(problems.map(({ title, detail = '' }) => `${title} ${detail.trim()}`.trim()).join(' '))}`,
  );
  const notes = ledger.entries.flatMap(({ id, note }) =>
    note === undefined ? [] : [`- ${code(id)}: ${prose(note)}`],
  );
  const strays = ledger.problems.map(problem => ({
    full: problemText(problem, context),
    brief: `- ${prose(location(problem))}`,
  }));
  return bounded(
    [`## Examples: ${stripVTControlCharacters(summary(ledger))}`, ...countTable(ledger)].join('\n\n'),
    [
      ...shortfallsOf(ledger, strict).map(each => section(each, context)),
      ...listed('Other problems', strays),
      ...listed('Skipped', skipped.map(asItem)),
      ...listed('Not judged', notes.map(asItem)),
    ],
    'parts of this summary',
    limit,
  );
}

/** What each interpreter says, where any ran. */
function countTable({ entries, interpreters }: Ledger): string[] {
  const rows = [...Map.groupBy(interpreters, pythonName)].flatMap(([name, alike]) => {
    const own = entries.filter(
      ({ python: version = '', gil = true }) => pythonName({ version, gil }) === name,
    );
    const { cached, run } = countRuns(own);
    return own.length === 0
      ? []
      : [
          {
            name: `CPython ${name}`,
            build: [...new Set(alike.map(({ build }) => build))].join('; '),
            counts: countVerdicts(own.map(({ verdict }) => verdict)),
            cached,
            run,
          },
        ];
  });
  const kinds = VERDICTS.filter(kind => rows.some(({ counts }) => counts[kind] > 0));
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  if (rows.length === 0) return [];
  return [
    [
      line(['Interpreter', ...kinds, 'run', 'cached', 'build']),
      line(['---', ...kinds.map(() => '--:'), '--:', '--:', '---']),
      ...rows.map(({ name, build, counts, cached, run }) =>
        line([name, ...kinds.map(kind => counts[kind]), run, cached, prose(build)]),
      ),
    ].join('\n'),
  ];
}

function section(shortfall: Shortfall, context: ReportContext): Section {
  const { id, verdict, pythons, problems, changes = [] } = shortfall;
  const head = `### ${verdict}: ${code(id)}${pythons.length === 0 ? '' : ` under ${pythons.join(', ')}`}`;
  const shown = shownIn(id, context);
  const outputs = changes.flatMap(outputsOf);
  return {
    full: [head, ...shown, ...problems.map(problem => problemText(problem, context)), ...outputs].join(
      '\n\n',
    ),
    brief: [
      head,
      ...problems.map(problem => `${prose(location(problem))}: ${prose(problem.title.slice(0, 500))}`),
    ].join('\n\n'),
  };
}

/** `Shown in content/a/b.mdx:12, 40.` */
function shownIn(id: string, context: ReportContext): string[] {
  if (context.shownAt === undefined) return [];
  const places = context.shownAt.get(id);
  if (places === undefined) return ['No page shows it.'];
  return [`Shown in ${places.map(place => linked(place, context)).join(', ')}.`];
}

function problemText(problem: Problem, context: ReportContext): string {
  const { title, detail, remedy } = problem;
  return [
    `${linked(problem, context)}: ${prose(title)}`,
    ...(detail === undefined ? [] : [fence(detail, /^[-+]/m.test(detail) ? 'diff' : 'text')]),
    ...(remedy ? [`**${prose(remedy)}**`] : []),
  ].join('\n\n');
}

function linked(
  place: Partial<SourcePosition> & Pick<SourcePosition, 'file'>,
  { files }: ReportContext,
): string {
  const words = prose(location(place));
  const { file, line } = place;
  return files === undefined
    ? words
    : `[${words}](${files}${file.split('/').map(encodeURIComponent).join('/')}${line === undefined ? '' : `#L${line}`})`;
}

const STREAM_NAMES = { out: 'Output', err: 'Error output' } as const satisfies Record<
  OutputChange['stream'],
  string
>;

/** What stood there, and what stands there now, each whole. */
function outputsOf({ stream, before, after }: OutputChange): string[] {
  const name = STREAM_NAMES[stream];
  return [
    ...(before === undefined ? [] : [excerptText(`${name} before: the recording`, before)]),
    excerptText(`${name} after: this run`, after),
  ];
}

function excerptText(title: string, { text, omitted }: Excerpt): string {
  if (text === '') return folded(`${title}, nothing`, 'It is empty.');
  const end =
    omitted > 0
      ? `, cut: ${omitted} more characters`
      : text.endsWith('\n')
        ? ''
        : ', without a line feed at its end';
  return folded(`${title}${end}`, fence(text, 'text'));
}

const asItem = (text: string): Section => ({ full: text, brief: text });

/** Lines of a list below a heading of its own; the heading goes with the first. */
function listed(heading: string, items: readonly Section[]): Section[] {
  return items.map(({ full, brief }, index) =>
    index > 0 ? { full, brief } : { full: `### ${heading}\n\n${full}`, brief: `### ${heading}\n\n${brief}` },
  );
}
