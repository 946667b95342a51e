import { z } from 'zod';

/** A regular expression of JavaScript. */
export const regexSchema = z
  .string()
  .min(1)
  .refine(text => regexProblem(text) === undefined, {
    error: ({ input }) => `is not a regular expression: ${regexProblem(String(input))}`,
    abort: true,
  });

/** A regular expression whose only group captures a key. */
export const keyRegexSchema = regexSchema.refine(
  // With an alternative that matches the empty text, the result of a match lists every group of the pattern.
  text => new RegExp(`${text}|`, 'u').exec('')?.length === 2,
  { error: 'has no group, or more than one: put ( ) around the part that is the key' },
);

/** What is wrong with a regular expression, in the words of the engine: `unterminated group`. */
function regexProblem(text: string): string | undefined {
  try {
    new RegExp(text, 'u');
    return undefined;
  } catch (error) {
    const reason = /: (?<reason>[^:]*)$/.exec((error as SyntaxError).message)?.groups?.reason ?? '';
    return reason.charAt(0).toLowerCase() + reason.slice(1);
  }
}
