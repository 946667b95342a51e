import type { AuditedExample } from './audit-plan.ts';
import { expectedCode, expectedNumbers } from './text/expected-text.ts';

/** A line of a variant: as in the original, taken out of it, or put into it. */
export interface ExpectedLine {
  readonly sign: ' ' | '-' | '+';
  /** Its number in the file that has it. */
  readonly number: number;
  readonly text: string;
}

/** What changed between the shown part of an example and that of its variant. */
export function expectedChange(
  { source = '', change }: AuditedExample,
  region: string | undefined,
  block: boolean,
): readonly ExpectedLine[] {
  const shown = (text: string): Omit<ExpectedLine, 'sign'>[] => {
    const lines = expectedCode(text, region, block).split('\n');
    return expectedNumbers(text, region, block).map((number, at) => ({ number, text: lines[at] ?? '' }));
  };
  const before = shown(change?.original ?? '');
  const result: ExpectedLine[] = [];
  let added: ExpectedLine[] = [];
  for (const line of shown(source)) {
    const origin = change?.originalLines[line.number - 1];
    const at = before.findIndex(({ number }) => number === origin);
    if (at === -1 || before[at]?.text !== line.text) {
      added.push({ sign: '+', ...line });
      continue;
    }
    // What is before the line that stays is gone.
    const gone = before.splice(0, at + 1).slice(0, -1);
    result.push(...gone.map(each => ({ sign: '-', ...each }) as const), ...added, { sign: ' ', ...line });
    added = [];
  }
  return [...result, ...before.map(each => ({ sign: '-', ...each }) as const), ...added];
}

/** Whether none of the lines that a variant changes is shown. */
export function isElsewhere(lines: readonly ExpectedLine[]): boolean {
  return lines.every(({ sign }) => sign === ' ');
}
