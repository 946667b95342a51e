import { z } from 'zod';
import { compilePattern, patternProblem } from '../text/pattern.ts';

/** A regular expression of RE2. */
export const regexSchema = z
  .string()
  .min(1)
  .refine(text => patternProblem(text) === undefined, {
    error: ({ input }) => patternProblem(String(input)),
    abort: true,
  });

/** A regular expression whose only group captures a key. */
export const keyRegexSchema = regexSchema.refine(text => compilePattern(text).groups === 1, {
  error: 'has no group, or more than one: put ( ) around the part that is the key',
});
