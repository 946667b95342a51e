import type { Example } from '../example/example.ts';
import type { Problem } from '../problems/problem.ts';
import type { Receipt } from './recording.ts';

/** The receipts of one topic, by key: `lock_states`, and `lock_states 3.13t` for the recording of one version. */
export type Receipts = ReadonlyMap<string, Receipt>;

/** Name of the file that holds the receipts of a topic, one a line, so that git merges it by line. */
export const RECEIPTS_NAME = 'recordings.json';

/** Where the receipt of a recording is. */
export interface ReceiptPosition {
  /** `examples/threading/recordings.json`; `examples/recordings.json` for examples that are in no topic. */
  readonly file: string;
  /** Unique within the file. */
  readonly key: string;
}

/** Example, and version if the recording is that of one → where its receipt is. */
export function receiptPosition(
  { id, file }: Pick<Example, 'id' | 'file'>,
  variant?: string,
): ReceiptPosition {
  const [topic = '', ...rest] = id.split('/');
  const end = file.endsWith(`/${id}/main.py`) ? `${id}/main.py` : `${id}.py`;
  const folder = file.slice(0, file.length - end.length);
  const name = rest.length === 0 ? id : rest.join('/');
  return {
    file: `${folder}${rest.length === 0 ? '' : `${topic}/`}${RECEIPTS_NAME}`,
    key: variant === undefined ? name : `${name} ${variant}`,
  };
}

/** What a receipt stands for is not there: its example, or the recording itself. */
export interface MissingPart {
  readonly kind: 'example' | 'recording';
  /** The path that does not exist. */
  readonly path: string;
}

/** @param folder of the receipts, with a slash at its end @param exists whether a path is that of a file */
export function missingPart(
  folder: string,
  key: string,
  exists: (path: string) => boolean,
): MissingPart | undefined {
  const [name = '', variant] = key.split(' ');
  const stem = [`${folder}${name}`, `${folder}${name}/main`].find(each => exists(`${each}.py`));
  if (stem === undefined) return { kind: 'example', path: `${folder}${name}.py` };
  const path = variant === undefined ? `${stem}.out` : `${stem}.${variant}.out`;
  return exists(path) ? undefined : { kind: 'recording', path };
}

/** In the order in which they are written. */
const FIELDS: (keyof Receipt)[] = ['sha256', 'python', 'gil', 'runs'];

/** Receipts → the text of their file. */
export function formatReceipts(receipts: Receipts): string {
  const lines = [...receipts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, receipt]) => `  ${JSON.stringify(key)}: ${JSON.stringify(receipt, FIELDS)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/**
 * Text of a file of receipts → all receipts that it holds, and a problem if it is not exactly what `formatReceipts` writes.
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
  return {
    receipts,
    problem: {
      file,
      line: wrong + 1,
      column: 1,
      title: 'The receipts are not as record writes them.',
      remedy: `Let it write them again: npm run record -- ${file.slice(0, file.lastIndexOf('/'))}`,
    },
  };
}

function parseLine(line: string): [string, Receipt][] {
  try {
    const entries = Object.entries(JSON.parse(`{${line.trim().replace(/,$/, '')}}`) as object);
    return entries.flatMap(([key, value]): [string, Receipt][] => {
      const receipt = toReceipt(value);
      return receipt === undefined ? [] : [[key, receipt]];
    });
  } catch {
    return [];
  }
}

function toReceipt(value: unknown): Receipt | undefined {
  const { sha256, python, gil, runs } = (value ?? {}) as Partial<Receipt>;
  return typeof sha256 === 'string' && typeof python === 'string' && typeof runs === 'number'
    ? { sha256, python, ...(gil === false ? { gil } : {}), runs }
    : undefined;
}
