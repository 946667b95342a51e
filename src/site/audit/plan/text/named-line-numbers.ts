import { parseRanges } from '../../../../core/text/lines.ts';
import { expectedCode, expectedNumbers } from './expected-text.ts';

/**
 * The lines of a file that an author names: by numbers, or by a part of one that is shown. The code that
 * renders pages has its own function for this.
 */
export function namedLineNumbers(
  named: string,
  source: string,
  region: string | undefined,
  withBlock: boolean,
): readonly number[] {
  const numbers = parseRanges(named);
  if (numbers !== undefined) return [...numbers];
  const shown = expectedNumbers(source, region, withBlock);
  const texts = expectedCode(source, region, withBlock).split('\n');
  return shown.filter((_, at) => texts[at]?.includes(named.trim()));
}
