import type { Example } from '../example/example.ts';
import { isPermitted } from '../variant/check-difference.ts';
import { outcome } from '../verdict/run-outcome.ts';
import type { Recording } from '../verdict/recording.ts';
import type { Run } from '../verdict/run.ts';

/**
 * What a run without some parts did that its original may not do, as a sentence; undefined if the contract
 * permits it in the place of the recording. To fail is to differ.
 */
export function effectOf(omission: Example, run: Run, recorded: Recording): string | undefined {
  const printed = outcome(omission, run);
  if (printed.problems) return printed.problems[0]?.title ?? 'It fails.';
  const { variant } = omission;
  const isSame = variant !== undefined && isPermitted(variant, recorded, printed.value, run);
  return isSame ? undefined : 'It prints something else.';
}
