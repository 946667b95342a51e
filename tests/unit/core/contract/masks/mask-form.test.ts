import { describe, expect, test } from 'vitest';
import { formProblem } from '../../../../../src/core/contract/masks/mask-form.ts';
import { tighterMask } from '../../../../../src/core/contract/masks/suggest-mask.ts';

const problem = (pattern: string): string | undefined => formProblem({ name: 'm', pattern });

describe('what a mask hides has a form:', () => {
  test.for([
    String.raw`= (\d+)$`,
    String.raw`\d+(?:\.\d+)?(?:e[+-]?\d+)?`,
    '0x[0-9a-f]+',
    String.raw`[\d.,:-]+`,
    '(?:yes|no|maybe)',
    'tmp[a-z0-9_]{8}',
    '[A-Za-z0-9+/]{43}=',
    '[µun]?s',
    '([#=>]+)',
    String.raw`name: \w+ takes (\d+)`,
    '(?:ab)+',
  ])('%s', pattern => {
    expect(problem(pattern)).toBeUndefined();
  });
});

describe('a mask that could hide any words is none:', () => {
  test.for([
    '= (.*)$',
    '.+',
    String.raw`(\S+)`,
    '[^,]*',
    String.raw`\w+`,
    String.raw`\D`,
    '[ -~]{5}',
    '[a-z]{1,9}',
    '[a-z]?[a-z]?[a-z]?',
    '(?:[a-z]{3}|[a-z]{4})',
    '(?:a|b|n)+',
    '(?:n|o|p|q|r|s|t|u)?(?:n|o|p|q|r|s|t|u)?(?:n|o|p|q|r|s|t|u)?(?:n|o|p|q|r|s|t|u)?',
    String.raw`(\p{L}+)`,
    '[A-Za-z ]{5}',
    '(?:🍌)+',
    '(?i)banana',
    String.raw`\Qbanana\E`,
    '[[:alpha:]]+',
    '[‐-❤]{3}',
  ])('%s', pattern => {
    expect(problem(pattern)).toMatch(/could hide any text|is unknown/);
  });

  test('unless its bounds make it a number', () => {
    expect(formProblem({ name: 'm', pattern: String.raw`took (\S+) s`, min: 0 })).toBeUndefined();
  });

  test('and the names of masks are forms', () => {
    expect(formProblem('path')).toBeUndefined();
  });
});

describe('a tighter mask', () => {
  test.for([
    ['= (.*)$', ['4', '17'], String.raw`= (\d+)$`],
    [String.raw`^Thread (.+) \(most`, ['0x00007fb48c440b80'], String.raw`^Thread (0x[0-9a-f]+) \(most`],
    [String.raw`token (\w+)`, ['9f86d081', '1b4f0e98'], 'token ([0-9a-f]+)'],
    [String.raw`(\S+) wins`, ['Ada', 'Bob 2'], String.raw`(Ada|Bob \d+) wins`],
    [String.raw`\S+`, ['a*b'], String.raw`a\*b`],
  ] as const)('%s that hid %j is %s', ([pattern, hidden, expected]) => {
    expect(tighterMask({ name: 'm', pattern }, hidden)).toEqual({ name: 'm', pattern: expected });
  });

  test('is not proposed if what is hidden has many forms', () => {
    const hidden = 'Ada Bob Cy Dee Eve Fay Gus Hal Ida'.split(' ');
    expect(tighterMask({ name: 'm', pattern: '(.*)' }, hidden)).toBeUndefined();
    expect(tighterMask({ name: 'm', pattern: '(.*)' }, [])).toBeUndefined();
  });
});
