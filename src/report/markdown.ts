import { stripVTControlCharacters } from 'node:util';
import { countRuns, entryName, type Ledger, type LedgerEntry } from '../core/ledger/ledger.ts';
import { location, type Problem, type SourcePosition } from '../core/problems/problem.ts';
import { pythonName } from '../core/python-version.ts';
import { countVerdicts, VERDICTS } from '../core/verdict/verdict.ts';
import { type ReportContext, type Shortfall, shortfallsOf, skippedOf } from './shortfall.ts';
import { code, fence, fileTexts, joinSections, outputTexts, prose, type Section } from './markdown-text.ts';
import { escapeLine, summary } from './text.ts';

/**
 * Ledger → Markdown for the summary of a job: counts, then each shortfall with its output before and after.
 * @param limit bytes of the result
 */
export function markdownReport(ledger: Ledger, context: ReportContext = {}, limit?: number): string {
  const { strict = false } = context;
  const problems = ledger.problems.map(problem => ({
    full: problemText(problem, context),
    brief: `- ${place(problem)}`,
  }));
  const skipped = skippedOf(ledger, strict).map(({ name, problems: reasons }) =>
    listItem(name, reasons.map(({ title, detail = '' }) => `${title} ${detail.trim()}`.trim()).join(' ')),
  );
  const notes = ledger.entries.flatMap(({ note, ...entry }) =>
    note === undefined ? [] : [listItem(entryName(entry), note)],
  );
  const online = ledger.entries.flatMap(entry =>
    entry.network === true ? [listItem(entryName(entry), 'It ran with network.')] : [],
  );
  const heading = `## Examples: ${prose(stripVTControlCharacters(summary(ledger)))}`;
  return joinSections(
    [heading, ...countTable(ledger)].join('\n\n'),
    [
      ...shortfallsOf(ledger, strict).map(each => shortfallSection(each, context)),
      ...withHeading('Other problems', problems),
      ...withHeading('Skipped', skipped),
      ...withHeading('Not judged', notes),
      ...withHeading('With network', online),
    ],
    'parts of this summary',
    limit,
  );
}

/** A row of counts for each interpreter that ran an example; nothing if none did. */
function countTable({ entries, interpreters }: Ledger): string[] {
  const nameOf = ({ python: version = '', gil = true }: LedgerEntry): string => pythonName({ version, gil });
  const byPython = Map.groupBy(entries, nameOf);
  const rows = [...Map.groupBy(interpreters, pythonName)].flatMap(([name, machines]) => {
    const own = byPython.get(name);
    if (own === undefined) return [];
    const builds = [...new Set(machines.map(({ build }) => build))].join('; ');
    const verdicts = countVerdicts(own.map(({ verdict }) => verdict));
    return [{ name, builds, verdicts, runs: countRuns(own) }];
  });
  if (rows.length === 0) return [];
  const kinds = VERDICTS.filter(kind => rows.some(({ verdicts }) => verdicts[kind] > 0));
  const cells = [
    ['Interpreter', ...kinds, 'run', 'cached', 'build'],
    ['---', ...kinds.map(() => '--:'), '--:', '--:', '---'],
    ...rows.map(({ name, builds, verdicts, runs }) => [
      `CPython ${prose(name)}`,
      ...kinds.map(kind => verdicts[kind]),
      runs.run,
      runs.cached,
      prose(builds),
    ]),
  ];
  return [cells.map(row => `| ${row.join(' | ')} |`).join('\n')];
}

function shortfallSection(shortfall: Shortfall, context: ReportContext): Section {
  const { name, shownId, verdict, pythons, problems, changes = [], files = [] } = shortfall;
  const under = pythons.length === 0 ? '' : ` under ${prose(pythons.join(', '))}`;
  const heading = `### ${verdict}: ${code(name)}${under}`;
  const full = [
    heading,
    ...articleLinks(shownId, context),
    ...problems.map(problem => problemText(problem, context)),
    ...changes.flatMap(outputTexts),
    ...fileTexts(files, context.sourceUrl !== undefined),
  ];
  const titles = problems.map(each => `${place(each)}: ${prose(each.title.slice(0, 500))}`);
  return { full: full.join('\n\n'), brief: [heading, ...titles].join('\n\n') };
}

/** `Shown in content/a/b.mdx:12, 40.` */
function articleLinks(id: string, context: ReportContext): string[] {
  if (context.shownAt === undefined) return [];
  const places = context.shownAt.get(id);
  if (places === undefined) return ['No page shows it.'];
  return [`Shown in ${places.map(each => sourceLink(each, context)).join(', ')}.`];
}

function problemText(problem: Problem, context: ReportContext): string {
  const { title, detail, remedy } = problem;
  return [
    `${sourceLink(problem, context)}: ${prose(title)}`,
    ...(detail === undefined ? [] : [fence(detail, /^[-+]/m.test(detail) ? 'diff' : 'text')]),
    ...(remedy ? [`**${prose(remedy)}**`] : []),
  ].join('\n\n');
}

function sourceLink(
  position: Partial<SourcePosition> & { file: string },
  { sourceUrl }: ReportContext,
): string {
  if (sourceUrl === undefined) return place(position);
  const path = position.file.toWellFormed().split('/').map(encodeURIComponent).join('/');
  // A parenthesis would end the link.
  const url = `${sourceUrl}${path.replaceAll('(', '%28').replaceAll(')', '%29')}`;
  return `[${place(position)}](${url}${position.line === undefined ? '' : `#L${position.line}`})`;
}

/** `file:line:column` as plain words, in one line. */
const place = (position: Partial<SourcePosition> & { file: string }): string =>
  prose(escapeLine(location(position)));

function listItem(name: string, text: string): Section {
  const item = `- ${code(name)}: ${prose(text)}`;
  return { full: item, brief: item };
}

/** Puts a heading before the first of some sections. */
function withHeading(heading: string, [first, ...others]: readonly Section[]): Section[] {
  if (first === undefined) return [];
  const text = (body: string): string => `### ${heading}\n\n${body}`;
  return [{ full: text(first.full), brief: text(first.brief) }, ...others];
}
