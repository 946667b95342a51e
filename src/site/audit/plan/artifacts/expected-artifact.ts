import type { Words } from '../../../../core/words/en/en.ts';
import { collapse } from '../text/expected-text.ts';
import type { AuditedArtifact } from './audited-artifact.ts';
import { csvRows } from './csv-rows.ts';
import { drawnSize } from './drawn-size.ts';
import { expectedCopy } from './expected-copy.ts';

/** What of a file a page has to show, by its kind. */
export type ExpectedContent =
  | { readonly kind: 'picture' }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly more: number;
    }
  | { readonly kind: 'text'; readonly text: string; readonly more: number };

/** Rows below the head of a table, lines of a text, and characters of both, that a page shows. */
const [MOST_ROWS, MOST_LINES, MOST_CHARACTERS] = [50, 200, 20_000];

/** What a page shows of a file. */
export function expectedContent({ name, bytes }: Pick<AuditedArtifact, 'name' | 'bytes'>): ExpectedContent {
  if (/\.(?:png|svg|jpg|gif|webp)$/.test(name)) return { kind: 'picture' };
  const text = new TextDecoder()
    .decode(bytes)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\t\n]/gu, '\ufffd');
  const all = name.endsWith('.csv') ? (csvRows(text) ?? []) : [];
  const width = Math.max(0, ...all.map(row => row.length));
  const shown = firstOf(all, row => row.join(' ').length, MOST_ROWS + 1);
  if ((all[0]?.length ?? 0) > 1 && shown.length > 0) {
    const [head = [], ...rows] = shown.map(row => [...row, ...Array<string>(width - row.length).fill('')]);
    return { kind: 'table', head, rows, more: all.length - shown.length };
  }
  const lines = text.split('\n').map((line, at, { length }) => `${line}${at < length - 1 ? '\n' : ''}`);
  const whole = lines.at(-1) === '' && lines.length > 1 ? lines.slice(0, -1) : lines;
  const first = firstOf(whole, line => line.length, MOST_LINES);
  return { kind: 'text', text: first.join(''), more: whole.length - first.length };
}

/** The first elements, as many as there is room for. */
function firstOf<T>(all: readonly T[], lengthOf: (each: T) => number, most: number): readonly T[] {
  let room = MOST_CHARACTERS;
  const first: T[] = [];
  for (const each of all.slice(0, most)) {
    room -= lengthOf(each);
    if (room < 0) break;
    first.push(each);
  }
  return first;
}

/** Where a panel is: whose run left the file, what names it, and the path of the site. */
export interface ArtifactPlace {
  readonly id: string;
  readonly name: string;
  readonly tag: string | undefined;
  /** Name of the example; absent if the code above names it. */
  readonly title: string | undefined;
  readonly base: string;
  readonly result: Words['result'];
}

/** The lines of the panel of a file. */
export function expectedArtifact(
  artifact: AuditedArtifact,
  { id, name: of, tag, title, base, result }: ArtifactPlace,
): string[] {
  const { name, alt, file } = artifact;
  const content = expectedContent(artifact);
  const { kind } = content;
  const python = tag === undefined ? '' : `[data-python=${tag}]`;
  const region = `[aria-label=${result[kind]} ${result.fileOf(name, of)}]`;
  return [
    `div.panel.artifact.${kind}[data-artifact=${id}][data-name=${name}]${python}: `,
    'p.label: ',
    `span: ${result[kind]}`,
    `span.of: ${collapse(title === undefined ? name : result.fileOf(name, title))}`,
    `a.get[aria-label=${result.downloadOf(name, of)}][download=${name}]` +
      `[href=${base}/${file}]: ${result.download}`,
    ...(content.kind === 'picture' ? pictureLines(artifact, base) : []),
    ...(content.kind === 'table' ? [`div.table${region}: `, ...tableLines(content, name, alt)] : []),
    ...(content.kind === 'text'
      ? [`p.about: ${collapse(alt)}`, `pre${region}[data-text=${name}]: ${JSON.stringify(content.text)}`]
      : []),
    ...(content.kind === 'picture' ? [] : moreLines(content, artifact, base, result)),
  ];
}

function pictureLines(artifact: AuditedArtifact, base: string): string[] {
  const { name, alt, file, bytes } = artifact;
  const copy = expectedCopy(artifact);
  const { width, height } = copy ?? drawnSize(name, bytes) ?? {};
  const size =
    width === undefined || height === undefined ? ['', ''] : [`[height=${height}]`, `[width=${width}]`];
  const src = `[src=${base}/${copy?.file ?? file}]`;
  return [
    'p.paper: ',
    ...(copy === undefined ? [] : [`a[href=${base}/${file}]: `]),
    `img[alt=${alt}][decoding=async]${size[0]}[loading=lazy]${src}${size[1]}: `,
  ];
}

/** As `page/read-table.ts` reads a table: its caption, and each row with its cells. */
function tableLines(
  { head, rows }: ExpectedContent & { readonly kind: 'table' },
  name: string,
  alt: string,
): string[] {
  const column = (at: number): string[] => rows.map(row => row[at] ?? '');
  const classes = head.map((_, at) => (isNumeric(column(at)) ? '.number' : ''));
  const line = (part: string, element: 'th' | 'td', cells: readonly string[]): string => {
    const scope = element === 'th' ? '[scope=col]' : '';
    return `${part}: ${JSON.stringify(cells.map((cell, at) => [`${element}${classes[at]}${scope}`, cell]))}`;
  };
  return [
    `table[data-table=${name}]: `,
    `caption: ${JSON.stringify(alt)}`,
    line('thead', 'th', head),
    ...rows.map(row => line('tbody', 'td', row)),
  ];
}

function isNumeric(cells: readonly string[]): boolean {
  const filled = cells.filter(cell => cell !== '');
  const isNumber = (cell: string): boolean => /^[-+]?(\d[\d,_]*(\.\d*)?|\.\d+)(e[-+]?\d+)?%?$/i.test(cell);
  return filled.length > 0 && filled.every(isNumber);
}

function moreLines(
  { kind, more }: Exclude<ExpectedContent, { readonly kind: 'picture' }>,
  { name, file }: AuditedArtifact,
  base: string,
  result: Words['result'],
): string[] {
  if (more === 0) return [];
  return [
    `p.cut: ${moreText(kind, more, result)}:`,
    `a[download=${name}][href=${base}/${file}]: ${result.downloadFile(name)}`,
  ];
}

/** `23 more rows` */
export function moreText(kind: 'table' | 'text', more: number, result: Words['result']): string {
  return kind === 'table' ? result.moreRows(more) : result.moreLines(more);
}
