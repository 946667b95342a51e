import type { Words } from '../../../../core/words/en/en.ts';
import type { SampledExample } from './audited-sample.ts';

/** The button of a figure that copies the line of its example; none if it has no line. */
export function lineButton(
  { sample }: Pick<SampledExample, 'sample'>,
  name: string,
  words: Words['runLine'],
): readonly string[] {
  if (sample?.line === undefined) return [];
  const { before, after } = sample.line;
  const claims = `${after === '' ? '' : `[data-after=${after}]`}[data-copy=${before}]`;
  return [`button[aria-label=${words.copyLineOf(name)}]${claims}: ${words.copyLine}`];
}
