import { compareStream } from '../contract/compare.ts';
import { withoutBounds } from '../contract/masks/mask.ts';
import { shownOutput } from '../text/plain-output.ts';
import type { ReaderAnswer } from './reader-answer.ts';

/** What a prediction is. Lines of `difference` begin with `-` (the run), `+` (the reader) or a blank. */
export type Prediction =
  | { readonly kind: 'same' }
  | { readonly kind: 'other order' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'different'; readonly difference: string };

/**
 * Judges what a reader predicts, by the contract of the example. Blanks at the ends of lines and of the text
 * do not count. Values that differ from run to run are not asked: each of their form is right.
 */
export function judgePrediction({ contract, out }: ReaderAnswer, text: string): Prediction {
  const [recorded, predicted] = [shownOutput(out), text].map(withoutBlanks);
  if (recorded === undefined || predicted === undefined || predicted === '') return { kind: 'nothing' };
  const unmeasured = { order: contract.order, mask: contract.mask.map(withoutBounds) };
  const differenceUnder = (promised: typeof unmeasured): string | undefined =>
    compareStream('out', { out: recorded }, { out: predicted }, promised).difference?.text;
  if (differenceUnder({ ...unmeasured, order: 'exact' }) === undefined) return { kind: 'same' };
  const difference = differenceUnder(unmeasured);
  return difference === undefined ? { kind: 'other order' } : { kind: 'different', difference };
}

/** A text without blanks at the ends of its lines, and without empty lines at its end. */
function withoutBlanks(text: string): string {
  const lines = text.split(/\r?\n/).map(line => line.trimEnd());
  const shown = lines.join('\n').trimEnd();
  return shown === '' ? '' : `${shown}\n`;
}
