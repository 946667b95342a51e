import { expect, test } from 'vitest';
import { positiveInteger } from '../../../scripts/cli/cli.ts';

test.for(['0', '-1', '1e9', 'abc', '1.5', '', '1000001'])('"%s" is refused as a number of jobs', text => {
  expect(() => positiveInteger(text)).toThrow(
    expect.objectContaining({
      exitCode: 2,
      problems: [
        {
          file: 'command line',
          title: `"${text}" is not a whole number from 1 to 1000000.`,
          remedy: 'For example: 4',
        },
      ],
    }) as Error,
  );
});

test.for([
  ['1', 1],
  ['1000000', 1_000_000],
] as const)('"%s" is a number of jobs', ([text, number]) => {
  expect(positiveInteger(text)).toBe(number);
});
