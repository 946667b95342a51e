import { type Example, originalOf, TIMELINE_SLUG } from '../example/example.ts';
import type { DocumentForm } from '../contract/tables/timeline-table.ts';
import { recordingFile } from '../example/recording-name.ts';
import type { Problem } from '../problems/problem.ts';
import { type Receipt, receiptSchema } from './recording.ts';

/**
 * The receipts of one topic, by key: `locks`, `locks 3.13t` for the recording of one version, and
 * `locks.without-the-lock` for that of a variant.
 */
export type Receipts = ReadonlyMap<string, Receipt>;

/** Name of the file that holds the receipts of a topic, one a line, so that git merges it by line. */
export const RECEIPTS_NAME = 'recordings.json';

/**
 * Example, and version if the recording is that of one → file and key of its receipt. The file is
 * `examples/threading/recordings.json`, or `examples/recordings.json` for an example that is in no topic.
 */
export function receiptPosition(
  example: Pick<Example, 'id' | 'file' | 'variant' | 'watched'>,
  tag?: string,
): { readonly file: string; readonly key: string } {
  const { id, file } = example;
  const own = originalOf(example).id;
  const end = file.endsWith(`/${own}/main.py`) ? `${own}/main.py` : `${own}.py`;
  const endOfTopic = id.indexOf('/') + 1;
  const name = id.slice(endOfTopic);
  return {
    file: file.slice(0, -end.length) + id.slice(0, endOfTopic) + RECEIPTS_NAME,
    key: tag === undefined ? name : `${name} ${tag}`,
  };
}

/**
 * What a receipt belongs to and does not exist: the path of its example, or of the recording.
 * @param folder of the receipts, with a slash at its end @param exists whether a path is that of a file
 */
export function missingPart(
  folder: string,
  key: string,
  exists: (path: string) => boolean,
): { readonly key: string; readonly kind: 'example' | 'recording'; readonly path: string } | undefined {
  const [name = '', tag] = key.split(' ');
  const [base = '', slug] = name.split('.');
  const stem = [`${folder}${base}`, `${folder}${base}/main`].find(each => exists(`${each}.py`));
  if (stem === undefined) return { key, kind: 'example', path: `${folder}${base}.py` };
  const isTimeline = slug === TIMELINE_SLUG;
  const own = isTimeline ? undefined : slug;
  const pathOf = (form?: DocumentForm): string => recordingFile(`${stem}.py`, 'out', tag, own, form);
  const path = isTimeline ? pathOf('timeline') : pathOf();
  const isThere = exists(path) || (!isTimeline && exists(pathOf('outcomes')));
  return isThere ? undefined : { key, kind: 'recording', path };
}

/** In the order in which they are written. */
const FIELDS = Object.keys(receiptSchema.shape);

/** Receipts → the text of their file. */
export function formatReceipts(receipts: Receipts): string {
  const lines = [...receipts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, receipt]) => `  ${JSON.stringify(key)}: ${JSON.stringify(receipt, FIELDS)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/**
 * Text of a file of receipts → all that it holds, and a problem unless `formatReceipts` writes the same text.
 * Each line is read by itself, so a conflict that git left in the file costs only the lines of the conflict.
 */
export function parseReceipts(
  file: string,
  text: string,
): { readonly receipts: Receipts; readonly problem?: Problem | undefined } {
  const lines = text.split('\n');
  const receipts = new Map(lines.flatMap(line => parseLine(line)));
  const expected = formatReceipts(receipts).split('\n');
  const wrong = lines.findIndex((line, index) => line !== expected[index]);
  if (wrong === -1) return { receipts };
  const title = 'The receipts are not as record writes them.';
  const remedy = `Let it write them again: npm run record -- ${file.slice(0, file.lastIndexOf('/'))}`;
  return { receipts, problem: { file, line: wrong + 1, column: 1, title, remedy } };
}

function parseLine(line: string): [string, Receipt][] {
  try {
    const entries = Object.entries(JSON.parse(`{${line.trim().replace(/,$/, '')}}`) as object);
    return entries.map(([key, value]) => [key, receiptSchema.parse(value)]);
  } catch {
    return [];
  }
}
