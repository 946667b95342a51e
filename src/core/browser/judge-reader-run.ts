import { compareStream } from '../contract/compare.ts';
import type { OutputContract } from '../contract/contract-schema.ts';
import { shownOutput } from '../text/plain-output.ts';
import { linesOf } from '../verdict/run-problem.ts';
import { uncaughtException } from '../verdict/uncaught-exception.ts';
import type { ReaderRun } from './reader-run.ts';

/** What a run in a reader's browser printed, until it ended by itself. */
export interface ReaderOutput {
  readonly out: string;
  readonly err: string;
  readonly exit: number;
}

/** What a reader's run is, measured by the contract of the example. `words` is a sentence for the reader. */
export type ReaderVerdict =
  /** Byte for byte what the page shows. */
  | { readonly kind: 'same'; readonly words: string }
  /** What differs is what the contract permits. */
  | { readonly kind: 'permitted'; readonly words: string }
  /** Lines of `difference` begin with `-` (the page), `+` (this run) or a blank; absent if none differ. */
  | {
      readonly kind: 'different';
      readonly words: string;
      readonly difference?: string | undefined;
      /** Set if `-` are lines of what solves an exercise, which the page does not show. */
      readonly isFromSolution?: true | undefined;
    }
  /** `line` is that of the sample's own file; `exception` is absent if only the exit code shows the error. */
  | {
      readonly kind: 'error';
      readonly words: string;
      readonly exception?: string | undefined;
      readonly line?: number | undefined;
    };

/** Judges what a reader's run printed, by the contract that verified the page. */
export function judgeReaderRun(run: ReaderRun, output: ReaderOutput): ReaderVerdict {
  return errorOf(run, output) ?? differenceOf(run, output) ?? likeness(run, output);
}

/** An exception that the page's own run did not end with, or an exit code that only an error explains. */
function errorOf(
  { sample, contract, recording }: ReaderRun,
  output: ReaderOutput,
): ReaderVerdict | undefined {
  if (output.exit === 0) return undefined;
  const errors = shownOutput(output.err);
  const exception = uncaughtException(errors);
  const isExpected = output.exit === contract.exit && exception === uncaughtException(recording.err ?? '');
  if (isExpected) return undefined;
  const line = linesOf(sample.entry, errors).at(-1);
  if (exception !== undefined)
    return { kind: 'error', words: `It ended with ${exception}.`, exception, line };
  const words = `It ended with exit code ${output.exit}; the page’s run ended with ${contract.exit}.`;
  return { kind: 'error', words };
}

function differenceOf(run: ReaderRun, output: ReaderOutput): ReaderVerdict | undefined {
  const { contract, recording } = run;
  const printed = printedBy(run, output);
  const compared = (['out', 'err'] as const).map(stream =>
    compareStream(stream, recording, printed, contract),
  );
  const difference = compared.flatMap(each => each.difference?.text ?? []).join('\n') || undefined;
  if (output.exit !== contract.exit) {
    const words = `It ended without an error; the page’s run ended with exit code ${contract.exit}.`;
    return { kind: 'different', words, difference };
  }
  if (difference !== undefined) return { kind: 'different', words: 'Another output.', difference };
  const [first] = compared.flatMap(({ outOfBounds }) => outOfBounds);
  if (first !== undefined)
    return { kind: 'different', words: `Another output: ${first.replace(/\.$/, '')}.` };
  if (contract.showsStderr || output.err === '') return undefined;
  return { kind: 'different', words: 'The same output, and error output that the page’s run has not.' };
}

/** How alike an output is that the contract permits. */
function likeness(run: ReaderRun, output: ReaderOutput): ReaderVerdict {
  const { contract, recording } = run;
  const printed = printedBy(run, output);
  const isSameUnder = (promised: OutputContract): boolean =>
    (['out', 'err'] as const).every(
      stream => compareStream(stream, recording, printed, promised).difference === undefined,
    );
  if (isSameUnder({ order: 'exact', mask: [] })) return { kind: 'same', words: 'The same output.' };
  if (isSameUnder({ ...contract, order: 'exact' }))
    return { kind: 'permitted', words: 'The same in all that the contract promises: what varies differs.' };
  const isOrderAlone = isSameUnder({ ...contract, mask: [] });
  const also = isOrderAlone ? '' : ', and what varies differs';
  return { kind: 'permitted', words: `Another order, which the contract permits${also}.` };
}

function printedBy({ contract }: ReaderRun, { out, err }: ReaderOutput): { out: string; err?: string } {
  return contract.showsStderr ? { out, err } : { out };
}
